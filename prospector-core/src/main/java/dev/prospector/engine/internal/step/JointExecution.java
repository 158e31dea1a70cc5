package dev.prospector.engine.internal.step;

import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Resource;
import dev.prospector.budget.Usage;
import dev.prospector.call.CallOutcome;
import dev.prospector.engine.internal.joint.JointGroup;
import dev.prospector.engine.internal.joint.JointPrompt;
import dev.prospector.engine.internal.joint.JointQuestion;
import dev.prospector.engine.internal.joint.ShareUsage;
import dev.prospector.engine.internal.lead.LeadBook;
import dev.prospector.engine.internal.limit.Permits;
import dev.prospector.engine.internal.workplace.Workplace;
import dev.prospector.error.ProspectorException;
import dev.prospector.event.EventDraft;
import dev.prospector.event.RunEvent;
import dev.prospector.pipeline.Plan;
import dev.prospector.privacy.Placeholders;
import dev.prospector.store.StepCommit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs steps that are asked in one request for one lead, and the steps by rules between them:
 * drafts by rules, from which the questions are made, then one answer, whose parts are read in
 * order, then one commit. Where there is nothing to join, each step is run by itself. Confined to
 * one thread.
 */
final class JointExecution {

  private final LeadExecution lead;
  private final LeadBook book;
  private final StepOutlook outlook;
  private final JointGroup group;

  /** The steps of which nothing is known yet, in order. */
  private final List<JointPart<?>> parts = new ArrayList<>();

  private Permits permits = Permits.NONE;

  JointExecution(LeadExecution lead, JointGroup group) {
    this.lead = lead;
    this.book = lead.book();
    this.outlook = lead.outlook();
    this.group = group;
  }

  /**
   * Ends all steps of the group of which it is not known how they end.
   *
   * @param given what they hold already of what they use; given back as soon as they are done with
   *     it
   */
  void execute(Permits given) {
    permits = given;
    try {
      if (!askTogether()) {
        giveBack();
        parts.forEach(part -> lead.together().executeAlone(part.index(), part.hasBegun()));
      }
    } finally {
      giveBack();
      parts.forEach(part -> book.trials().end());
    }
  }

  private void giveBack() {
    lead.handOver(permits.giveBack(lead.run()::execute));
  }

  /** Returns what the steps use, asked together. */
  static Set<Resource> needs(Plan plan, JointGroup group) {
    Set<Resource> all = EnumSet.of(Resource.MODEL);
    group.covered().forEach(step -> all.addAll(plan.step(step).spec().resources()));
    return all;
  }

  /**
   * Ends the steps that need not be executed, and returns whether that is all of them. What depends
   * on a step of which nothing is known is not known either.
   */
  boolean isKnown() {
    Set<Integer> unknown = new HashSet<>();
    for (int index : group.covered()) {
      Plan.Step step = lead.plan().step(index);
      if (waitsFor(step, unknown) || !lead.together().isEnded(index)) {
        unknown.add(index);
        parts.add(JointPart.of(lead, index, group.members().contains(index)));
      }
    }
    return parts.isEmpty();
  }

  private static boolean waitsFor(Plan.Step step, Set<Integer> steps) {
    return step.reads().stream().anyMatch(read -> steps.contains(read.writer()))
        || step.gates().values().stream().anyMatch(steps::contains);
  }

  /** Returns whether it ended the steps; if not, nothing was asked. */
  private boolean askTogether() {
    List<JointPart<?>> asked;
    try {
      if (parts.stream().filter(part -> group.members().contains(part.index())).count() < 2) {
        return false;
      }
      asked = drafted();
    } catch (Interrupted | ProspectorException e) {
      return false;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
      lead.run().log(parts.get(0).id(), lead.id(), e);
      return false;
    }
    if (asked.size() < 2) {
      return false;
    }
    new Asking(asked).askAndCommit();
    return true;
  }

  /** Returns the parts that are asked. */
  private List<JointPart<?>> drafted() throws Interrupted {
    List<JointPart<?>> asked = new ArrayList<>();
    for (JointPart<?> part : parts) {
      if (outlook.reasonToSkip(part.step()).isPresent()) {
        lead.together().provisional(part.index(), outlook.notBegun(part.step()));
        continue;
      }
      part.draft(permits);
      if (part.question().isPresent()) {
        asked.add(part);
      }
    }
    return asked;
  }

  /** One question for these parts, and what becomes of it. */
  private final class Asking {

    private final List<JointPart<?>> asked;
    private final Map<String, Prompt> prompts = new LinkedHashMap<>();
    private final Question question;
    private final StepRetries retries;
    private final GuardedModel guarded;

    Asking(List<JointPart<?>> asked) {
      this.asked = asked;
      prompts.putAll(lead.run().joints().prompts(asked.stream().map(JointPart::index).toList()));
      Map<String, Question> questions = new LinkedHashMap<>();
      asked.forEach(part -> questions.put(part.id(), part.question().orElseThrow()));
      this.question = JointQuestion.of(questions);
      JointPart<?> first = asked.get(0);
      this.retries = new StepRetries(lead, first.id(), first.lookUps());
      retries.hold(permits);
      Workplace run = lead.run();
      this.guarded =
          AskModels.guarded(
              lead,
              retries,
              new GuardedModel.Purpose(
                  run.tenant(),
                  run.id().value(),
                  lead.index(),
                  lead.id(),
                  first.id(),
                  first.inputs(),
                  "+" + (asked.size() - 1)));
    }

    void askAndCommit() {
      String failure = "";
      Optional<JointAnswers> answers = Optional.empty();
      try {
        AskModels.Outcome<JointAnswers> outcome = ask();
        answers = outcome.made();
        if (answers.isEmpty()) {
          parts.forEach(part -> part.byRulesAlone(outcome.why()));
        }
      } catch (Interrupted e) {
        failure = e.cause();
      } catch (ProspectorException e) {
        failure = String.valueOf(e.getMessage());
      } finally {
        lead.handOver(retries.onward());
      }
      end(answers.orElseGet(() -> JointAnswers.none(question)), failure);
    }

    private AskModels.Outcome<JointAnswers> ask() throws Interrupted {
      Placeholders placeholders = lead.redaction().of(lead.lead(), question.people());
      Prompt prompt = JointPrompt.of(prompts);
      return new AskModels<JointAnswers>(
              lead, asked.get(0).id(), needs(lead.plan(), group), group.chain(), retries)
          .ask(
              (model, place) ->
                  new AskJointly(
                      new AskCall(model, place, prompt, guarded, placeholders),
                      prompts,
                      question,
                      this::read));
    }

    private AskJointly.Read read(JointAnswers answers) throws InterruptedException {
      Map<String, List<String>> faults = new LinkedHashMap<>();
      boolean anything = false;
      for (JointPart<?> part : parts) {
        Optional<String> skipped = outlook.reasonToSkip(part.step());
        if (skipped.isPresent()) {
          lead.together().provisional(part.index(), outlook.notBegun(part.step()));
          continue;
        }
        List<String> wrong = part.read(answers);
        if (!wrong.isEmpty()) {
          faults.put(part.id(), wrong);
        }
        anything |= part.question().isPresent() && part.lacks().isEmpty();
      }
      return new AskJointly.Read(faults, anything);
    }

    private void end(JointAnswers answers, String failure) {
      List<Usage> shares =
          ShareUsage.of(
              guarded.used(), asked.stream().map(part -> answers.length(part.id())).toList());
      List<CallOutcome> calls = guarded.answered();
      List<JointPart<?>> written = new ArrayList<>();
      Map<JointPart<?>, String> failed = new LinkedHashMap<>();
      for (JointPart<?> part : parts) {
        Optional<StepEnd> skipped = outlook.skipped(part.step());
        if (skipped.isPresent()) {
          lead.together().provisional(part.index(), skipped.get());
          continue;
        }
        if (!failure.isEmpty()) {
          part.fail(failure);
        }
        if (part.isMade()) {
          int place = asked.indexOf(part);
          Usage share = place < 0 ? Usage.NONE : shares.get(place);
          part.settle(
              written.isEmpty() ? calls : List.of(),
              share,
              place == 0 ? Math.max(0, retries.attempts() - 1) : 0);
          written.add(part);
        } else {
          failed.put(part, part.failure());
        }
      }
      commit(written);
      List<CallOutcome> open = written.isEmpty() ? calls : List.of();
      failed.forEach((part, reason) -> fail(part, reason, open));
    }

    private void commit(List<JointPart<?>> written) {
      if (written.isEmpty()) {
        return;
      }
      List<StepCommit> commits = new ArrayList<>();
      List<EventDraft.Unnumbered> events = new ArrayList<>();
      written.forEach(part -> commits.add(part.commit()));
      written.forEach(part -> events.add(part.completed()));
      List<StepCommit> stood = book.commit(commits, events);
      for (int i = 0; i < written.size(); i++) {
        written.get(i).stands(commits.get(i), stood.get(i));
      }
    }

    private void fail(JointPart<?> part, String reason, List<CallOutcome> open) {
      List<CallOutcome> calls = part == asked.get(0) ? open : List.of();
      book.fail(calls, p -> new RunEvent.StepFailed(p, lead.id(), part.id(), reason));
    }
  }
}
