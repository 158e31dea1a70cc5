package dev.prospector.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.budget.Account;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Usage;
import dev.prospector.call.CallIntent;
import dev.prospector.call.CallOutcome;
import dev.prospector.call.Effect;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.lookup.LookUp;
import dev.prospector.lookup.SourceKind;
import dev.prospector.store.Journal;
import dev.prospector.store.StepCommit;
import dev.prospector.testkit.Note;
import dev.prospector.testkit.ScriptedModel;
import dev.prospector.testkit.Threads;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every journal promises. Extend it, and return an empty journal. */
public abstract class JournalContract {

  private static final Tenant TENANT = new Tenant("one");
  private static final Tenant OTHER = new Tenant("other");
  private static final LeadId LEAD = LeadId.of("lead-1");
  private static final LeadId OTHER_LEAD = LeadId.of("lead-2");

  private static final LookUp.Outcome ABSENT = LookUp.Outcome.ABSENT;

  private Journal journal;

  /** Creates the contract. */
  protected JournalContract() {}

  /** Returns a journal that holds nothing, for sections of the type {@link Note}. */
  protected abstract Journal journal();

  @BeforeEach
  void open() {
    journal = journal();
  }

  @Test
  void whatWasCommittedIsFoundUnderItsFingerprint() {
    StepCommit commit = commit(LEAD, "a", "first");

    assertThat(journal.commit(TENANT, commit)).isEqualTo(commit);

    assertThat(journal.find(TENANT, commit.inputs())).contains(commit);
    assertThat(journal.find(TENANT, fingerprint("b"))).isEmpty();
  }

  @Test
  void ofTwoCommitsUnderOneFingerprintTheFirstStandsForBoth() {
    StepCommit first = commit(LEAD, "a", "first");
    journal.commit(TENANT, first);

    assertThat(journal.commit(TENANT, commit(LEAD, "a", "second"))).isEqualTo(first);
    assertThat(journal.find(TENANT, fingerprint("a"))).contains(first);
  }

  @Test
  void aTenantDoesNotSeeWhatAnotherOneDid() {
    journal.commit(TENANT, commit(LEAD, "a", "first"));
    journal.intend(TENANT, intent(LEAD, "run", "call"));

    assertThat(journal.find(OTHER, fingerprint("a"))).isEmpty();
    assertThat(journal.unsettled(OTHER, "run")).isEmpty();
    assertThat(journal.forget(OTHER, LEAD)).isZero();
    assertThat(journal.find(TENANT, fingerprint("a"))).isPresent();
  }

  @Test
  void anIntentIsUnsettledUntilItsOutcomeIsKept() {
    CallIntent one = intent(LEAD, "run", "call-1");
    CallIntent two = intent(LEAD, "run", "call-2");
    journal.intend(TENANT, one);
    journal.intend(TENANT, two);
    journal.intend(TENANT, intent(LEAD, "other-run", "call-3"));

    assertThat(journal.unsettled(TENANT, "run")).containsExactlyInAnyOrder(one, two);

    journal.settle(TENANT, outcome("call-1", CallOutcome.Ending.FAILED));
    assertThat(journal.unsettled(TENANT, "run")).containsExactly(two);
  }

  @Test
  void aCommitSettlesTheCallsOfItsStep() {
    journal.intend(TENANT, intent(LEAD, "run", "call"));
    StepCommit bare = commit(LEAD, "a", "first");

    journal.commit(
        TENANT,
        new StepCommit(
            bare.run(),
            bare.lead(),
            bare.inputs(),
            bare.entry(),
            bare.snapshots(),
            List.of(outcome("call", CallOutcome.Ending.ANSWERED))));

    assertThat(journal.unsettled(TENANT, "run")).isEmpty();
  }

  @Test
  void aCallThatFailedCanBeIntendedAgainUnderItsKey() {
    CallIntent intent = intent(LEAD, "run", "call");
    journal.intend(TENANT, intent);
    journal.settle(TENANT, outcome("call", CallOutcome.Ending.FAILED));
    journal.intend(TENANT, intent);

    assertThat(journal.unsettled(TENANT, "run")).containsExactly(intent);
  }

  @Test
  void anOutcomeWithoutAnIntentIsRefused() {
    assertThatThrownBy(
            () -> journal.settle(TENANT, outcome("nothing", CallOutcome.Ending.ANSWERED)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void forgettingALeadRemovesEverythingAboutItAndNothingElse() {
    journal.commit(TENANT, commit(LEAD, "a", "first"));
    journal.commit(TENANT, commit(OTHER_LEAD, "b", "second"));
    journal.intend(TENANT, intent(LEAD, "run", "call"));

    assertThat(journal.forget(TENANT, LEAD)).isEqualTo(2);

    assertThat(journal.find(TENANT, fingerprint("a"))).isEmpty();
    assertThat(journal.unsettled(TENANT, "run")).isEmpty();
    assertThat(journal.find(TENANT, fingerprint("b"))).isPresent();
    assertThat(journal.forget(TENANT, LEAD)).isZero();
  }

  @Test
  void aLookUpIsKeptInPlaceOfTheOneBeforeIt() {
    journal.keep(TENANT, lookUp(LEAD, "step", 1, found("second")));
    journal.keep(TENANT, lookUp(LEAD, "step", 0, LookUp.Answer.without(ABSENT, "not there")));
    LookUp again = lookUp(LEAD, "step", 0, found("first \u0000 \ud83d\ude00 \u00e3"));
    journal.keep(TENANT, again);

    assertThat(journal.lookUps(TENANT, LEAD))
        .containsExactly(again, lookUp(LEAD, "step", 1, found("second")));
    assertThat(journal.lookUps(TENANT, OTHER_LEAD)).isEmpty();
    assertThat(journal.lookUps(OTHER, LEAD)).isEmpty();
  }

  @Test
  void aCommitKeepsWhatItsStepAskedAndDropsWhatItAskedBeyondThatBefore() {
    journal.keep(TENANT, lookUp(LEAD, "step", 0, found("old")));
    journal.keep(TENANT, lookUp(LEAD, "step", 1, found("not asked any more")));
    LookUp beside = lookUp(LEAD, "another step", 0, found("old"));
    journal.keep(TENANT, beside);
    LookUp asked = lookUp(LEAD, "step", 0, found("new"));

    journal.commit(TENANT, asking(commit(LEAD, "a", "first"), asked));

    assertThat(journal.lookUps(TENANT, LEAD)).containsExactlyInAnyOrder(asked, beside);
    assertThat(journal.find(TENANT, fingerprint("a"))).contains(commit(LEAD, "a", "first"));
  }

  @Test
  void whatAStepAskedIsKeptAlsoWhereAnEarlierResultStands() {
    StepCommit first = commit(LEAD, "a", "first");
    journal.commit(TENANT, asking(first, lookUp(LEAD, "step", 0, found("same"))));
    LookUp later =
        new LookUp(
            LEAD,
            fingerprint("step"),
            0,
            new LookUp.Question(SourceKind.PAGES, "web", "https://a.example/"),
            found("same"),
            new LookUp.Made("later run", Instant.EPOCH.plusSeconds(60)));

    assertThat(journal.commit(TENANT, asking(commit(LEAD, "a", "second"), later))).isEqualTo(first);

    assertThat(journal.lookUps(TENANT, LEAD)).containsExactly(later);
  }

  @Test
  void forgettingALeadRemovesItsLookUps() {
    journal.keep(TENANT, lookUp(LEAD, "step", 0, found("personal")));
    journal.keep(TENANT, lookUp(OTHER_LEAD, "other step", 0, found("personal")));

    assertThat(journal.forget(TENANT, LEAD)).isEqualTo(1);

    assertThat(journal.lookUps(TENANT, LEAD)).isEmpty();
    assertThat(journal.lookUps(TENANT, OTHER_LEAD)).hasSize(1);
  }

  private static LookUp lookUp(LeadId lead, String step, int position, LookUp.Answer answer) {
    String url = "https://a.example/" + position;
    return new LookUp(
        lead,
        fingerprint(step),
        position,
        new LookUp.Question(SourceKind.PAGES, "web", url),
        answer,
        new LookUp.Made("run", Instant.EPOCH));
  }

  private static LookUp.Answer found(String text) {
    return new LookUp.Answer(
        LookUp.Outcome.FOUND, fingerprint(text), text, "https://a.example/final", Instant.EPOCH);
  }

  private static StepCommit asking(StepCommit bare, LookUp... asked) {
    return new StepCommit(
        bare.run(),
        bare.lead(),
        bare.inputs(),
        bare.entry(),
        bare.snapshots(),
        bare.calls(),
        new StepCommit.Asked(Optional.of(fingerprint("step")), List.of(asked)));
  }

  @Test
  void whenManyCommitAtOnceAllAreToldTheSameResult() throws Exception {
    List<StepCommit> told =
        Threads.all(8, i -> journal.commit(TENANT, commit(LEAD, "a", "by thread " + i)));

    assertThat(told).hasSize(8).containsOnly(told.get(0));
  }

  private static StepCommit commit(LeadId lead, String inputs, String text) {
    return new StepCommit(
        "run",
        lead,
        fingerprint(inputs),
        Note.entry(text),
        List.of(Snapshot.page("https://a.example/", "text")),
        List.of());
  }

  private static CallIntent intent(LeadId lead, String run, String call) {
    Reservation reservation = new Reservation("1", new Account(TENANT, run), ScriptedModel.COST);
    return new CallIntent(run, lead, "step", fingerprint("a"), call, Effect.READ, reservation);
  }

  private static CallOutcome outcome(String call, CallOutcome.Ending ending) {
    return new CallOutcome(call, ending, Usage.NONE);
  }

  private static Fingerprint fingerprint(String text) {
    return Fingerprint.hasher().add(text).finish();
  }
}
