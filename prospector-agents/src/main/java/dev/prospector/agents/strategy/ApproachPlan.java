package dev.prospector.agents.strategy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.dossier.Section;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * When and about what the company is contacted, by its market's calendar.
 *
 * @param objective for people
 * @param pitch 0-3 sentences, each with what it rests on
 * @param contacts 0-5, none on a day off
 * @param watchFor what to listen for
 * @param obstacles what may stand in the way
 * @param afterSuccess what to do then
 */
public record ApproachPlan(
    @JsonProperty("objective") String objective,
    @JsonProperty("pitch") List<Statement> pitch,
    @JsonProperty("contacts") List<Contact> contacts,
    @JsonProperty("watchFor") List<String> watchFor,
    @JsonProperty("obstacles") List<String> obstacles,
    @JsonProperty("afterSuccess") String afterSuccess) {

  /** Where this stands in a dossier. */
  public static final Section<ApproachPlan> KEY =
      Section.of("approach-plan", ApproachPlan.class, 1);

  /** Fixes the lists. */
  public ApproachPlan {
    pitch = List.copyOf(pitch);
    contacts = List.copyOf(contacts);
    watchFor = List.copyOf(watchFor);
    obstacles = List.copyOf(obstacles);
  }

  /** Returns this plan with another pitch and other contacts. */
  ApproachPlan with(List<Statement> pitchNow, List<Contact> contactsNow) {
    return new ApproachPlan(objective, pitchNow, contactsNow, watchFor, obstacles, afterSuccess);
  }

  /**
   * One contact.
   *
   * @param number of the step in the action plan
   * @param channel one of the lead's
   * @param date a working day at the lead's place
   * @param window in the lead's local time
   * @param objective for people
   * @param topics 0-3
   * @param questions 0-2
   * @param callToAction what to ask for
   */
  public record Contact(
      @JsonProperty("number") int number,
      @JsonProperty("channel") ContactDetails.Channel channel,
      @JsonProperty("date") LocalDate date,
      @JsonProperty("window") Window window,
      @JsonProperty("objective") String objective,
      @JsonProperty("topics") List<String> topics,
      @JsonProperty("questions") List<String> questions,
      @JsonProperty("callToAction") String callToAction) {

    /** Fixes the lists. */
    public Contact {
      topics = List.copyOf(topics);
      questions = List.copyOf(questions);
    }

    /** Returns this contact with other topics and questions. */
    Contact with(List<String> topicsNow, List<String> questionsNow) {
      return new Contact(
          number, channel, date, window, objective, topicsNow, questionsNow, callToAction);
    }
  }

  /**
   * A part of a day.
   *
   * @param from local time
   * @param until local time
   * @param zone of the lead's place, such as {@code America/Sao_Paulo}
   */
  public record Window(
      @JsonProperty("from") LocalTime from,
      @JsonProperty("until") LocalTime until,
      @JsonProperty("zone") String zone) {}
}
