package dev.prospector.adapter.imports.internal.row;

import dev.prospector.agents.page.ContentProblem;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.ImportNotes;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A site in the format of a search harvester: its address, what the search engine says about it,
 * and the text of its page. What is stored as text may be the message of a failure, or filler of a
 * template marked as success; neither becomes a page.
 */
final class HarvestedSite {

  private static final String TEXT = "extracted_text_content";
  private static final String STATUS = "extraction_status_message";
  private static final String SEARCH = "google_search_data";

  private static final Pattern FAILED =
      Pattern.compile(
          "fail|falh|error|\\berr[oó]|exce[pç]|excep|time.?out|tempo (esgotado|limite)|blocked|bloque"
              + "|denied|negad|refused|recusad|abort|cancel|skipped|ignorad|not (found|extracted)"
              + "|n[aã]o (encontrad|extra[ií]d)|sem conte[uú]do|no content|empty|vazi|^[45]\\d\\d\\b"
              + "|(http|status|code|c[oó]digo)\\W{0,3}[45]\\d\\d\\b|unreachable|inacess|invalid|inv[aá]lid|captcha",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern SUCCEEDED =
      Pattern.compile(
          "^\\W{0,5}(success|sucesso|[eé]xito|ok\\b|done|completed?\\b|conclu[ií]d|200\\b)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private HarvestedSite() {}

  static boolean isOne(JsonNode node) {
    return node.has("url") && (node.has(TEXT) || node.has(SEARCH) || node.has(STATUS));
  }

  static Row row(JsonNode node, Map<String, String> about, long number, long line) {
    Map<String, String> cells = JsonCells.flat(node);
    cells.remove(TEXT);
    copy(about, "original_query", cells);
    copy(about, "collection_timestamp", cells);
    String text = node.path(TEXT).asString("").strip();
    Optional<String> problem = problem(text, node.path(STATUS).asString(""));
    problem.ifPresent(why -> cells.put(ImportNotes.PREFIX + "page_not_used", why));
    if (text.isEmpty() || problem.isPresent()) {
      return Row.of(number, line, List.copyOf(cells.keySet()), cells);
    }
    Snapshot page = Snapshot.page(node.path("url").asString(""), text);
    Snapshot dated =
        time(about.getOrDefault("collection_timestamp", "")).map(page::capturedAt).orElse(page);
    return new Row(number, line, List.copyOf(cells.keySet()), cells, List.of(dated), null);
  }

  private static void copy(Map<String, String> about, String name, Map<String, String> cells) {
    if (about.containsKey(name)) {
      cells.putIfAbsent(name, about.get(name));
    }
  }

  /** Returns why a text is not the page's, in words that quote neither filler nor message. */
  private static Optional<String> problem(String text, String status) {
    Optional<ContentProblem> found = ContentProblem.find(text);
    if (found.isPresent()) {
      String kind = found.get().kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      return Optional.of("the text stored for the page is none: " + kind);
    }
    String said = status.length() > 500 ? status.substring(0, 500) : status;
    if (!SUCCEEDED.matcher(said).find() && FAILED.matcher(said).find()) {
      return Optional.of("the page was not read: " + status.strip());
    }
    return text.isEmpty() && !status.isBlank()
        ? Optional.of("no text was stored for the page: " + status.strip())
        : Optional.empty();
  }

  /** Times without an offset are taken as UTC. */
  private static Optional<Instant> time(String written) {
    try {
      return Optional.of(OffsetDateTime.parse(written.strip()).toInstant());
    } catch (DateTimeParseException e) {
      return local(written.strip());
    }
  }

  private static Optional<Instant> local(String written) {
    try {
      return Optional.of(LocalDateTime.parse(written.replace(' ', 'T')).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
