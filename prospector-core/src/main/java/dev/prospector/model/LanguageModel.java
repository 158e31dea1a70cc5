package dev.prospector.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A language model of any provider. Implementations are safe for several threads. */
public interface LanguageModel {

  /** Returns the provider's name of the model, which is part of every result's fingerprint. */
  String name();

  /**
   * Returns an upper bound of what a request can cost: its prompt counted, its answer at the
   * longest allowed.
   */
  Usage upperBound(Request request);

  /**
   * Returns what a request is likely to cost, with its answer at the longest allowed: for forecasts
   * and rate limits, never for a reservation. The upper bound unless overridden.
   */
  default Usage estimate(Request request) {
    return upperBound(request);
  }

  /** Returns what the model can do; nothing is known unless overridden. */
  default Capabilities capabilities() {
    return Capabilities.unknown();
  }

  /**
   * Waits until the call may be made, as far as the provider's limits go. Nothing is reserved and
   * nothing is asked meanwhile. A permit is for one call at most; the caller closes it afterwards.
   *
   * @throws dev.prospector.error.PortException if the provider is known to be down for longer than
   *     the caller waits, or not to answer at all
   * @throws InterruptedException if interrupted while waiting
   */
  default Permit turn(Request request, Caller caller) throws InterruptedException {
    return Permit.free();
  }

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
   * Asks the provider what it answered under an idempotency key, for a call whose answer did not
   * arrive.
   *
   * @return empty if it was never asked, or cannot tell, which is so unless overridden
   */
  default Optional<Answer> answered(String idempotencyKey) throws InterruptedException {
    return Optional.empty();
  }

  /**
   * A question. There are no sampling settings: newer models refuse them.
   *
   * @param instructions what to do, from us
   * @param material what to do it with
   * @param turns what was answered before, and objected to; empty for a first question
   * @param schema the form of the answer; empty for free text
   * @param longestAnswer in tokens, at least 1
   * @param effort how long to think
   * @param idempotencyKey stable over attempts at one step, so that a provider bills once
   */
  record Request(
      String instructions,
      List<Block> material,
      List<Turn> turns,
      Optional<Schema> schema,
      int longestAnswer,
      Effort effort,
      String idempotencyKey) {

    /** Fixes the lists, and checks the length. */
    public Request {
      material = List.copyOf(material);
      turns = List.copyOf(turns);
      Objects.requireNonNull(schema);
      if (longestAnswer < 1) {
        throw new IllegalArgumentException("an answer has at least 1 token, not " + longestAnswer);
      }
    }

    /** Returns a question for free text, without a key, to be answered with little thought. */
    public static Request of(String instructions, String material, int longestAnswer) {
      List<Block> blocks = material.isEmpty() ? List.of() : List.of(Block.of(material));
      return new Request(
          instructions, blocks, List.of(), Optional.empty(), longestAnswer, Effort.LOW, "");
    }

    /** Returns all material as one text, its blocks parted by empty lines. */
    public String materialText() {
      return material.stream().map(Block::text).collect(Collectors.joining("\n\n"));
    }

    /** Returns this request with other instructions. */
    public Request withInstructions(String text) {
      return new Request(text, material, turns, schema, longestAnswer, effort, idempotencyKey);
    }

    /** Returns this request with other material. */
    public Request withMaterial(List<Block> blocks) {
      return new Request(
          instructions, blocks, turns, schema, longestAnswer, effort, idempotencyKey);
    }

    /** Returns this request with one more turn of the dialogue. */
    public Request withTurn(Turn turn) {
      List<Turn> more = new ArrayList<>(turns);
      more.add(turn);
      return withTurns(more);
    }

    /** Returns this request with another dialogue. */
    public Request withTurns(List<Turn> dialogue) {
      return new Request(
          instructions, material, dialogue, schema, longestAnswer, effort, idempotencyKey);
    }

    /** Returns this request for an answer of a form. */
    public Request withSchema(Schema form) {
      return new Request(
          instructions, material, turns, Optional.of(form), longestAnswer, effort, idempotencyKey);
    }

    /** Returns this request with another longest answer, in tokens. */
    public Request withLongestAnswer(int tokens) {
      return new Request(instructions, material, turns, schema, tokens, effort, idempotencyKey);
    }

    /** Returns this request to be answered with more or less thought. */
    public Request withEffort(Effort thought) {
      return new Request(
          instructions, material, turns, schema, longestAnswer, thought, idempotencyKey);
    }

    /** Returns this request under a key. */
    public Request withIdempotencyKey(String key) {
      return new Request(instructions, material, turns, schema, longestAnswer, effort, key);
    }

    /** Tells how long it is, never what it says: that may be personal data. */
    @Override
    public String toString() {
      return "request of "
          + (instructions.length() + materialText().length())
          + " characters"
          + (turns.isEmpty() ? "" : ", after " + turns.size() + " answers");
    }
  }

  /**
   * An answer.
   *
   * @param text as received
   * @param ending how it ended
   * @param usage what it really cost
   * @param model the name of the model that answered
   * @param tokens as the provider counted them; {@link Tokens#UNKNOWN} if it did not tell
   * @param requestId the provider's own name of the call; empty if it did not tell
   */
  record Answer(
      String text, Ending ending, Usage usage, String model, Tokens tokens, String requestId) {

    /** Creates an answer of which the provider told no more. */
    public Answer(String text, Ending ending, Usage usage, String model) {
      this(text, ending, usage, model, Tokens.UNKNOWN, "");
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Answer read(Stored stored) {
      return new Answer(
          Objects.requireNonNull(stored.text, "text"),
          Objects.requireNonNull(stored.ending, "ending"),
          Objects.requireNonNull(stored.usage, "usage"),
          Objects.requireNonNull(stored.model, "model"),
          stored.tokens,
          stored.requestId);
    }

    /** Returns this answer with another text. */
    public Answer withText(String other) {
      return new Answer(other, ending, usage, model, tokens, requestId);
    }

    /** Tells how it ended, never what it says: that may be personal data. */
    @Override
    public String toString() {
      return ending + " answer of " + text.length() + " characters by " + model;
    }

    /** What was stored; what earlier versions did not store has its default. */
    private static final class Stored {
      @JsonProperty("text")
      private @Nullable String text;

      @JsonProperty("ending")
      private @Nullable Ending ending;

      @JsonProperty("usage")
      private @Nullable Usage usage;

      @JsonProperty("model")
      private @Nullable String model;

      @JsonProperty("tokens")
      private Tokens tokens = Tokens.UNKNOWN;

      @JsonProperty("requestId")
      private String requestId = "";
    }

    /** How an answer ended. */
    public enum Ending {
      /** It is whole. */
      COMPLETE,
      /** It was cut at the longest length. */
      TRUNCATED,
      /** The model would not answer. */
      REFUSED,
      /** There is no text. */
      EMPTY,
      /** The provider's filter kept question or answer back. */
      BLOCKED
    }
  }
}
