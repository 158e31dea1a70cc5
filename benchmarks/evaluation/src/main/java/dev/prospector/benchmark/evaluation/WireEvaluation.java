package dev.prospector.benchmark.evaluation;

import dev.prospector.adapter.model.Dialect;
import dev.prospector.adapter.model.HttpModel;
import dev.prospector.adapter.model.HttpModelSettings;
import dev.prospector.adapter.model.Provider;
import dev.prospector.benchmark.evaluation.Score.WrongCase;
import dev.prospector.error.PortException;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.LanguageModel.Request;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether recorded answers of providers are read: every success gives an answer, every failure a
 * typed error, and a stream the text that its own pieces make. Reads {@code exchanges.jsonl.gz}, or
 * {@code .jsonl}; what is no call for an answer is counted as other.
 */
final class WireEvaluation implements Evaluation {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  public String kind() {
    return "wire";
  }

  /** What was counted. */
  private static final class Tally {
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final List<WrongCase> wrong = new ArrayList<>();

    void count(String what) {
      counts.merge(what, 1L, Long::sum);
    }

    double share(String of, String all) {
      long whole = counts.getOrDefault(all, 0L);
      return whole == 0 ? 1 : counts.getOrDefault(of, 0L) / (double) whole;
    }
  }

  @Override
  public Score measure(Path folder) throws IOException {
    Tally tally = new Tally();
    List.of("exchanges", "successes", "parsed", "failures", "typed", "streams", "equal", "crashes")
        .forEach(name -> tally.counts.put(name, 0L));
    for (Path file : files(folder)) {
      try (BufferedReader lines = open(file)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (!line.isBlank()) {
            measure(JSON.readTree(line), tally);
          }
        }
      }
    }
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("parsed_2xx", tally.share("parsed", "successes"));
    metrics.put("typed_errors", tally.share("typed", "failures"));
    metrics.put("sse_equal", tally.share("equal", "streams"));
    metrics.put("crashes", (double) tally.counts.getOrDefault("crashes", 0L));
    return new Score(tally.counts, metrics, tally.wrong);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().matches(".*\\.jsonl(\\.gz)?")).sorted().toList();
    }
  }

  private static BufferedReader open(Path file) throws IOException {
    var in = Files.newInputStream(file);
    return new BufferedReader(
        new InputStreamReader(
            file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in,
            StandardCharsets.UTF_8));
  }

  private static void measure(JsonNode row, Tally tally) {
    tally.count("exchanges");
    Optional<Dialect> dialect = dialect(row.path("uri").asString(""));
    if (dialect.isEmpty() || !row.path("method").asString("POST").equals("POST")) {
      tally.count("other");
      return;
    }
    String id = "exchange " + tally.counts.get("exchanges");
    boolean success = row.path("status").asInt(0) < 300 && !tellsAnError(row);
    tally.count(success ? "successes" : "failures");
    try {
      Answer answer = ask(row, dialect.get(), 4096);
      tally.count(success ? "parsed" : "typed");
      if (success && row.path("sse").asBoolean(false)) {
        boolean same =
            ask(row, dialect.get(), 1).equals(answer) && ask(row, dialect.get(), 7).equals(answer);
        compare(row, answer, same, id, tally);
      }
    } catch (PortException e) {
      tally.count(success ? "refused" : "typed");
      if (success) {
        tally.wrong.add(new WrongCase(id, "an answer", String.valueOf(e.getMessage())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (RuntimeException e) {
      tally.count("crashes");
      tally.wrong.add(new WrongCase(id, "an answer or a typed error", e.getClass().getName()));
    }
  }

  /** Some providers tell of an error after they began with a success. */
  private static boolean tellsAnError(JsonNode row) {
    return row.path("response_json").path("error").isObject()
        || row.path("response_text").asString("").contains("\"error\":{");
  }

  private static Optional<Dialect> dialect(String uri) {
    String path = uri.replaceFirst("\\?.*", "");
    if (path.endsWith("/chat/completions")) {
      return Optional.of(Dialect.OPENAI_CHAT);
    }
    if (path.endsWith("/responses")) {
      return Optional.of(Dialect.OPENAI_RESPONSES);
    }
    if (path.endsWith("/messages")) {
      return Optional.of(Dialect.ANTHROPIC);
    }
    if (path.endsWith(":generateContent") || path.endsWith(":streamGenerateContent")) {
      return Optional.of(Dialect.GEMINI);
    }
    return path.endsWith("/api/chat") ? Optional.of(Dialect.OLLAMA) : Optional.empty();
  }

  private static Answer ask(JsonNode row, Dialect dialect, int cut) throws InterruptedException {
    Provider provider = Provider.at("https://provider.example").withDialect(dialect);
    HttpModelSettings settings = HttpModelSettings.of(provider, "recorded", "");
    boolean stream = row.path("sse").asBoolean(false);
    HttpModel model =
        new HttpModel(stream ? settings.streaming() : settings, new RecordedTransport(row, cut));
    return model.ask(Request.of("recorded", "recorded", 100_000));
  }

  /** The text that stands in the pieces themselves, put together as simply as can be. */
  private static void compare(JsonNode row, Answer answer, boolean same, String id, Tally tally) {
    StringBuilder pieces = new StringBuilder();
    String whole = "";
    for (String line : row.path("response_text").asString("").split("\\R")) {
      if (line.startsWith("data:") && !line.contains("[DONE]")) {
        JsonNode event = JSON.readTree(line.substring("data:".length()));
        pieces.append(event.at("/choices/0/delta/content").asString(""));
        String type = event.path("type").asString("");
        boolean text = type.equals("content_block_delta") || type.isEmpty();
        pieces.append(text ? event.at("/delta/text").asString("") : "");
        pieces.append(
            type.equals("response.output_text.delta") ? event.path("delta").asString("") : "");
        for (JsonNode part : event.at("/candidates/0/content/parts")) {
          pieces.append(
              part.path("thought").asBoolean(false) ? "" : part.path("text").asString(""));
        }
        whole += type.equals("response.output_text.done") ? event.path("text").asString("") : "";
      }
    }
    tally.count("streams");
    String expected = whole.isEmpty() ? pieces.toString() : whole;
    boolean tools = expected.isBlank();
    if (same && (tools || expected.equals(answer.text()))) {
      tally.count("equal");
    } else {
      tally.wrong.add(
          new WrongCase(
              id, expected.length() + " characters", answer.text().length() + " characters"));
    }
  }
}
