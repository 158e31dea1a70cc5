package dev.prospector.agents.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import dev.prospector.model.Block;
import dev.prospector.model.Capabilities;
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
    private final Capabilities capabilities;
    private final Map<String, Request> asked = new ConcurrentSkipListMap<>();

    Listener(Capabilities capabilities) {
      this.capabilities = capabilities;
    }

    @Override
    public Capabilities capabilities() {
      return capabilities;
    }

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
    return asked(Capabilities.unknown());
  }

  private static Map<String, LanguageModel.Request> asked(Capabilities capabilities) {
    Listener listener = new Listener(capabilities);
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
  void whatIsAskedJointlyAboutOneLeadIsTheGoldenFileToTheByte() throws IOException {
    int most = Integer.MAX_VALUE;
    var joined = asked(new Capabilities(most, most, Capabilities.SchemaForm.STRICT, false));
    LanguageModel.Request request =
        joined.entrySet().stream()
            .filter(asked -> asked.getKey().contains("pain-points"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow();
    String now = text(request);
    Files.createDirectories(NOW);
    Files.writeString(NOW.resolve("joint.txt"), now);
    assertThat(changes(golden("joint"), now))
        .as("lines that changed; compare %s with the golden file", NOW.resolve("joint.txt"))
        .isEmpty();
    assertThat(now.getBytes(StandardCharsets.UTF_8))
        .isEqualTo(golden("joint").getBytes(StandardCharsets.UTF_8));
  }

  /** Returns where two texts of lines differ: the line of the one, and that of the other. */
  private static List<String> changes(String before, String now) {
    List<String> one = before.lines().toList();
    List<String> other = now.lines().toList();
    List<String> changes = new ArrayList<>();
    for (int i = 0; i < Math.max(one.size(), other.size()) && changes.size() < 5; i++) {
      String was = i < one.size() ? one.get(i) : "nothing";
      String is = i < other.size() ? other.get(i) : "nothing";
      if (!was.equals(is)) {
        changes.add("line " + (i + 1) + ": was '" + was + "', is '" + is + "'");
      }
    }
    return changes;
  }

  @Test
  void aChangedLineIsTold() {
    assertThat(changes("one\ntwo\nthree", "one\n2\nthree"))
        .containsExactly("line 2: was 'two', is '2'");
    assertThat(changes("one", "one\ntwo")).containsExactly("line 2: was 'nothing', is 'two'");
    assertThat(changes("one\ntwo", "one\ntwo")).isEmpty();
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
