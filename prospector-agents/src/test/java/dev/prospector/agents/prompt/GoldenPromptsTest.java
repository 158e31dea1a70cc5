package dev.prospector.agents.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import dev.prospector.model.Block;
import dev.prospector.model.LanguageModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.Test;

/** What each agent asks about one lead, so that a change of it is seen in review. */
class GoldenPromptsTest {

  private static final Path NOW = Path.of("target", "golden-prompts");

  /** Keeps what it is asked, by the form of the answer, and says nothing. */
  private static final class Listener implements LanguageModel {
    private final Map<String, Request> asked = new ConcurrentSkipListMap<>();

    @Override
    public String name() {
      return "listener";
    }

    @Override
    public Usage upperBound(Request request) {
      return Usage.NONE;
    }

    @Override
    public Answer ask(Request request) {
      asked.putIfAbsent(request.schema().orElseThrow().name(), request);
      return new Answer("", Answer.Ending.REFUSED, Usage.NONE, name());
    }

    @Override
    public Effect effect() {
      return Effect.READ;
    }
  }

  private static Map<String, LanguageModel.Request> asked() {
    Listener listener = new Listener();
    PromptLead.run(listener);
    return listener.asked;
  }

  private static String text(LanguageModel.Request request) {
    StringBuilder text = new StringBuilder("=== instructions\n").append(request.instructions());
    for (Block block : request.material()) {
      text.append(block.repeats() ? "\n=== repeated\n" : "\n===\n").append(block.text());
    }
    String schema = request.schema().orElseThrow().json();
    return text.append("\n=== schema\n").append(schema).append('\n').toString();
  }

  private static String golden(String agent) throws IOException {
    try (InputStream in = GoldenPromptsTest.class.getResourceAsStream("golden/" + agent + ".txt")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void whatIsAskedAboutOneLeadIsTheGoldenFile() throws IOException {
    List<String> changed = new ArrayList<>();
    for (var entry : asked().entrySet()) {
      String now = text(entry.getValue());
      if (!now.equals(golden(entry.getKey()))) {
        Files.createDirectories(NOW);
        Files.writeString(NOW.resolve(entry.getKey() + ".txt"), now);
        changed.add(entry.getKey());
      }
    }
    assertThat(changed)
        .as("compare %s with the golden files beside this test, and keep what is right", NOW)
        .isEmpty();
  }

  @Test
  void everyQuestionBeginsWithTheSameRulesAndTheSameWordsOfTheSeller() {
    Map<String, LanguageModel.Request> asked = asked();
    assertThat(asked).containsKeys("company-analysis", "qualification");
    assertThat(asked.values())
        .extracting(LanguageModel.Request::instructions)
        .hasSize(asked.size());
    // Where names are held back, a sentence on their marks follows the rules.
    String rules =
        asked.values().stream()
            .map(LanguageModel.Request::instructions)
            .min(Comparator.comparingInt(String::length))
            .orElseThrow();
    assertThat(asked.values())
        .extracting(LanguageModel.Request::instructions)
        .allMatch(instructions -> instructions.startsWith(rules));
    assertThat(asked.values().stream().map(r -> r.material().get(0)).distinct())
        .singleElement()
        .satisfies(block -> assertThat(block.repeats()).isTrue());
  }

  @Test
  void noQuestionNamesAPersonOfThePages() {
    Map<String, LanguageModel.Request> asked = asked();
    assertThat(
            List.of(
                "company-analysis",
                "external-research",
                "pain-points",
                "competitors",
                "buying-triggers",
                "qualification"))
        .map(asked::get)
        .allSatisfy(
            request -> assertThat(request.materialText()).doesNotContain("Rogério", "4002-8922"));
  }
}
