package dev.prospector.agents.qualification;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.answer.Said;
import java.util.List;

/** What a model is asked about a lead's fit: arguments, never a score or a tier. */
record QualificationAnswer(@JsonProperty("arguments") List<Item> arguments) {

  QualificationAnswer {
    arguments = arguments == null ? List.of() : List.copyOf(arguments);
  }

  /** One argument; what it says counts only by its quote. */
  record Item(
      @JsonProperty("factor") Factor.Kind factor,
      @JsonProperty("side") Argument.Side side,
      @JsonProperty("argument") Said argument) {}
}
