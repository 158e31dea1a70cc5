package dev.prospector.benchmark.evaluation;

import dev.prospector.agents.draft.DraftFact;
import dev.prospector.agents.draft.DraftGate;
import dev.prospector.agents.draft.Found;
import dev.prospector.agents.draft.Grounds;
import dev.prospector.benchmark.halves.Half;
import dev.prospector.context.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Whether the gate of drafts finds what nothing backs, and lets pass what is backed: rows of {@code
 * id, language, as_of, facts, context, recipient, subject, sentences, planted}. A planted text is
 * caught if a finding holds it or lies within it.
 */
final class DraftsEvaluation implements Halved {

  @Override
  public String kind() {
    return "drafts";
  }

  @Override
  public Score measure(Path folder, Half half) throws IOException {
    long planted = 0;
    long caught = 0;
    long clean = 0;
    long passed = 0;
    List<Score.WrongCase> wrong = new ArrayList<>();
    List<JsonNode> rows =
        JsonRows.of(folder).stream()
            .filter(row -> half.holds(row.path("id").asString("")))
            .toList();
    for (JsonNode row : rows) {
      List<Found> found = judge(row);
      String id = row.path("id").asString("");
      for (JsonNode text : row.path("planted")) {
        planted++;
        if (found.stream().anyMatch(f -> meet(f.text(), text.path("text").asString("")))) {
          caught++;
        } else {
          wrong.add(new Score.WrongCase(id, text.toString(), found.toString()));
        }
      }
      if (row.path("planted").isEmpty()) {
        clean++;
        passed += found.isEmpty() ? 1 : 0;
        if (!found.isEmpty()) {
          wrong.add(new Score.WrongCase(id, "nothing", found.toString()));
        }
      }
    }
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("caught", share(caught, planted));
    metrics.put("passed", share(passed, clean));
    return new Score(
        Map.of("rows", (long) rows.size(), "planted", planted, "clean", clean), metrics, wrong);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : part / (double) whole;
  }

  private static List<Found> judge(JsonNode row) {
    List<DraftFact> facts = new ArrayList<>();
    for (JsonNode fact : row.path("facts")) {
      facts.add(
          new DraftFact(
              String.join(" ", JsonRows.texts(fact.path("value"))),
              fact.path("quote").asString(""),
              date(fact.path("until"))));
    }
    JsonNode context = row.path("context");
    List<String> competitors =
        context.isObject() ? JsonRows.texts(context.path("competitors")) : List.of();
    List<String> texts = new ArrayList<>(JsonRows.texts(context));
    texts.removeAll(competitors);
    Grounds grounds =
        new Grounds(
            date(row.path("as_of")).orElseThrow(),
            facts,
            texts,
            competitors,
            JsonRows.texts(row.path("recipient")));
    List<String> sentences = new ArrayList<>(JsonRows.texts(row.path("subject")));
    for (JsonNode sentence : row.path("sentences")) {
      sentences.add(
          sentence.isObject() ? sentence.path("text").asString("") : sentence.asString(""));
    }
    Language language = Language.of(row.path("language").asString("en")).orElse(Language.EN);
    return DraftGate.of(language, grounds).judge(sentences);
  }

  private static Optional<LocalDate> date(JsonNode node) {
    String text = node.asString("");
    return text.length() < 10
        ? Optional.empty()
        : Optional.of(LocalDate.parse(text.substring(0, 10)));
  }

  private static boolean meet(String found, String planted) {
    String one = plain(found);
    String other = plain(planted);
    return !one.isEmpty() && !other.isEmpty() && (one.contains(other) || other.contains(one));
  }

  /** Letters, digits and a few signs; all but spaces of a text that has none of them ("____"). */
  private static String plain(String text) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    String kept = normal.replaceAll("[^\\p{L}\\p{N}%$@]", "");
    return kept.isEmpty() ? normal.replaceAll("\\s", "") : kept;
  }
}
