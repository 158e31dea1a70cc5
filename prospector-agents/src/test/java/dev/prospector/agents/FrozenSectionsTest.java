package dev.prospector.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agent.Agent;
import dev.prospector.context.Language;
import dev.prospector.dossier.Entry;
import dev.prospector.dossier.Section;
import dev.prospector.dossier.SectionCodec;
import dev.prospector.run.LeadResult;
import dev.prospector.web.WebSearch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sections that earlier versions stored are read by this one, in each of their formats. */
class FrozenSectionsTest {

  private static final SectionCodec CODEC = new SectionCodec();

  private static List<? extends Section<?>> sections() {
    return Pipelines.adaptive().agents().stream().map(FrozenSectionsTest::written).toList();
  }

  private static Section<?> written(Agent<?> agent) {
    return agent.spec().writes();
  }

  private static String file(Section<?> section, int format) {
    return section.name() + "-" + format + ".json";
  }

  @Test
  void everyFormatThatWasFrozenIsReadWholeAndThePresentOneIs() throws Exception {
    List<String> missing = new ArrayList<>();
    for (Section<?> section : sections()) {
      for (int format = 1; format <= section.format(); format++) {
        // Formats before the first release were never stored by anybody else.
        if (!isRead(section, format) && format == section.format()) {
          missing.add(file(section, format));
        }
      }
    }
    if (!missing.isEmpty()) {
      writeAll(Path.of("target", "frozen"));
    }
    assertThat(missing).as("look at what is in target/frozen now, and keep it").isEmpty();
  }

  private static <T> boolean isRead(Section<T> section, int format) throws IOException {
    String name = file(section, format);
    try (InputStream in = FrozenSectionsTest.class.getResourceAsStream("frozen/" + name)) {
      if (in == null) {
        return false;
      }
      String json = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
      SectionCodec.Stored<T> stored = CODEC.read(section, format, json);
      assertThat(stored.unknown())
          .as(
              "%s holds parts that are not known any more: raise the section's format, and upgrade"
                  + " from this one",
              name)
          .isEmpty();
      String again = CODEC.encode(section, stored.value());
      assertThat(CODEC.decode(section, section.format(), again)).isEqualTo(stored.value());
      return true;
    }
  }

  private static void writeAll(Path folder) throws IOException {
    Files.createDirectories(folder);
    LeadResult result = CatalogueTest.run(Pipelines.adaptive(), Language.PT_BR, WebSearch.none());
    for (Entry<?> entry : result.dossier().entries()) {
      write(folder, entry);
    }
  }

  private static <T> void write(Path folder, Entry<T> entry) throws IOException {
    Path file = folder.resolve(file(entry.section(), entry.section().format()));
    Files.writeString(file, CODEC.encode(entry.section(), entry.value()) + "\n");
  }
}
