package dev.prospector.agents.need;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.argument.Score;
import dev.prospector.dossier.Section;

/**
 * How much speaks for buying, how soon, and how well it meets what the seller solves.
 *
 * <p>Intent is {@code 1 - product of (1 - weight(kind) x strength)} over the triggers. Urgency is
 * the larger of the nearest deadline (1 within 30 days, 0.7 within 90, 0.4 within 180) and 0.6
 * times the freshest trigger. Alignment is the mean strength over the context's pains. What was not
 * found may still be: the high end of intent and urgency is 1 where no search was made, and 0.3
 * above the low end where one was.
 *
 * @param intent with a part for each trigger
 * @param urgency with a part for the deadline and one for the freshest trigger
 * @param alignment with a part for each pain of the context
 */
public record IntentSignals(
    @JsonProperty("intent") Score intent,
    @JsonProperty("urgency") Score urgency,
    @JsonProperty("alignment") Score alignment) {

  /** Where this stands in a dossier. */
  public static final Section<IntentSignals> KEY =
      Section.of("intent-signals", IntentSignals.class, 1);
}
