package dev.prospector.agent;

import dev.prospector.model.LanguageModel.Request;
import java.util.List;

/**
 * What an agent asks a model for one lead, before anything is known of the lead: examples as short
 * and as long as they come, from which a forecast is made.
 *
 * @param least the questions for the lead that needs the fewest and shortest, each with the
 *     shortest answer that helps; may be none
 * @param most the questions for the lead that needs the most and longest, each with the longest
 *     answer allowed, repairs included
 */
public record Demand(List<Request> least, List<Request> most) {

  /** Fixes the lists, and checks that the least is not more than the most. */
  public Demand {
    least = List.copyOf(least);
    most = List.copyOf(most);
    if (least.size() > most.size()) {
      throw new IllegalArgumentException(
          "at the least " + least.size() + " questions, and at the most " + most.size());
    }
  }

  /** Returns the demand of an agent that asks every lead the same questions. */
  public static Demand always(Request... questions) {
    return new Demand(List.of(questions), List.of(questions));
  }
}
