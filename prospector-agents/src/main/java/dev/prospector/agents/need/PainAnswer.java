package dev.prospector.agents.need;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.answer.Said;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model is asked about a company's problems: each with the words that show it. */
record PainAnswer(
    @JsonProperty("pains") List<Item> pains, @JsonProperty("questions") List<String> questions) {

  PainAnswer {
    pains = pains == null ? List.of() : List.copyOf(pains);
    questions = questions == null ? List.of() : List.copyOf(questions);
  }

  /**
   * One problem.
   *
   * @param category what it is about
   * @param statement a sentence for people, and its quote
   * @param solves the entry of the seller's pains that it meets; empty if it meets none
   * @param impact what it leads to for this company; empty if nothing can be said
   * @param offer the entry of the seller's products or advantages that answers it; may be empty
   */
  record Item(
      @JsonProperty("category") PainCategory category,
      @JsonProperty("statement") Said statement,
      @JsonProperty("solves") @Nullable String solves,
      @JsonProperty("impact") @Nullable String impact,
      @JsonProperty("offer") @Nullable String offer) {

    String solved() {
      return solves == null ? "" : solves.strip();
    }

    String effect() {
      return impact == null ? "" : impact.strip();
    }

    String offered() {
      return offer == null ? "" : offer.strip();
    }
  }
}
