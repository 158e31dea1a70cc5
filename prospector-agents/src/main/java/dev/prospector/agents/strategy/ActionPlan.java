package dev.prospector.agents.strategy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.dossier.Section;
import java.util.List;
import java.util.Optional;

/**
 * The chosen option as steps.
 *
 * @param option its id; empty if there is none to carry out
 * @param steps 0-5, their days rising
 * @param metrics what is counted; there are no rates, since nobody has measured any
 * @param contingency what to do when nobody answers
 * @param missing why there are no steps, for people; empty if there are
 */
public record ActionPlan(
    @JsonProperty("option") Optional<String> option,
    @JsonProperty("steps") List<Step> steps,
    @JsonProperty("metrics") List<Metric> metrics,
    @JsonProperty("contingency") String contingency,
    @JsonProperty("missing") String missing) {

  /** Where this stands in a dossier. */
  public static final Section<ActionPlan> KEY = Section.of("action-plan", ActionPlan.class, 1);

  /** Fixes the lists. */
  public ActionPlan {
    steps = List.copyOf(steps);
    metrics = List.copyOf(metrics);
  }

  /** Returns this plan with other steps. */
  ActionPlan with(List<Step> stepsNow) {
    return new ActionPlan(option, stepsNow, metrics, contingency, missing);
  }

  /** What is counted. */
  public enum Metric {
    /** An answer. */
    REPLY,
    /** A meeting. */
    MEETING,
    /** A hint at the right person. */
    REFERRAL,
    /** A no. */
    REFUSAL
  }

  /**
   * One step.
   *
   * @param number from 1
   * @param channel one of the lead's
   * @param action what to do
   * @param day from the start, 0 or more
   * @param callToAction what to ask for
   */
  public record Step(
      @JsonProperty("number") int number,
      @JsonProperty("channel") ContactDetails.Channel channel,
      @JsonProperty("action") String action,
      @JsonProperty("day") int day,
      @JsonProperty("callToAction") String callToAction) {}
}
