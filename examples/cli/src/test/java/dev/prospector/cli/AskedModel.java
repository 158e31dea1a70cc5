package dev.prospector.cli;

import dev.prospector.testkit.provider.Manner;
import dev.prospector.testkit.provider.SimulatedProvider;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a provider was asked in one run.
 *
 * @param first calls by the name of the form
 * @param repairs calls that object to an answer, by the name of the form
 * @param asked tokens of the requests
 * @param cached those of them that stand at the beginning of an earlier request in the same words
 * @param answered tokens of the answers
 */
record AskedModel(
    Map<String, Integer> first,
    Map<String, Integer> repairs,
    long asked,
    long cached,
    long answered) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** So is asked again what was answered by nothing: its form is told in words. */
  private static final String FREE = "free text";

  private static final String MODEL = "openai:gpt-5-mini";

  /** OpenAI keeps beginnings of at least so many tokens, and counts them in steps. */
  private static final long SHORTEST_KEPT = 1_024;

  private static final long STEP = 128;

  /** Runs the example, and returns what the model was asked. */
  static AskedModel by(Manner manner, KeptList example, Object... more) throws Exception {
    try (SimulatedProvider provider = SimulatedProvider.of(manner, 3).start()) {
      List<Object> arguments = new ArrayList<>(List.of("--model", MODEL));
      arguments.addAll(List.of("--model-url", provider.address()));
      arguments.addAll(List.of(more));
      Map<String, String> keys = Map.of("OPENAI_API_KEY", "sk-canary-1");
      Invocation run = Invocation.of(keys, example.folder(), example.enrich(arguments.toArray()));
      if (run.code() != 0) {
        throw new AssertionError(run.err());
      }
      return of(provider);
    }
  }

  private static AskedModel of(SimulatedProvider provider) {
    Map<String, Integer> first = new TreeMap<>();
    Map<String, Integer> repairs = new TreeMap<>();
    List<byte[]> texts = new ArrayList<>();
    long cached = 0;
    for (String body : provider.requests()) {
      JsonNode request = JSON.readTree(body);
      String form = request.at("/response_format/json_schema/name").asString(FREE);
      boolean again = form.equals(FREE) || isRepair(request);
      (again ? repairs : first).merge(form, 1, Integer::sum);
      byte[] text = text(request).getBytes(StandardCharsets.UTF_8);
      cached += kept(text, texts);
      texts.add(text);
    }
    long asked = provider.ledger().stream().mapToLong(charge -> charge.tokens().prompt()).sum();
    long answered = provider.ledger().stream().mapToLong(charge -> charge.tokens().answer()).sum();
    return new AskedModel(first, repairs, asked, cached, answered);
  }

  private static boolean isRepair(JsonNode request) {
    return request
        .path("messages")
        .valueStream()
        .anyMatch(message -> message.path("role").asString("").equals("assistant"));
  }

  /** The form stands before the messages in what a provider keeps. */
  private static String text(JsonNode request) {
    return request.path("response_format").toString() + request.path("messages");
  }

  private static long kept(byte[] text, List<byte[]> before) {
    int longest = 0;
    for (byte[] earlier : before) {
      int same = Arrays.mismatch(text, earlier);
      longest = Math.max(longest, same < 0 ? text.length : same);
    }
    long tokens = longest / 4;
    return tokens < SHORTEST_KEPT ? 0 : tokens / STEP * STEP;
  }

  int calls() {
    return sum(first) + sum(repairs);
  }

  static int sum(Map<String, Integer> calls) {
    return calls.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Returns a row of a table: calls and tokens of one lead. */
  String row(String name, int leads) {
    return String.format(
        Locale.ROOT,
        "| %s | %.1f | %d | %d | %d | %d |",
        name,
        calls() / (double) leads,
        asked / leads,
        cached / leads,
        answered / leads,
        Math.round((asked - cached + cached / 10.0) / leads));
  }
}
