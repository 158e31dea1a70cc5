package dev.prospector.testkit.contract.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.call.CallOutcome;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.lead.LeadStatus;
import dev.prospector.model.LanguageModel;
import dev.prospector.store.AnsweredCall;
import dev.prospector.store.CallAnswer;
import dev.prospector.store.Lease;
import dev.prospector.store.RunCommit;
import dev.prospector.store.StepCommit;
import dev.prospector.testkit.ScriptedModel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is kept of calls that were answered while their step went on. */
abstract class RunStoreCalls extends RunStoreCase {

  private static final Fingerprint QUESTION = Fingerprint.hasher().add("who are they?").finish();
  private static final Fingerprint ANOTHER = Fingerprint.hasher().add("who else?").finish();

  private static CallAnswer heard(String call) {
    LanguageModel.Answer answer =
        new LanguageModel.Answer(
            "Olá, 'Ana' \uD83D\uDE00",
            LanguageModel.Answer.Ending.TRUNCATED,
            ScriptedModel.COST,
            "model-1");
    return new CallAnswer(call, QUESTION, answer);
  }

  /** Intends the first call, and then the second with the answer to the first. */
  private Lease claimAndHear() {
    accept(2);
    Lease lease = claim();
    intend(lease, 1, "call-1");
    store.commit(
        RunCommit.of(lease, 2, List.of())
            .answering(List.of(heard("call-1")))
            .intending(intent(lease, "call-2")));
    return lease;
  }

  private Optional<LanguageModel.Answer> answer(Lease lease) {
    return store.answered(lease, "call-1", QUESTION).orElseThrow().answer();
  }

  @Test
  void anAnswerEndsItsCallAndIsThereForWhoeverTakesTheLeadAndAsksTheSame() {
    Lease lease = claimAndHear();
    assertThat(store.journal().unsettled(TENANT, RUN.value()))
        .containsExactly(intent(lease, "call-2"));
    store.release(lease);

    Lease next = claim();

    assertThat(next.before().openCalls()).containsExactly(intent(lease, "call-2"));
    CallAnswer heard = heard("call-1");
    assertThat(store.answered(next, "call-1", QUESTION))
        .contains(new AnsweredCall(heard.outcome(), Optional.of(heard.answer())));
    assertThat(store.answered(next, "call-1", ANOTHER))
        .contains(new AnsweredCall(heard.outcome(), Optional.empty()));
    assertThat(store.answered(next, "call-2", QUESTION)).isEmpty();
    assertThat(store.answered(next, "call-3", QUESTION)).isEmpty();
    Lease elsewhere = new Lease(OTHER, RUN, 0, next.token(), next.lead(), next.before(), true);
    assertThat(store.answered(elsewhere, "call-1", QUESTION)).isEmpty();
  }

  @Test
  void anAnswerIsGoneWithTheResultOfItsStep() {
    Lease lease = claimAndHear();
    List<CallOutcome> calls = List.of(heard("call-1").outcome());

    store.commit(RunCommit.of(lease, 3, List.of()).completing(step(lease, "found", calls)));

    assertThat(answer(lease)).isEmpty();
    assertThat(store.journal().unsettled(TENANT, RUN.value())).hasSize(1);
  }

  @Test
  void anAnswerIsGoneWithTheEndOfItsLead() {
    Lease lease = claimAndHear();

    store.commit(
        RunCommit.of(lease, 3, List.of(finished(lease, LeadStatus.ENRICHED)))
            .ending(ending(lease, LeadStatus.ENRICHED, "found")));

    assertThat(answer(lease)).isEmpty();
  }

  @Test
  void anAnswerStaysForALeadThatFailedSinceItMayBeTriedAgain() {
    Lease lease = claimAndHear();
    store.commit(
        RunCommit.of(lease, 3, List.of(finished(lease, LeadStatus.FAILED)))
            .ending(ending(lease, LeadStatus.FAILED, "found")));
    store.retryFailed(TENANT, RUN);

    assertThat(answer(store.claim(TENANT, RUN, 0L).orElseThrow()))
        .contains(heard("call-1").answer());
  }

  @Test
  void anAnswerIsForgottenWithItsLead() {
    Lease lease = claimAndHear();
    store.journal().forget(TENANT, lead(1).id());
    assertThat(answer(lease)).isPresent();

    store.journal().forget(TENANT, lead(0).id());

    assertThat(store.answered(lease, "call-1", QUESTION)).isEmpty();
  }

  @Test
  void aCallThatIsMadeAgainHasNoAnswerYet() {
    Lease lease = claimAndHear();

    intend(lease, 3, "call-1");

    assertThat(store.answered(lease, "call-1", QUESTION)).isEmpty();
    assertThat(store.journal().unsettled(TENANT, RUN.value())).hasSize(2);
  }

  @Test
  void anAnswerToACallThatIsNotOpenIsPassedOver() {
    Lease lease = claimAndHear();
    store.journal().forget(TENANT, lead(0).id());

    store.commit(
        RunCommit.of(lease, 3, List.of(started(lease))).answering(List.of(heard("call-1"))));

    assertThat(store.answered(lease, "call-1", QUESTION)).isEmpty();
    assertThat(story()).endsWith("LeadStarted");
  }

  @Test
  void aCallThatAPersonSaysWasAnsweredHasNoAnswer() {
    accept(1);
    Lease lease = claim();
    intend(lease, 1, "call-1");
    intend(lease, 2, "call-2");
    CallOutcome answered = outcome("call-1", CallOutcome.Ending.ANSWERED);

    store.journal().settle(TENANT, answered);
    store.journal().settle(TENANT, outcome("call-2", CallOutcome.Ending.FAILED));

    assertThat(store.answered(lease, "call-1", QUESTION))
        .contains(new AnsweredCall(answered, Optional.empty()));
    assertThat(store.answered(lease, "call-2", QUESTION)).isEmpty();
  }

  /** Of the sections of one answer none is kept without the others. */
  @Test
  void severalStepsOfOneCommitAreKeptTogetherOrNotAtAll() {
    accept(1);
    Lease lease = claim();
    intend(lease, 1, "call-1");
    StepCommit first = step(lease, "one", List.of(outcome("call-1", CallOutcome.Ending.ANSWERED)));
    StepCommit second = beside(first, "two");
    RunCommit both = RunCommit.of(lease, 2, List.of()).completing(List.of(first, second));

    RunCommit refused = both.noting(List.of(outcome("nothing", CallOutcome.Ending.FAILED)));
    assertThatThrownBy(() -> store.commit(refused)).isInstanceOf(IllegalArgumentException.class);
    assertThat(store.journal().find(TENANT, first.inputs())).isEmpty();
    assertThat(store.journal().find(TENANT, second.inputs())).isEmpty();
    assertThat(store.journal().unsettled(TENANT, RUN.value())).hasSize(1);

    assertThat(kept(store.commit(both))).containsExactly(first, second);
    assertThat(store.journal().find(TENANT, first.inputs())).contains(first);
    assertThat(store.journal().find(TENANT, second.inputs())).contains(second);
    assertThat(store.journal().unsettled(TENANT, RUN.value())).isEmpty();
    assertThat(kept(store.commit(both))).containsExactly(first, second);
  }

  /** Each has a fingerprint of its own, and so another that stands in its place. */
  @Test
  void ofSeveralStepsEachStandsForItself() {
    accept(1);
    Lease lease = claim();
    StepCommit first = step(lease, "one");
    StepCommit second = beside(first, "two");
    store.commit(RunCommit.of(lease, 1, List.of()).completing(first));

    RunCommit both =
        RunCommit.of(lease, 2, List.of()).completing(List.of(second, step(lease, "other")));

    assertThat(kept(store.commit(both))).containsExactly(second, first);
  }

  private static StepCommit beside(StepCommit step, String name) {
    Fingerprint inputs = Fingerprint.hasher().add(name).finish();
    return new StepCommit(step.run(), step.lead(), inputs, step.entry(), List.of(), List.of());
  }
}
