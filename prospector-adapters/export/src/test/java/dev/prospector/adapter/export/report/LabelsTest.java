package dev.prospector.adapter.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agent.Agent;
import dev.prospector.agents.Pipelines;
import dev.prospector.agents.page.PageText;
import dev.prospector.context.Language;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LabelsTest {

  @Test
  void everyCodeThatASectionCanHoldHasALabelInEachLanguage() {
    Set<Class<?>> codes = new LinkedHashSet<>();
    Set<Type> seen = new LinkedHashSet<>();
    for (Agent<?> agent : Pipelines.adaptive().agents()) {
      collect(agent.spec().writes().type(), codes, seen);
    }
    assertThat(codes).hasSizeGreaterThan(30);
    List<String> missing = new ArrayList<>();
    for (Language language : Language.values()) {
      Labels labels = new Labels(language);
      for (Class<?> type : codes) {
        for (Object code : type.getEnumConstants()) {
          String name = ((Enum<?>) code).name();
          if (labels.find(name).isEmpty() && labels.find("size-" + name).isEmpty()) {
            missing.add(language.tag() + " " + type.getSimpleName() + "." + name);
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everySectionAndAgentHasALabelInEachLanguage() {
    for (Language language : Language.values()) {
      Labels labels = new Labels(language);
      for (Agent<?> agent : Pipelines.adaptive().agents()) {
        String section = agent.spec().writes().name();
        assertThat(labels.find(section.replace('-', '_'))).as(language + section).isPresent();
        assertThat(labels.find(agent.spec().id())).as(language + agent.spec().id()).isPresent();
      }
    }
  }

  private static boolean ofOurs(Class<?> type) {
    return type.getName().startsWith("dev.prospector.");
  }

  private static void collect(Type type, Set<Class<?>> codes, Set<Type> seen) {
    // Regions of a page are of use to agents only, and are not written.
    if (type == PageText.Region.class || !seen.add(type)) {
      return;
    }
    if (type instanceof ParameterizedType generic) {
      Stream.of(generic.getActualTypeArguments()).forEach(t -> collect(t, codes, seen));
      collect(generic.getRawType(), codes, seen);
    } else if (type instanceof Class<?> plain && plain.isEnum() && ofOurs(plain)) {
      codes.add(plain);
    } else if (type instanceof Class<?> plain && plain.isRecord()) {
      for (RecordComponent component : plain.getRecordComponents()) {
        collect(component.getGenericType(), codes, seen);
      }
    }
  }
}
