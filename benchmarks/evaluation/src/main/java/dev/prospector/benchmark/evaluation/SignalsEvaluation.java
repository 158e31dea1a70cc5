package dev.prospector.benchmark.evaluation;

import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.argument.PartialDate;
import dev.prospector.agents.argument.PartialDates;
import dev.prospector.agents.heard.DatedWords;
import dev.prospector.agents.heard.Heard;
import dev.prospector.agents.heard.ReadSentences;
import dev.prospector.agents.page.Language;
import dev.prospector.agents.page.PageText;
import dev.prospector.agents.signal.Trigger;
import dev.prospector.agents.signal.Triggers;
import dev.prospector.benchmark.halves.Half;
import dev.prospector.evidence.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Whether buying triggers are read from texts, with kind and date: rows of {@code text, language,
 * company, as_of, published?, kind or null, date or null}. A date is right if it is the one given,
 * as far as both are exact.
 */
final class SignalsEvaluation implements Halved {

  private long right;
  private long said;
  private long asked;
  private long dated;
  private long datesRight;
  private final List<Score.WrongCase> wrong = new ArrayList<>();

  private record Read(String kind, Optional<PartialDate> date) {}

  @Override
  public String kind() {
    return "signals";
  }

  @Override
  public Score measure(Path folder, Half half) throws IOException {
    right = 0;
    said = 0;
    asked = 0;
    dated = 0;
    datesRight = 0;
    wrong.clear();
    List<JsonNode> rows = JsonRows.of(folder);
    long judged = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (half.holds(rows.get(i).path("text").asString(""))) {
        judge(rows.get(i), i + 1);
        judged++;
      }
    }
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("precision", share(right, said));
    metrics.put("recall", share(right, asked));
    metrics.put("date_accuracy", dated == 0 ? 1 : share(datesRight, dated));
    return new Score(Map.of("rows", judged, "signals", asked), metrics, wrong);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : part / (double) whole;
  }

  private void judge(JsonNode row, int number) {
    String expected = row.path("kind").asString("");
    Optional<Read> read = read(row);
    String kind = read.map(Read::kind).orElse("");
    said += kind.isEmpty() ? 0 : 1;
    asked += expected.isEmpty() ? 0 : 1;
    boolean hit = !kind.isEmpty() && kind.equalsIgnoreCase(expected);
    right += hit ? 1 : 0;
    if (!kind.equalsIgnoreCase(expected)) {
      wrong.add(new Score.WrongCase("row " + number, expected, kind));
    }
    String date = row.path("date").asString("");
    if (hit && !date.isEmpty()) {
      dated++;
      String found = read.flatMap(Read::date).map(PartialDate::toString).orElse("");
      boolean same = !found.isEmpty() && (found.startsWith(date) || date.startsWith(found));
      datesRight += same ? 1 : 0;
      if (!same) {
        wrong.add(new Score.WrongCase("row " + number + " date", date, found));
      }
    }
  }

  private static Optional<Read> read(JsonNode row) {
    String text = row.path("text").asString("");
    Language language = language(row.path("language").asString("en"));
    LocalDate asOf = LocalDate.parse(row.path("as_of").asString("").substring(0, 10));
    List<String> company =
        Arrays.stream(Folded.of(row.path("company").asString("")).split("[^\\p{L}\\p{N}]+"))
            .filter(word -> word.length() > 2)
            .toList();
    Snapshot snapshot = Snapshot.page("http://row.example/", text);
    PageText page =
        new PageText(
            text, List.of(new PageText.Region(PageText.Region.Kind.MAIN, 0, text.length())));
    for (Heard heard : ReadSentences.of(snapshot, page, language)) {
      Optional<Trigger> trigger = Triggers.in(heard.said(), language, company, true);
      if (trigger.isPresent()) {
        LocalDate latest = trigger.get().planned() ? asOf.plusYears(3) : asOf;
        Optional<PartialDate> date =
            DatedWords.of(heard, latest).map(DatedWords::date).or(() -> published(row));
        return Optional.of(new Read(trigger.get().kind().name(), date));
      }
    }
    return Optional.empty();
  }

  private static Optional<PartialDate> published(JsonNode row) {
    return PartialDates.in(row.path("published").asString("").replace('T', ' ')).stream()
        .findFirst()
        .map(PartialDates.Place::date);
  }

  private static Language language(String tag) {
    return switch (tag.substring(0, 2)) {
      case "pt" -> Language.PORTUGUESE;
      case "es" -> Language.SPANISH;
      default -> Language.ENGLISH;
    };
  }
}
