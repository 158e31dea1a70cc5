package dev.prospector.benchmark.evaluation;

import dev.prospector.agents.contact.email.EmailSyntax;
import dev.prospector.benchmark.evaluation.Score.WrongCase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether the verdicts on e-mail addresses agree with the policy that {@link EmailSyntax}
 * documents, on every {@code .jsonl} file of the folder, in either of two formats:
 *
 * <ul>
 *   <li>{@code address, category}: is_email's categories. An error is invalid; valid, DNS warnings
 *       and RFC 5321 are not; the rest (comments, folding, obsolete and over-long forms) the policy
 *       calls invalid.
 *   <li>{@code test, address, expected}: python-email-validator's tests, where valid means fit for
 *       a contact. Tests that switch on what the policy knows but never reports (quoted local
 *       parts, address literals, test domains) expect any verdict but invalid; tests that switch
 *       off internationalised mail expect no address that needs it.
 * </ul>
 */
final class EmailsEvaluation implements Evaluation {

  private static final Set<String> ACCEPTED =
      Set.of("ISEMAIL_VALID_CATEGORY", "ISEMAIL_DNSWARN", "ISEMAIL_RFC5321");
  private static final Set<String> VALID =
      Set.of("valid", "true", "ok", "accept", "accepted", "pass");

  @Override
  public String kind() {
    return "emails";
  }

  @Override
  public Score measure(Path folder) throws IOException {
    List<WrongCase> wrong = new ArrayList<>();
    long rows = 0;
    for (Path file : files(folder)) {
      for (JsonNode row : rows(file)) {
        rows++;
        EmailSyntax verdict = EmailSyntax.of(row.path("address").asString(""));
        if (!agrees(row, verdict)) {
          wrong.add(new WrongCase("row " + rows, expectation(row), verdict.name()));
        }
      }
    }
    double agreement = rows == 0 ? 0 : (rows - wrong.size()) / (double) rows;
    return new Score(Map.of("rows", rows), Map.of("agreement", agreement), wrong);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
  }

  private static List<JsonNode> rows(Path file) throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (!line.isBlank()) {
        rows.add(json.readTree(line));
      }
    }
    return rows;
  }

  private static boolean agrees(JsonNode row, EmailSyntax verdict) {
    if (row.has("category")) {
      boolean accepted = ACCEPTED.contains(row.path("category").asString(""));
      return accepted == (verdict != EmailSyntax.INVALID);
    }
    String test = row.path("test").asString("").toLowerCase(Locale.ROOT);
    if (!isValid(row.path("expected"))) {
      return test.contains("smtputf8_off") ? verdict != EmailSyntax.USABLE : !verdict.isContact();
    }
    boolean lax =
        test.contains("quoted") || test.contains("literal") || test.contains("environment");
    return lax ? verdict != EmailSyntax.INVALID : verdict.isContact();
  }

  /**
   * The verdict is a truth value or a word; valid addresses may instead show their normal form or
   * its parts, or nothing to complain of.
   */
  private static boolean isValid(JsonNode expected) {
    String text = expected.asString("").toLowerCase(Locale.ROOT);
    return expected.isObject()
        || expected.isNull()
        || expected.asBoolean(false)
        || VALID.contains(text)
        || text.indexOf('@') > 0 && text.indexOf(' ') < 0;
  }

  private static String expectation(JsonNode row) {
    return row.has("category")
        ? row.path("category").asString("") + ' ' + row.path("diagnosis").asString("")
        : row.path("test").asString("")
            + ' '
            + (isValid(row.path("expected")) ? "valid" : "invalid");
  }
}
