package dev.prospector.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.dossier.Section;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of the catalogue is made from the agents' declarations. */
class CatalogueDocsTest {

  private static final Path PAGE = Path.of("..", "docs", "catalogue.md");

  @Test
  void thePageOfTheCatalogueIsCurrent() throws Exception {
    String text = page();
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target", "catalogue.md"), text);
    assertThat(Files.readString(PAGE, StandardCharsets.UTF_8))
        .as("take target/catalogue.md")
        .isEqualTo(text);
  }

  private static String page() {
    StringBuilder page = new StringBuilder();
    page.append("# The catalogue of agents\n\n");
    page.append(
        "Made from the agents' own declarations; a test fails where it is not current.\n\n");
    page.append("| agent | writes | requires | reads if present | asks a model |\n");
    page.append("| --- | --- | --- | --- | --- |\n");
    for (Agent<?> agent : Pipelines.enhanced().agents()) {
      AgentSpec<?> spec = agent.spec();
      page.append(
          "| `%s` | `%s` | %s | %s | %s |\n"
              .formatted(
                  spec.id(),
                  spec.writes().name(),
                  names(spec.required()),
                  names(spec.optional()),
                  agent instanceof ModelAgent<?> ? "yes" : "no"));
    }
    page.append("\n## Pipelines\n\n| pipeline | agents |\n| --- | --- |\n");
    Pipelines.all()
        .forEach(
            (name, pipeline) ->
                page.append("| `%s` | %d |\n".formatted(name, pipeline.agents().size())));
    return page.toString();
  }

  private static String names(List<Section<?>> sections) {
    return sections.isEmpty()
        ? "-"
        : sections.stream().map(s -> "`" + s.name() + "`").collect(Collectors.joining(", "));
  }
}
