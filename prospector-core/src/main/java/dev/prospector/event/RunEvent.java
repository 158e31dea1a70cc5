package dev.prospector.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.prospector.budget.Usage;
import dev.prospector.dossier.Author;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.model.LanguageModel;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened in a run. Events are numbered from 1 without gaps per run, and those of
 * one lead come in the order in which they happened. They hold no personal data beyond the lead's
 * id, but for reasons, which are in the words of what failed.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RunEvent.RunStarted.class, name = "run.started"),
  @JsonSubTypes.Type(value = RunEvent.LeadAccepted.class, name = "lead.accepted"),
  @JsonSubTypes.Type(value = RunEvent.LeadStarted.class, name = "lead.started"),
  @JsonSubTypes.Type(value = RunEvent.StepStarted.class, name = "step.started"),
  @JsonSubTypes.Type(value = RunEvent.StepCompleted.class, name = "step.completed"),
  @JsonSubTypes.Type(value = RunEvent.StepReused.class, name = "step.reused"),
  @JsonSubTypes.Type(value = RunEvent.StepFellBack.class, name = "step.fell-back"),
  @JsonSubTypes.Type(value = RunEvent.StepRetried.class, name = "step.retried"),
  @JsonSubTypes.Type(value = RunEvent.CallSettled.class, name = "call.settled"),
  @JsonSubTypes.Type(value = RunEvent.StepSkipped.class, name = "step.skipped"),
  @JsonSubTypes.Type(value = RunEvent.StepFailed.class, name = "step.failed"),
  @JsonSubTypes.Type(value = RunEvent.LeadFinished.class, name = "lead.finished"),
  @JsonSubTypes.Type(value = RunEvent.RunPaused.class, name = "run.paused"),
  @JsonSubTypes.Type(value = RunEvent.RunResumed.class, name = "run.resumed"),
  @JsonSubTypes.Type(value = RunEvent.RunFinished.class, name = "run.finished")
})
public sealed interface RunEvent {

  /** Returns where in the stream of which run this stands, and when it happened. */
  Position position();

  /** Returns the lead that it is about; empty for events of the run itself. */
  Optional<LeadId> about();

  /** Something that happened to one lead. */
  sealed interface OfLead extends RunEvent {

    /** Returns the lead. */
    LeadId lead();

    @Override
    default Optional<LeadId> about() {
      return Optional.of(lead());
    }
  }

  /** Something that happened to the run as a whole. */
  sealed interface OfRun extends RunEvent {
    @Override
    default Optional<LeadId> about() {
      return Optional.empty();
    }
  }

  /**
   * Where an event stands.
   *
   * @param run the run's id
   * @param number from 1, without gaps in one run
   * @param at when it happened
   * @param tenant whose run it is
   */
  record Position(
      @JsonProperty("run") RunId run,
      @JsonProperty("number") long number,
      @JsonProperty("at") Instant at,
      @JsonProperty("tenant") Tenant tenant) {}

  /**
   * A run began.
   *
   * @param position where in which run
   * @param pipeline the pipeline's name
   */
  record RunStarted(
      @JsonProperty("position") Position position, @JsonProperty("pipeline") String pipeline)
      implements OfRun {}

  /**
   * A lead of the input was taken into the run; work on it begins when its turn comes.
   *
   * @param position where in which run
   * @param lead the lead
   * @param index the lead's place in the input, from 0
   */
  record LeadAccepted(
      @JsonProperty("position") Position position,
      @JsonProperty("lead") LeadId lead,
      @JsonProperty("index") long index)
      implements OfLead {}

  /**
   * Work on a lead began.
   *
   * @param position where in which run
   * @param lead the lead
   */
  record LeadStarted(@JsonProperty("position") Position position, @JsonProperty("lead") LeadId lead)
      implements OfLead {}

  /**
   * An agent began to work on a lead.
   *
   * @param position where in which run
   * @param lead the lead
   * @param step the agent's id
   */
  record StepStarted(
      @JsonProperty("position") Position position,
      @JsonProperty("lead") LeadId lead,
      @JsonProperty("step") String step)
      implements OfLead {}

  /**
   * An agent wrote its section.
   *
   * @param position where in which run
   * @param lead the lead
   * @param step the agent's id
   * @param author by what means
   * @param rejectedClaims claims that fell because their quote does not stand in its source
   * @param usage what its calls cost, also where rules took the place of the model in the end
   * @param model the name of the model that answered; empty if none did
   * @param note what the section announces; usually empty
   */
  record StepCompleted(
      @JsonProperty("position") Position position,
      @JsonProperty("lead") LeadId lead,
      @JsonProperty("step") String step,
      @JsonProperty("author") Author author,
      @JsonProperty("rejectedClaims") int rejectedClaims,
      @JsonProperty("usage") Usage usage,
      @JsonProperty("model") String model,
      @JsonProperty("note") @JsonInclude(JsonInclude.Include.NON_EMPTY) String note)
      implements OfLead {

    /** Creates an event of a section that announces nothing. */
    public StepCompleted(
        Position position,
        LeadId lead,
        String step,
        Author author,
        int rejectedClaims,
        Usage usage,
        String model) {
      this(position, lead, step, author, rejectedClaims, usage, model, "");
    }

    /** Returns this event with what the section announces. */
    public StepCompleted withNote(String announced) {
      return new StepCompleted(
          position, lead, step, author, rejectedClaims, usage, model, announced);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static StepCompleted read(StoredEvents.Completed stored) {
      return stored.event();
    }
  }

  /**
   * The section was taken from the journal, since nothing it depends on changed.
   *
   * @param position where in which run
   * @param lead the lead
   * @param step the agent's id
   */
  record StepReused(
      @JsonProperty("position") Position position,
      @JsonProperty("lead") LeadId lead,
      @JsonProperty("step") String step)
      implements OfLead {}

  /**
   * The model could not be used, so rules wrote the section.
   *
   * @param position where in which run
   * @param lead the lead
   * @param step the agent's id
   * @param reason one sentence
   */
  record StepFellBack(
      @JsonProperty("position") Position position,
      @JsonProperty("lead") LeadId lead,
      @JsonProperty("step") String step,
      @JsonProperty("reason") String reason)
      implements OfLead {}

  /**
   * A try failed and will be repeated.
   *
   * @param position where in which run
   * @param lead the lead
   * @param step the agent's id
   * @param attempt the try that failed, from 1
   * @param reason one sentence
   */
  record StepRetried(
      @JsonProperty("position") Position position,
      @JsonProperty("lead") LeadId lead,
      @JsonProperty("step") String step,
      @JsonProperty("attempt") int attempt,
      @JsonProperty("reason") String reason)
      implements OfLead {}

  /**
   * A call to a language model ended, and this is what it cost.
   *
   * @param position where in which run
   * @param lead the lead
   * @param which of the calls for the lead
   * @param ending how it ended
   * @param usage what it really cost; its upper bound if that is not known
   */
  record CallSettled(
      @JsonProperty("position") Position position,
      @JsonProperty("lead") LeadId lead,
      @JsonProperty("which") Which which,
      @JsonProperty("ending") Ending ending,
      @JsonProperty("usage") Usage usage)
      implements OfLead {

    /**
     * Which call it was.
     *
     * @param step the agent's id
     * @param call its number in the step, from 1
     * @param attempt how often it was made, from 1
     * @param model the name of the model that was asked
     */
    public record Which(
        @JsonProperty("step") String step,
        @JsonProperty("call") int call,
        @JsonProperty("attempt") int attempt,
        @JsonProperty("model") String model) {}

    /** How a call ended. */
    public enum Ending {
      /** With a whole answer. */
      COMPLETE,
      /** With an answer that was cut. */
      TRUNCATED,
      /** The model would not answer. */
      REFUSED,
      /** Without text. */
      EMPTY,
      /** The provider's filter kept it back. */
      BLOCKED,
      /** The provider did not do the work, and charges nothing. */
      FAILED,
      /** Its answer was not heard, so it counts in full. */
      UNHEARD;

      /** Returns the ending of a call that was answered. */
      public static Ending of(LanguageModel.Answer.Ending ending) {
        return valueOf(ending.name());
      }
    }
  }

  /**
   * An agent was not run.
   *
   * @param position where in which run
   * @param lead the lead
   * @param step the agent's id
   * @param reason one sentence
   */
  record StepSkipped(
      @JsonProperty("position") Position position,
      @JsonProperty("lead") LeadId lead,
      @JsonProperty("step") String step,
      @JsonProperty("reason") String reason)
      implements OfLead {}

  /**
   * An agent failed for good.
   *
   * @param position where in which run
   * @param lead the lead
   * @param step the agent's id
   * @param reason what happened and what can be done
   */
  record StepFailed(
      @JsonProperty("position") Position position,
      @JsonProperty("lead") LeadId lead,
      @JsonProperty("step") String step,
      @JsonProperty("reason") String reason)
      implements OfLead {}

  /**
   * Work on a lead ended.
   *
   * @param position where in which run
   * @param lead the lead
   * @param status how it ended
   * @param reason why it failed, was suppressed or was skipped; empty if it ended well
   */
  record LeadFinished(
      @JsonProperty("position") Position position,
      @JsonProperty("lead") LeadId lead,
      @JsonProperty("status") LeadStatus status,
      @JsonProperty("reason") String reason)
      implements OfLead {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static LeadFinished read(StoredEvents.Finished stored) {
      return stored.event();
    }
  }

  /**
   * No new steps begin until the run is resumed.
   *
   * @param position where in which run
   */
  record RunPaused(@JsonProperty("position") Position position) implements OfRun {}

  /**
   * Steps begin again.
   *
   * @param position where in which run
   */
  record RunResumed(@JsonProperty("position") Position position) implements OfRun {}

  /**
   * The run ended.
   *
   * @param position where in which run
   * @param state how it ended
   */
  record RunFinished(
      @JsonProperty("position") Position position, @JsonProperty("state") RunState state)
      implements OfRun {}
}
