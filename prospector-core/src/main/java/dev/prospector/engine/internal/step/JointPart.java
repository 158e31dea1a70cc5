package dev.prospector.engine.internal.step;

import dev.prospector.agent.Agent;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.budget.Usage;
import dev.prospector.call.CallOutcome;
import dev.prospector.dossier.Author;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.engine.internal.limit.Permits;
import dev.prospector.engine.internal.lookup.StepLookUps;
import dev.prospector.error.InterruptedWorkException;
import dev.prospector.error.MalformedAnswerException;
import dev.prospector.error.ProspectorException;
import dev.prospector.event.EventDraft;
import dev.prospector.event.RunEvent;
import dev.prospector.event.StepResult;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.LanguageModel.Answer.Ending;
import dev.prospector.pipeline.Plan;
import dev.prospector.store.StepCommit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One step of a joint question: what rules give of it, what is asked of it, and what holds of the
 * answer. What it gives is seen at once by the steps after it. Confined to one thread.
 */
final class JointPart<T> {

  private final LeadExecution lead;
  private final int index;
  private final Plan.Step step;
  private final Agent<T> agent;
  private final boolean member;
  private Optional<Question> question = Optional.empty();
  private int attempts;
  private @Nullable Fingerprint inputs;
  private @Nullable StepLookUps lookUps;
  private @Nullable Made<T> made;
  private @Nullable StepCommit commit;
  private boolean begun;
  private String lacks = "";
  private String failure = "";

  private JointPart(LeadExecution lead, int index, Plan.Step step, Agent<T> agent, boolean member) {
    this.lead = lead;
    this.index = index;
    this.step = step;
    this.agent = agent;
    this.member = member;
  }

  /**
   * Returns the part of a step.
   *
   * @param member whether it is to be asked
   */
  static JointPart<?> of(LeadExecution lead, int index, boolean member) {
    Plan.Step step = lead.plan().step(index);
    return of(lead, index, step, step.agent(), member);
  }

  private static <T> JointPart<T> of(
      LeadExecution lead, int index, Plan.Step step, Agent<T> agent, boolean member) {
    return new JointPart<>(lead, index, step, agent, member);
  }

  /** Returns whether it is told that it began. */
  boolean hasBegun() {
    return begun;
  }

  int index() {
    return index;
  }

  Plan.Step step() {
    return step;
  }

  String id() {
    return agent.spec().id();
  }

  /** Returns what is asked of it; empty if it is not asked. */
  Optional<Question> question() {
    return question;
  }

  Fingerprint inputs() {
    return Objects.requireNonNull(inputs);
  }

  StepLookUps lookUps() {
    return Objects.requireNonNull(lookUps);
  }

  /** Returns why the last answers give no section of it; empty if they do. */
  String lacks() {
    return lacks;
  }

  /** Returns whether there is a section of it. */
  boolean isMade() {
    return made != null;
  }

  /** Returns why there is no section of it; empty if there is. */
  String failure() {
    return failure;
  }

  private void begin() {
    Fingerprint now = lead.outlook().inputs(index, step);
    if (!now.equals(inputs)) {
      inputs = now;
      lookUps = new StepLookUps(lead.lookUps(), now);
    }
  }

  private StepInput input() {
    return new StepInput(step, lead, lookUps());
  }

  /**
   * Makes a draft by rules, which later parts' questions are made from, and its question.
   *
   * @param permits what all parts hold together
   * @throws ProspectorException if there is none
   */
  void draft(Permits permits) throws Interrupted {
    lead.begin(step);
    begun = true;
    begin();
    StepRetries retries = new StepRetries(lead, id(), lookUps());
    retries.borrow(permits);
    try {
      take(retries.run(agent.spec().resources(), this::byRules));
      if (member && agent instanceof ModelAgent<T> asked) {
        question = retries.run(agent.spec().resources(), () -> asked.question(input()));
      }
    } finally {
      attempts += Math.max(0, retries.attempts() - (member ? 2 : 1));
      lead.handOver(retries.onward());
    }
  }

  private Made<T> byRules() throws InterruptedException {
    StepInput input = input();
    input.restart();
    return Made.byRules(agent.byRules(input), input);
  }

  private void take(Made<T> given) {
    made = given;
    failure = "";
    StepCommit now = given.commit(lead, agent.spec(), inputs(), lookUps());
    commit = now;
    lead.together().provisional(index, StepEnd.with(result(), now.entry(), now.snapshots()));
  }

  /**
   * Takes what holds of the answers to it, else what rules give, from what is there now of earlier
   * parts.
   *
   * @return what is wrong with the best answer; nothing if it is as it should be, or was not asked
   */
  List<String> read(JointAnswers answers) throws InterruptedException {
    begin();
    List<String> faults = List.of();
    Optional<Made<T>> accepted = Optional.empty();
    if (question.isPresent() && agent instanceof ModelAgent<T> asked) {
      faults = new ArrayList<>();
      accepted = best(asked, answers, faults);
    }
    lacks = question.isPresent() && accepted.isEmpty() ? reason(faults) : "";
    take(accepted.isPresent() ? accepted.get() : instead(byRules()));
    return faults;
  }

  private Made<T> instead(Made<T> byRules) {
    return lacks.isEmpty() ? byRules : byRules.insteadOfModel(lacks, List.of(), Usage.NONE);
  }

  private Optional<Made<T>> best(ModelAgent<T> asked, JointAnswers answers, List<String> faults)
      throws InterruptedException {
    Question shown = question.orElseThrow().withSources(answers.asked().sources());
    Reading<T> best = Reading.malformed(List.of("there is no such part in the answer"));
    Optional<Made<T>> made = Optional.empty();
    boolean first = true;
    for (Answer answer : answers.of(id())) {
      StepInput input = input();
      Reading<T> reading = checked(asked, input, shown, answer, answers.repeated().contains(id()));
      if (first || reading.violations().isEmpty() || reading.isBetterThan(best)) {
        best = reading;
        made = reading.section().map(value -> made(asked, value, input, answer));
        first = false;
      }
      if (best.violations().isEmpty()) {
        break;
      }
    }
    faults.addAll(best.violations());
    return made;
  }

  private Made<T> made(ModelAgent<T> asked, T value, StepInput input, Answer answer) {
    return new Made<>(
        value,
        Author.MODEL,
        "",
        input,
        List.of(),
        Usage.NONE,
        answer.model(),
        asked.prompt().label());
  }

  /** A part that its agent cannot read costs the others nothing. */
  private Reading<T> checked(
      ModelAgent<T> asked, StepInput input, Question shown, Answer answer, boolean repeated)
      throws InterruptedException {
    Reading<T> reading;
    try {
      reading = asked.read(input, shown, answer);
    } catch (InterruptedWorkException e) {
      throw e;
    } catch (ProspectorException e) {
      return Reading.malformed(List.of(String.valueOf(e.getMessage())));
    } catch (RuntimeException | StackOverflowError e) {
      lead.run().log(id(), lead.id(), e);
      return Reading.malformed(List.of(e.getClass().getName()));
    }
    List<String> faults = new ArrayList<>(reading.violations());
    if (repeated) {
      faults.add("the part is given more than once");
    }
    if (answer.ending() == Ending.TRUNCATED && faults.isEmpty()) {
      faults.add("the part was cut before its end");
    }
    return new Reading<>(reading.section(), faults);
  }

  /** Has rules make it, with tries, where no answer gives it. */
  void byRulesAlone(String why) {
    lacks = question.isPresent() ? why : "";
    begin();
    StepRetries retries = new StepRetries(lead, id(), lookUps());
    try {
      take(instead(retries.run(agent.spec().resources(), this::byRules)));
    } catch (Interrupted e) {
      fail(e.cause());
    } catch (ProspectorException e) {
      fail(String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
      lead.run().log(id(), lead.id(), e);
      fail(e.getClass().getName() + (e.getMessage() == null ? "" : ": " + e.getMessage()));
    } finally {
      attempts += Math.max(0, retries.attempts() - 1);
      lead.handOver(retries.onward());
    }
  }

  /** Ends it without a section. */
  void fail(String reason) {
    made = null;
    failure = reason;
    lead.together()
        .provisional(index, StepEnd.without(StepResult.State.FAILED, id(), reason, 1 + attempts));
  }

  /**
   * Puts what the asking came to on it, and tells where rules stand in the model's place.
   *
   * @param tries how often the model was asked, beyond once
   */
  void settle(List<CallOutcome> calls, Usage share, int tries) {
    Made<T> given = Objects.requireNonNull(made);
    attempts += tries;
    if (!lacks.isEmpty()) {
      attempts++;
      String why = lacks;
      lead.run().tally().fellBack(why);
      lead.book().note(p -> new RunEvent.StepFellBack(p, lead.id(), id(), why));
    }
    take(given.costing(calls, share));
  }

  private StepResult result() {
    String note = Objects.requireNonNull(made).note();
    return new StepResult(id(), StepResult.State.COMPLETED, note, 1 + attempts);
  }

  /** Returns it as it is written down. */
  StepCommit commit() {
    return Objects.requireNonNull(commit);
  }

  EventDraft.Unnumbered completed() {
    return Objects.requireNonNull(made).completed(lead, id());
  }

  /** Takes the result that stands in the place of the one that was written. */
  void stands(StepCommit written, StepCommit stood) {
    if (stood.entry() != written.entry()) {
      lead.together()
          .provisional(index, StepEnd.reread(result(), stood.entry(), stood.snapshots(), lead));
    }
  }

  /** Says as an answer's fault why a part of it is not taken. */
  static String reason(List<String> faults) {
    return String.valueOf(new MalformedAnswerException("", faults).getMessage());
  }
}
