package dev.prospector.benchmark.evaluation;

import dev.prospector.agents.contact.ContactFinder;
import dev.prospector.agents.contact.phone.PhoneFinding;
import dev.prospector.agents.contact.phone.PhoneKind;
import dev.prospector.agents.contact.text.ContactHints;
import dev.prospector.benchmark.evaluation.Score.WrongCase;
import dev.prospector.benchmark.halves.Half;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Phone numbers read from fields. Of what the folder holds:
 *
 * <ul>
 *   <li>{@code accuracy} on {@code br-numbers.jsonl}: a valid row gives exactly its national number
 *       and kind of line, an invalid one gives none. {@code world_accuracy} likewise on {@code
 *       world-examples.jsonl}: an example read from within its region gives its E.164 form.
 *   <li>{@code found} on {@code hospitals.jsonl}: the share of the fields with a digit that give a
 *       number with an area code. Fields without any digit ("Sem contato", "****") say that there
 *       is no phone; they are counted apart, and must give none to be right.
 *   <li>{@code region_agreement}: of the rows that give one and whose city's area code is known,
 *       the share with a number of that area code. Numbers without area code are given that of the
 *       city by the table that ships, never by the row.
 * </ul>
 */
final class PhonesEvaluation implements Halved {

  private final ContactFinder finder = ContactFinder.create();
  private final JsonMapper json = JsonMapper.builder().build();

  @Override
  public String kind() {
    return "phones";
  }

  @Override
  public Score measure(Path folder, Half half) throws IOException {
    Figures figures = new Figures();
    Path numbers = folder.resolve("br-numbers.jsonl");
    Path world = folder.resolve("world-examples.jsonl");
    Path hospitals = folder.resolve("hospitals.jsonl");
    if (Files.exists(numbers)) {
      numbers(rows(numbers, half), figures);
    }
    if (Files.exists(world)) {
      world(rows(world, half), figures);
    }
    if (Files.exists(hospitals)) {
      hospitals(rows(hospitals, half), figures);
    }
    return new Score(figures.counts, figures.metrics, figures.wrong);
  }

  private List<JsonNode> rows(Path file, Half half) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (!line.isBlank() && half.holds(line)) {
        rows.add(json.readTree(line));
      }
    }
    return rows;
  }

  private void numbers(List<JsonNode> rows, Figures figures) {
    ContactHints brazil = ContactHints.none().withCountry("BR");
    long right = 0;
    for (JsonNode row : rows) {
      List<PhoneFinding> found = finder.phones(row.path("written").asString(""), brazil);
      if (isRight(row, found)) {
        right++;
      } else {
        String expected = row.path("valid").asBoolean() ? "valid" : "invalid";
        figures.wrong(expected + ' ' + row.path("reason").asString(""), found);
      }
    }
    figures.share("accuracy", "numbers", right, rows.size());
  }

  private static boolean isRight(JsonNode row, List<PhoneFinding> found) {
    if (!row.path("valid").asBoolean()) {
      return found.isEmpty();
    }
    PhoneKind kind =
        row.path("type").asString("").equals("MOBILE") ? PhoneKind.MOBILE : PhoneKind.LANDLINE;
    return found.size() == 1
        && found.get(0).e164().equals("+55" + row.path("national").asString(""))
        && found.get(0).kind() == kind;
  }

  private void world(List<JsonNode> rows, Figures figures) {
    long right = 0;
    for (JsonNode row : rows) {
      String region = row.path("region").asString("");
      String e164 = row.path("e164").asString("");
      String written = region.equals("001") ? e164 : row.path("national").asString("");
      List<PhoneFinding> found = finder.phones(written, ContactHints.none().withCountry(region));
      if (found.size() == 1 && found.get(0).e164().equals(e164)) {
        right++;
      } else {
        figures.wrong(region + ' ' + row.path("type").asString(""), found);
      }
    }
    figures.share("world_accuracy", "world_examples", right, rows.size());
  }

  private void hospitals(List<JsonNode> rows, Figures figures) {
    Hospitals hospitals = new Hospitals();
    for (JsonNode row : rows) {
      String field = row.path("phones_raw").asString("");
      ContactHints hints =
          ContactHints.none()
              .withCountry("BR")
              .withCity(row.path("city").asString(""), row.path("uf").asString(""));
      hospitals.add(field, row.path("city_ddd").asString(""), finder.phones(field, hints), figures);
    }
    figures.counts.put("fields_empty", hospitals.empty);
    figures.counts.put("fields_without_digit", hospitals.none);
    figures.share("found", "fields", hospitals.found, hospitals.fields);
    figures.share("region_agreement", "with_city", hospitals.agreed, hospitals.compared);
  }

  /** The counts over the rows of hospitals. */
  private static final class Hospitals {

    private long empty;
    private long none;
    private long fields;
    private long found;
    private long compared;
    private long agreed;

    void add(String field, String areaOfCity, List<PhoneFinding> phones, Figures figures) {
      if (field.isBlank()) {
        empty++;
        return;
      }
      if (field.chars().noneMatch(Character::isDigit)) {
        none++;
        return;
      }
      fields++;
      List<String> areas =
          phones.stream().filter(Hospitals::hasArea).map(p -> p.e164().substring(3, 5)).toList();
      if (areas.isEmpty()) {
        figures.wrong("a number with area code", phones);
        return;
      }
      found++;
      if (!areaOfCity.isEmpty()) {
        compared++;
        agreed += areas.contains(areaOfCity) ? 1 : 0;
      }
    }

    private static boolean hasArea(PhoneFinding phone) {
      return phone.kind() == PhoneKind.MOBILE || phone.kind() == PhoneKind.LANDLINE;
    }
  }

  /** What is reported. */
  private static final class Figures {

    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Map<String, Double> metrics = new LinkedHashMap<>();
    private final List<WrongCase> wrong = new ArrayList<>();

    void share(String metric, String count, long right, long all) {
      counts.put(count, all);
      metrics.put(metric, all == 0 ? 0 : right / (double) all);
    }

    void wrong(String expected, List<PhoneFinding> found) {
      String kinds = found.stream().map(PhoneFinding::kind).toList().toString();
      wrong.add(
          new WrongCase("case " + (wrong.size() + 1), expected, kinds.toLowerCase(Locale.ROOT)));
    }
  }
}
