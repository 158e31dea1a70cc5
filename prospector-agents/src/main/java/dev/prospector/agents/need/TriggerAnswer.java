package dev.prospector.agents.need;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.answer.Said;
import dev.prospector.agents.signal.TriggerKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model is asked about triggers: further ones, and why those that rules found count now. */
record TriggerAnswer(
    @JsonProperty("triggers") List<Item> triggers, @JsonProperty("reasons") List<Reason> reasons) {

  TriggerAnswer {
    triggers = triggers == null ? List.of() : List.copyOf(triggers);
    reasons = reasons == null ? List.of() : List.copyOf(reasons);
  }

  /**
   * One trigger.
   *
   * @param kind what happens
   * @param why why it counts now, in a sentence for people, and the words that announce it
   * @param date when, with the words that say so; at most one
   */
  record Item(
      @JsonProperty("kind") TriggerKind kind,
      @JsonProperty("why") Said why,
      @JsonProperty("date") @Nullable List<Said> date) {

    List<Said> dates() {
      return date == null ? List.of() : date;
    }
  }

  /** Why a trigger that was accepted counts now. */
  record Reason(
      @JsonProperty("id") @Nullable String id, @JsonProperty("why") @Nullable String why) {

    String of() {
      return id == null ? "" : id.strip();
    }

    String said() {
      return why == null ? "" : why.strip();
    }
  }
}
