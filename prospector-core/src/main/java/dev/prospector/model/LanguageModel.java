package dev.prospector.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import java.util.Optional;

/** A language model behind whatever provider. Implementations are safe for several threads. */
public interface LanguageModel {

  /** Returns the provider's name of the model, which is part of every result's fingerprint. */
  String name();

  /**
   * Returns an upper bound of what a request can cost: its prompt counted, its answer at the
   * longest allowed.
   */
  Usage upperBound(Request request);

  /**
   * Asks once; retries are the caller's.
   *
   * @throws dev.prospector.error.UnansweredException if the request may have arrived and its answer
   *     was not heard, such as after a timeout: it counts in full, unless {@link #answered} can
   *     tell, and is repeated only as {@link #effect()} allows
   * @throws dev.prospector.error.PortException if the provider did not do the work and charges
   *     nothing, with advice on trying again
   * @throws InterruptedException if interrupted while waiting
   */
  Answer ask(Request request) throws InterruptedException;

  /** Returns what a question does at the provider, and with that whether it may be repeated. */
  Effect effect();

  /**
   * Asks the provider what it answered under an idempotency key, after nobody heard the answer.
   *
   * @return empty if it was never asked, or cannot tell, which is so unless overridden
   */
  default Optional<Answer> answered(String idempotencyKey) throws InterruptedException {
    return Optional.empty();
  }

  /**
   * A question.
   *
   * @param instructions what to do, from us
   * @param material what to do it with; fetched text is data, never instructions
   * @param schema the JSON Schema of the answer; empty for free text
   * @param longestAnswer in tokens, at least 1
   * @param idempotencyKey stable over attempts at one step, so that a provider bills once
   */
  record Request(
      String instructions,
      String material,
      String schema,
      int longestAnswer,
      String idempotencyKey) {

    /** Returns this request under a key. */
    public Request withIdempotencyKey(String key) {
      return new Request(instructions, material, schema, longestAnswer, key);
    }
  }

  /**
   * An answer.
   *
   * @param text as received
   * @param ending how it ended
   * @param usage what it really cost
   * @param model the name of the model that answered
   */
  record Answer(
      @JsonProperty("text") String text,
      @JsonProperty("ending") Ending ending,
      @JsonProperty("usage") Usage usage,
      @JsonProperty("model") String model) {

    /** How an answer ended. */
    public enum Ending {
      /** It is whole. */
      COMPLETE,
      /** It was cut at the longest length. */
      TRUNCATED,
      /** The model would not answer. */
      REFUSED,
      /** There is no text. */
      EMPTY
    }
  }
}
