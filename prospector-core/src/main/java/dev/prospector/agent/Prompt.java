package dev.prospector.agent;

import dev.prospector.dossier.Fingerprint;
import dev.prospector.model.Effort;
import dev.prospector.model.LanguageModel.Request;
import dev.prospector.model.Role;
import dev.prospector.model.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an agent asks a model in the same words for every lead. Start from {@link #of}.
 *
 * @param id the name of the prompt, such as the agent's id; in provenance and recordings
 * @param role what the model is needed for
 * @param instructions what to do, or what holds whatever is asked
 * @param schema the form of the answer; empty for free text
 * @param lengths how long questions and answers get
 * @param effort how long the model is to think
 * @param task what is asked, with open parameters; a question says it with those filled in. Empty
 *     where the instructions say all
 */
public record Prompt(
    String id,
    Role role,
    String instructions,
    Optional<Schema> schema,
    Lengths lengths,
    Effort effort,
    String task) {

  /**
   * How long questions and answers get, from which a forecast is made.
   *
   * @param shortestQuestion the fewest characters of material that are asked about; 0 if of some
   *     leads nothing is asked
   * @param longestQuestion the most characters of material
   * @param longestAnswer the most tokens of an answer, thoughts included; at least 1
   */
  public record Lengths(int shortestQuestion, int longestQuestion, int longestAnswer) {

    /** Checks the ranges. */
    public Lengths {
      if (shortestQuestion < 0 || longestQuestion < shortestQuestion || longestAnswer < 1) {
        throw new IllegalArgumentException(
            "lengths are positive, and the shortest is not the longest: %d, %d, %d"
                .formatted(shortestQuestion, longestQuestion, longestAnswer));
      }
    }
  }

  /** Checks that all is there. */
  public Prompt {
    Objects.requireNonNull(role);
    Objects.requireNonNull(schema);
    Objects.requireNonNull(lengths);
    Objects.requireNonNull(effort);
    if (id.isBlank()) {
      throw new IllegalArgumentException("a prompt has a name");
    }
  }

  /**
   * Returns a prompt for free text of at most 1,000 tokens about at most 20,000 characters, with
   * little thought.
   */
  public static Prompt of(String id, Role role, String instructions) {
    Lengths lengths = new Lengths(0, 20_000, 1_000);
    return new Prompt(id, role, instructions, Optional.empty(), lengths, Effort.LOW, "");
  }

  /** Returns this prompt for an answer of a form. */
  public Prompt withSchema(Schema form) {
    return new Prompt(id, role, instructions, Optional.of(form), lengths, effort, task);
  }

  /** Returns this prompt with other lengths. */
  public Prompt withLengths(Lengths other) {
    return new Prompt(id, role, instructions, schema, other, effort, task);
  }

  /** Returns this prompt with more or less thought. */
  public Prompt withEffort(Effort other) {
    return new Prompt(id, role, instructions, schema, lengths, other, task);
  }

  /** Returns this prompt with what is asked, which stands at the end of each question. */
  public Prompt withTask(String words) {
    return new Prompt(id, role, instructions, schema, lengths, effort, words);
  }

  /** Returns the version: a hash of everything but the lead. Another one asks everything again. */
  public String version() {
    return Fingerprint.hasher()
        .add("prompt/2")
        .add(id)
        .add(role.name())
        .add(instructions)
        .add(schema.map(s -> s.name() + "\n" + s.json()).orElse(""))
        .add(lengths.longestAnswer())
        .add(effort.name())
        .add(task)
        .finish()
        .toString()
        .substring(0, 16);
  }

  /** Returns the name with the version, as it stands in provenance. */
  public String label() {
    return id + "@" + version();
  }

  /** Returns the request for one lead, without its key. */
  public Request about(Question question) {
    return new Request(
        instructions, question.material(), List.of(), schema, lengths.longestAnswer(), effort, "");
  }
}
