package dev.prospector.agents.rival;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.answer.Said;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model is asked about companies beside the lead; each by the words that name it. */
record RivalAnswer(@JsonProperty("companies") List<Item> companies) {

  RivalAnswer {
    companies = companies == null ? List.of() : List.copyOf(companies);
  }

  /**
   * One company.
   *
   * @param name as the source writes it
   * @param role what it is to the lead
   * @param what for what, in words of the same quote; may be empty
   * @param strength what a source says for it; at most one
   * @param weakness what a source says against it; at most one
   */
  record Item(
      @JsonProperty("name") Said name,
      @JsonProperty("role") Competitors.Role role,
      @JsonProperty("what") @Nullable String what,
      @JsonProperty("strength") @Nullable List<Said> strength,
      @JsonProperty("weakness") @Nullable List<Said> weakness) {

    String purpose() {
      return what == null ? "" : what.strip();
    }

    List<Said> strengths() {
      return strength == null ? List.of() : strength;
    }

    List<Said> weaknesses() {
      return weakness == null ? List.of() : weakness;
    }
  }
}
