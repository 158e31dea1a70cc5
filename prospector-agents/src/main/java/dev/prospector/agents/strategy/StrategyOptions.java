package dev.prospector.agents.strategy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.dossier.Section;
import java.util.List;

/**
 * Ways to approach a company that truly differ.
 *
 * @param options 0-3, each of another angle
 * @param state whether there is a channel for them
 * @param missing why there are fewer than three, for people; empty if there are three
 */
public record StrategyOptions(
    @JsonProperty("options") List<Option> options,
    @JsonProperty("state") State state,
    @JsonProperty("missing") String missing) {

  /** Where this stands in a dossier. */
  public static final Section<StrategyOptions> KEY =
      Section.of("strategy-options", StrategyOptions.class, 1);

  /** Fixes the list. */
  public StrategyOptions {
    options = List.copyOf(options);
  }

  /** Whether there is a channel. */
  public enum State {
    /** There is a channel. */
    REACHABLE,
    /** None is known: first find one. */
    NEEDS_CONTACT
  }

  /** From where an approach starts. */
  public enum Angle {
    /** From a problem. */
    PAIN,
    /** From something that happened. */
    TRIGGER,
    /** From what the seller knows of the trade. */
    INSIGHT,
    /** From what may go wrong. */
    RISK,
    /** From where the company wants to go. */
    GROWTH,
    /** From somebody who can name the right person. */
    REFERRAL
  }

  /** How it sounds. */
  public enum Tone {
    /** Short and to the point. */
    DIRECT,
    /** With questions. */
    CONSULTATIVE,
    /** By the rules of politeness. */
    FORMAL,
    /** Personal. */
    WARM
  }

  /**
   * One way.
   *
   * @param id such as {@code s1}, unique in the section
   * @param angle from where it starts
   * @param tone how it sounds
   * @param channels those of the lead, in the order in which to use them
   * @param meets the id of the pain or trigger that it starts from; empty if of none
   * @param arguments 1-3
   * @param openingQuestion an open question
   */
  public record Option(
      @JsonProperty("id") String id,
      @JsonProperty("angle") Angle angle,
      @JsonProperty("tone") Tone tone,
      @JsonProperty("channels") List<ContactDetails.Channel> channels,
      @JsonProperty("meets") String meets,
      @JsonProperty("arguments") List<Statement> arguments,
      @JsonProperty("openingQuestion") String openingQuestion) {

    /** Fixes the lists. */
    public Option {
      channels = List.copyOf(channels);
      arguments = List.copyOf(arguments);
    }
  }
}
