package dev.prospector.testkit.contract.run;

import dev.prospector.budget.Account;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Usage;
import dev.prospector.call.CallIntent;
import dev.prospector.call.CallOutcome;
import dev.prospector.call.Effect;
import dev.prospector.dossier.Author;
import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Entry;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.event.EventDraft;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.event.StepResult;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStage;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.store.LeadStore;
import dev.prospector.store.Lease;
import dev.prospector.store.RunCommit;
import dev.prospector.store.RunStore;
import dev.prospector.store.StepCommit;
import dev.prospector.store.StoredRun;
import dev.prospector.testkit.Note;
import dev.prospector.testkit.ScriptedModel;
import dev.prospector.testkit.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;

/** A store with one run, and what the parts of {@link RunStoreContract} do with it. */
abstract class RunStoreCase {

  static final Tenant TENANT = new Tenant("one");
  static final Tenant OTHER = new Tenant("other");
  static final RunId RUN = RunId.of("run-1");
  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  static final Instant THEN = Instant.parse("2026-03-01T12:00:07.123456Z");

  final SettableClock clock = new SettableClock(START);
  RunStore store;

  abstract RunStoreContract contract();

  @BeforeEach
  void open() {
    store = contract().store(clock);
    store.open(TENANT, RUN, "pipeline", Map.of("input", "leads.csv"));
  }

  // ---- the run

  StoredRun run() {
    return store.find(TENANT, RUN).orElseThrow();
  }

  RunState state() {
    return run().state();
  }

  void steer(RunState wish) {
    store.steer(TENANT, RUN, wish);
  }

  void accept(int leads) {
    store.accept(TENANT, RUN, 0, leads(leads));
  }

  void acceptAll(int leads) {
    accept(leads);
    store.complete(TENANT, RUN);
  }

  Lease claim() {
    return store.claim(TENANT, RUN, 1).get(0);
  }

  List<Long> claimed(int most) {
    return positions(store.claim(TENANT, RUN, most));
  }

  static List<Long> positions(List<Lease> leases) {
    return leases.stream().map(Lease::position).toList();
  }

  List<RunEvent> events() {
    return store.events(TENANT, RUN, 0, 100_000);
  }

  /** The names of all events but those of acceptance, such as {@code RunStarted}. */
  List<String> story() {
    return names(events().stream().filter(e -> !(e instanceof RunEvent.LeadAccepted)).toList());
  }

  static List<String> names(List<RunEvent> events) {
    return events.stream().map(e -> e.getClass().getSimpleName()).toList();
  }

  // ---- leads

  static Lead lead(int number) {
    return Lead.of(LeadId.of("lead-" + number), Company.named("Company " + number))
        .withSupplied(List.of(Snapshot.row("list.csv:" + number, "row " + number)));
  }

  static List<Lead> leads(int count) {
    return IntStream.range(0, count).mapToObj(RunStoreCase::lead).toList();
  }

  String text(Lease lease) {
    return store
        .leads()
        .find(lease.tenant(), lease.lead().id())
        .map(LeadStore.Stored::dossier)
        .flatMap(dossier -> dossier.find(Note.KEY))
        .map(Note::text)
        .orElse("nothing");
  }

  // ---- commits

  static EventDraft started(Lease lease) {
    return new EventDraft(THEN, p -> new RunEvent.LeadStarted(p, lease.lead().id()));
  }

  static EventDraft stepStarted(Lease lease, String step) {
    return new EventDraft(THEN, p -> new RunEvent.StepStarted(p, lease.lead().id(), step));
  }

  static EventDraft stepCompleted(Lease lease) {
    return new EventDraft(
        THEN,
        p ->
            new RunEvent.StepCompleted(
                p, lease.lead().id(), "note", Author.RULES, 2, Usage.NONE, ""));
  }

  static EventDraft finished(Lease lease, LeadStatus status) {
    return new EventDraft(THEN, p -> new RunEvent.LeadFinished(p, lease.lead().id(), status, ""));
  }

  RunCommit.Outcome tell(Lease lease, long number, EventDraft... events) {
    return store.commit(RunCommit.of(lease, number, List.of(events)));
  }

  static StepCommit step(Lease lease, String text) {
    return step(lease, text, List.of());
  }

  static StepCommit step(Lease lease, String text, List<CallOutcome> calls) {
    return new StepCommit(
        lease.run().value(), lease.lead().id(), inputs(lease), entry(lease, text), kept(), calls);
  }

  static List<Snapshot> kept() {
    return List.of(Snapshot.page("https://a.example/", "a page"));
  }

  /** Written by the step of this lead, under whose fingerprint its snapshots are found. */
  static Entry<Note> entry(Lease lease, String text) {
    Entry<Note> bare = Note.entry(text);
    return Entry.of(
        Note.KEY, bare.value(), Note.provenance(Author.RULES, "note of " + lease.lead().id()));
  }

  static Fingerprint inputs(Lease lease) {
    return Fingerprint.hasher().add("note of " + lease.lead().id()).finish();
  }

  static RunCommit.Ending ending(Lease lease, LeadStatus status, String text) {
    return ending(lease, lease.lead(), status, text);
  }

  /** Ends a lead over a stored version. */
  static RunCommit.Ending ending(Lease lease, Lead over, LeadStatus status, String text) {
    StepResult.State how =
        status == LeadStatus.FAILED ? StepResult.State.FAILED : StepResult.State.COMPLETED;
    return new RunCommit.Ending(
        lease.lead().after(over).at(LeadStage.COMPLETED, status),
        Dossier.of(List.of(entry(lease, text))),
        List.of(new StepResult("note", how, "", 1)));
  }

  /** Does all that a lead needs, in two commits. */
  void finish(Lease lease, LeadStatus status) {
    tell(lease, 1, started(lease));
    Lead over =
        store
            .leads()
            .find(lease.tenant(), lease.lead().id())
            .map(LeadStore.Stored::lead)
            .orElse(lease.lead());
    RunCommit last =
        RunCommit.of(lease, 2, List.of(stepCompleted(lease), finished(lease, status)))
            .completing(step(lease, "found"))
            .ending(ending(lease, over, status, "found"));
    if (!(store.commit(last) instanceof RunCommit.Outcome.Kept)) {
      throw new AssertionError("the lead was not changed, and yet it is outdated");
    }
  }

  static CallIntent intent(Lease lease, String call) {
    Reservation free =
        new Reservation("none", new Account(lease.tenant(), lease.run().value()), Usage.NONE);
    return intent(lease, call, free);
  }

  static CallIntent intent(Lease lease, String call, Reservation reservation) {
    return new CallIntent(
        lease.run().value(),
        lease.lead().id(),
        "note",
        inputs(lease),
        call,
        Effect.IDEMPOTENT,
        reservation);
  }

  static CallOutcome outcome(String call, CallOutcome.Ending ending) {
    return new CallOutcome(call, ending, ScriptedModel.COST);
  }

  void intend(Lease lease, long number, String call) {
    store.commit(RunCommit.of(lease, number, List.of()).intending(intent(lease, call)));
  }

  /** Everything of one lead that a commit can change, to be compared. */
  List<Object> everything(Lease lease) {
    return List.of(
        store.find(lease.tenant(), lease.run()).toString(),
        store.events(lease.tenant(), lease.run(), 0, 1000),
        store.journal().find(lease.tenant(), inputs(lease)),
        store.journal().unsettled(lease.tenant(), lease.run().value()),
        text(lease),
        store.unfinished(lease.tenant(), lease.run(), 0, 1000));
  }

  static List<StepCommit> kept(RunCommit.Outcome outcome) {
    if (outcome instanceof RunCommit.Outcome.Kept kept) {
      return kept.steps();
    }
    throw new AssertionError("it was not kept: " + outcome);
  }
}
