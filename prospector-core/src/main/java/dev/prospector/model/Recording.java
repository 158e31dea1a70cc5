package dev.prospector.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.error.InputException;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.LanguageModel.Request;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Questions as they left and their answers, as lines of JSON: without keys, and without the
 * personal data that was held back. Replayed, an equal question to the same model gets its answer
 * again, free of charge, and any other one fails.
 */
public final class Recording {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Recording() {}

  /** One question and its answer. */
  private record Exchange(
      @JsonProperty("model") String model,
      @JsonProperty("request") Request request,
      @JsonProperty("answer") Answer answer) {}

  /**
   * Returns a model whose answers are added to a file.
   *
   * @throws InputException if the file cannot be written
   */
  public static LanguageModel to(Path file, LanguageModel model) {
    try {
      BufferedWriter writer =
          Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return new Recorded(model, new Tape(file, writer, new ReentrantLock()));
    } catch (IOException e) {
      throw new InputException("recording " + file + " cannot be written: " + e.getMessage(), e);
    }
  }

  /**
   * Returns a model that gives the answers that a file holds for it.
   *
   * @param name the name of the model that was recorded
   * @throws InputException if the file cannot be read
   */
  public static LanguageModel replay(Path file, String name) {
    Map<Fingerprint, Exchange> exchanges = new LinkedHashMap<>();
    int line = 0;
    try {
      for (String text : Files.readAllLines(file)) {
        line++;
        Exchange exchange = JSON.readValue(text, Exchange.class);
        if (exchange.model().equals(name)) {
          exchanges.put(fingerprint(exchange.request()), exchange);
        }
      }
    } catch (IOException | JacksonException e) {
      throw new InputException("recording " + file + ", line " + line + " cannot be read", e);
    }
    return new Replayed(name, exchanges);
  }

  private static Fingerprint fingerprint(Request request) {
    return Fingerprint.hasher()
        .add(JSON.writeValueAsString(request.withIdempotencyKey("")))
        .finish();
  }

  /** Where lines are written, one at a time. */
  private record Tape(Path file, BufferedWriter writer, ReentrantLock lock) {

    void add(Exchange exchange) {
      lock.lock();
      try {
        writer.write(JSON.writeValueAsString(exchange));
        writer.newLine();
        writer.flush();
      } catch (IOException e) {
        throw new InputException("recording " + file + " cannot be written", e);
      } finally {
        lock.unlock();
      }
    }
  }

  /** A model that is asked, and whose answers are kept. */
  private record Recorded(LanguageModel model, Tape tape) implements LanguageModel {

    @Override
    public String name() {
      return model.name();
    }

    @Override
    public Usage upperBound(Request request) {
      return model.upperBound(request);
    }

    @Override
    public Usage estimate(Request request) {
      return model.estimate(request);
    }

    @Override
    public Capabilities capabilities() {
      return model.capabilities();
    }

    @Override
    public Permit turn(Request request, Caller caller) throws InterruptedException {
      return model.turn(request, caller);
    }

    @Override
    public Answer ask(Request request) throws InterruptedException {
      Answer answer = model.ask(request);
      tape.add(new Exchange(name(), request.withIdempotencyKey(""), answer));
      return answer;
    }

    @Override
    public Effect effect() {
      return model.effect();
    }

    @Override
    public Optional<Answer> answered(String idempotencyKey) throws InterruptedException {
      return model.answered(idempotencyKey);
    }
  }

  /** A model that only knows what was recorded. */
  private record Replayed(String name, Map<Fingerprint, Exchange> exchanges)
      implements LanguageModel {

    @Override
    public Usage upperBound(Request request) {
      return new Usage(null, 0, 0);
    }

    @Override
    public Answer ask(Request request) {
      Exchange known = exchanges.get(fingerprint(request));
      if (known == null) {
        throw new PortException(
            name, "this question was not recorded: " + difference(request), RetryAdvice.never());
      }
      Answer answer = known.answer();
      return new Answer(
          answer.text(),
          answer.ending(),
          Usage.NONE,
          answer.model(),
          answer.tokens(),
          answer.requestId());
    }

    @Override
    public Effect effect() {
      return Effect.READ;
    }

    /** Names what of a question differs from the one that is nearest to it. */
    private String difference(Request request) {
      String nearest = "nothing was recorded of this model";
      int fewest = Integer.MAX_VALUE;
      for (Exchange exchange : exchanges.values()) {
        String differs = difference(request, exchange.request());
        int parts = differs.split(", ").length;
        if (parts < fewest) {
          fewest = parts;
          nearest = "nearest to it is one with another " + differs;
        }
      }
      return nearest;
    }

    private static String difference(Request one, Request other) {
      StringBuilder parts = new StringBuilder();
      add(parts, "instructions", one.instructions(), other.instructions());
      add(parts, "material", one.material(), other.material());
      add(parts, "dialogue", one.turns(), other.turns());
      add(parts, "schema", one.schema(), other.schema());
      add(parts, "length", one.longestAnswer(), other.longestAnswer());
      add(parts, "effort", one.effort(), other.effort());
      return parts.toString();
    }

    private static void add(StringBuilder parts, String name, Object one, Object other) {
      if (!one.equals(other)) {
        parts.append(parts.isEmpty() ? "" : ", ").append(name);
      }
    }
  }
}
