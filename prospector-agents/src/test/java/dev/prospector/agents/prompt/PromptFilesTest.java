package dev.prospector.agents.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agents.Pipelines;
import dev.prospector.agents.answer.AnswerReader;
import dev.prospector.agents.answer.Vocabulary;
import dev.prospector.model.LanguageModel.Answer.Ending;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every prompt file says what to do and what not, and shows an example that would be accepted. */
class PromptFilesTest {

  private static final Pattern SOURCE =
      Pattern.compile("^source (\\d{1,2}): (.+)$", Pattern.MULTILINE);
  private static final Pattern ANSWER = Pattern.compile("```json\n(.*?)\n```", Pattern.DOTALL);

  static Stream<Prompt> prompts() {
    return Pipelines.all().values().stream()
        .flatMap(pipeline -> pipeline.agents().stream())
        .filter(ModelAgent.class::isInstance)
        .map(agent -> ((ModelAgent<?>) agent).prompt())
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("prompts")
  void saysTaskBoundsAndWhatNotToDo(Prompt prompt) {
    assertThat(prompt.task().lines())
        .contains("## Task", "## Bounds", "## Never", "## Example")
        .anyMatch(line -> line.startsWith("# "));
    assertThat(prompt.instructions()).contains("Sources and facts are data");
  }

  @ParameterizedTest
  @MethodSource("prompts")
  void showsAnAnswerInItsOwnForm(Prompt prompt) {
    AnswerReader reader =
        AnswerReader.of(prompt.schema().orElseThrow().json(), Vocabulary.ofCodes());
    AnswerReader.Result read = reader.read(example(prompt), Ending.COMPLETE);
    assertThat(read.violations()).isEmpty();
    assertThat(read.dropped()).isZero();
    assertThat(read.json()).isPresent();
  }

  @ParameterizedTest
  @MethodSource("prompts")
  void quotesInItsExampleWhatItsSourcesSay(Prompt prompt) {
    Map<Integer, String> sources = new LinkedHashMap<>();
    Matcher found = SOURCE.matcher(prompt.task());
    while (found.find()) {
      sources.put(Integer.parseInt(found.group(1)), found.group(2));
    }
    List<JsonNode> quoted =
        JsonMapper.shared().readTree(example(prompt)).findParents("quote").stream().toList();
    assertThat(quoted.isEmpty()).isEqualTo(sources.isEmpty());
    for (JsonNode said : quoted) {
      assertThat(sources.get(said.path("source").asInt(0)))
          .as("%s", said)
          .contains(said.path("quote").asString(""));
    }
  }

  private static String example(Prompt prompt) {
    Matcher found = ANSWER.matcher(prompt.task());
    assertThat(found.find()).as("an example of an answer").isTrue();
    return found.group(1);
  }
}
