package dev.prospector.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.spring.internal.ProspectorProperties;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.json.JsonParserFactory;

/** An editor completes every property, with what it is for and what holds without it. */
class MetadataTest {

  @Test
  void everyPropertyHasADescriptionAndItsDefault() throws IOException {
    Map<String, Map<?, ?>> described = described();
    List<String> leaves = new ArrayList<>();
    check("prospector", ProspectorProperties.class, described, leaves);
    assertThat(leaves).hasSizeGreaterThan(30);
    assertThat(described.keySet()).containsAll(leaves);
  }

  private static void check(
      String prefix, Class<?> type, Map<String, Map<?, ?>> described, List<String> leaves) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
      if (component.getType().isRecord()) {
        check(name, component.getType(), described, leaves);
        continue;
      }
      leaves.add(name);
      Map<?, ?> metadata = Objects.requireNonNull(described.get(name), name);
      assertThat(metadata.get("description")).as(name).asString().isNotBlank().endsWith(".");
      String[] value = defaultOf(type, component);
      if (value.length == 1 && !value[0].isEmpty()) {
        assertThat(metadata.get("defaultValue")).as(name).hasToString(value[0]);
      }
    }
  }

  private static String[] defaultOf(Class<?> type, RecordComponent component) {
    List<String> names =
        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    int index = names.indexOf(component.getName());
    return Objects.requireNonNull(
            type.getDeclaredConstructors()[0].getParameters()[index].getAnnotation(
                DefaultValue.class),
            component.getName())
        .value();
  }

  private static Map<String, Map<?, ?>> described() throws IOException {
    Map<String, Map<?, ?>> all = new LinkedHashMap<>();
    try (InputStream in =
        Objects.requireNonNull(
            ProspectorProperties.class.getResourceAsStream(
                "/META-INF/spring-configuration-metadata.json"))) {
      String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Object properties = JsonParserFactory.getJsonParser().parseMap(json).get("properties");
      for (Object property : (List<?>) Objects.requireNonNull(properties)) {
        Map<?, ?> one = (Map<?, ?>) property;
        all.put(String.valueOf(one.get("name")), one);
      }
    }
    return all;
  }
}
