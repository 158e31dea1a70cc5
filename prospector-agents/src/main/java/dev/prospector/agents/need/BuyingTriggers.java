package dev.prospector.agents.need;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.argument.PartialDate;
import dev.prospector.agents.argument.ScoreRange;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.signal.TriggerKind;
import dev.prospector.dossier.Section;
import dev.prospector.evidence.Fact;
import java.util.List;

/**
 * What makes now a good time, each with the sentence that announces it.
 *
 * <p>The strength of a trigger is its freshness (1 within 90 days, 0.7 within 180, 0.4 within 365)
 * times the confidence of its sentence; without a date at most 0.4.
 *
 * @param triggers 0-5, the strongest first
 * @param past 0-5 that are over: more than a year old
 * @param missing what was not found, for people; empty if nothing is missing
 */
public record BuyingTriggers(
    @JsonProperty("triggers") List<Item> triggers,
    @JsonProperty("past") List<Item> past,
    @JsonProperty("missing") String missing) {

  /** Where this stands in a dossier. */
  public static final Section<BuyingTriggers> KEY =
      Section.of("buying-triggers", BuyingTriggers.class, 1);

  /** Fixes the lists. */
  public BuyingTriggers {
    triggers = List.copyOf(triggers);
    past = List.copyOf(past);
  }

  /**
   * One trigger.
   *
   * @param id such as {@code t1}, unique in the section
   * @param kind what happens
   * @param text the sentence
   * @param date when, as the sentence or its heading says
   * @param strength in 0..1
   * @param whyNow what it means for the seller
   * @param endsOn until when it is open, as the sentence says
   */
  public record Item(
      @JsonProperty("id") String id,
      @JsonProperty("kind") TriggerKind kind,
      @JsonProperty("text") Fact.Known<String> text,
      @JsonProperty("date") Fact<PartialDate> date,
      @JsonProperty("strength") ScoreRange strength,
      @JsonProperty("whyNow") Statement whyNow,
      @JsonProperty("endsOn") Fact<PartialDate> endsOn) {

    Item withId(String other) {
      return new Item(other, kind, text, date, strength, whyNow, endsOn);
    }

    Item because(Statement reason) {
      return new Item(id, kind, text, date, strength, reason, endsOn);
    }
  }
}
