package dev.prospector.dossier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.budget.Usage;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a section comes from.
 *
 * @param writer the agent's id, or the name of the person's role
 * @param version the agent's version; 0 for a person
 * @param author by what means
 * @param inputs the fingerprint of what it was made from
 * @param at when it was made
 * @param usage what making it cost
 * @param note why it is not what was asked for, such as why rules stand in for a model; else empty
 * @param model the name of the model that answered; empty if none did
 * @param prompt the prompt's name and version; empty if no model answered
 */
public record Provenance(
    String writer,
    int version,
    Author author,
    Fingerprint inputs,
    Instant at,
    Usage usage,
    String note,
    String model,
    String prompt) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Provenance read(Stored stored) {
    return new Provenance(
        Objects.requireNonNull(stored.writer, "writer"),
        Objects.requireNonNull(stored.version, "version"),
        Objects.requireNonNull(stored.author, "author"),
        Objects.requireNonNull(stored.inputs, "inputs"),
        Objects.requireNonNull(stored.at, "at"),
        Objects.requireNonNull(stored.usage, "usage"),
        Objects.requireNonNull(stored.note, "note"),
        stored.model,
        stored.prompt);
  }

  /** What was stored; what earlier versions did not store is empty. */
  private static final class Stored {
    @JsonProperty("writer")
    private @Nullable String writer;

    @JsonProperty("version")
    private @Nullable Integer version;

    @JsonProperty("author")
    private @Nullable Author author;

    @JsonProperty("inputs")
    private @Nullable Fingerprint inputs;

    @JsonProperty("at")
    private @Nullable Instant at;

    @JsonProperty("usage")
    private @Nullable Usage usage;

    @JsonProperty("note")
    private @Nullable String note;

    @JsonProperty("model")
    private String model = "";

    @JsonProperty("prompt")
    private String prompt = "";
  }
}
