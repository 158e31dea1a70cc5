package dev.prospector.adapter.store;

import dev.prospector.Prospector;
import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.budget.Account;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Usage;
import dev.prospector.call.CallIntent;
import dev.prospector.call.Effect;
import dev.prospector.dossier.Author;
import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Entry;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.dossier.Provenance;
import dev.prospector.event.EventDraft;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.event.StepResult;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStage;
import dev.prospector.lead.LeadStatus;
import dev.prospector.model.LanguageModel;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.store.CallAnswer;
import dev.prospector.store.Lease;
import dev.prospector.store.RunCommit;
import dev.prospector.store.RunStore;
import dev.prospector.store.StepCommit;
import dev.prospector.testkit.Note;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A small run for tests, and what a worker writes for its leads. */
final class Leads {

  static final RunId RUN = RunId.of("run");
  static final Account ACCOUNT = new Account(Steps.TENANT, RUN.value());
  static final Instant THEN = Instant.parse("2026-03-01T12:00:00Z");

  private Leads() {}

  /** Opens a run and gives it leads, which are all there is. */
  static void accept(RunStore runs, RunId run, int count) {
    runs.open(Steps.TENANT, run, "pipeline", Map.of());
    runs.accept(Steps.TENANT, run, 0, IntStream.range(0, count).mapToObj(Leads::lead).toList());
    runs.complete(Steps.TENANT, run);
  }

  /** Starts a run over leads, or goes on with it: one step writes the name of each company. */
  static Run start(Store store, Budget budget, Clock clock, int count) {
    Agent<Note> agent =
        new Agent<>() {
          @Override
          public AgentSpec<Note> spec() {
            return AgentSpec.writing(Note.KEY).readingLead();
          }

          @Override
          public Note byRules(AgentInput input) {
            return new Note(input.lead().company().name());
          }
        };
    return Prospector.builder()
        .runs(store.runs())
        .budget(budget)
        .clock(clock)
        .build()
        .start(
            Pipeline.named("pipeline").add(agent).build(),
            IntStream.range(0, count).mapToObj(Leads::lead).iterator(),
            RunOptions.defaults().withTenant(Steps.TENANT).withId(RUN));
  }

  static Lead lead(int number) {
    return Lead.of(LeadId.of("lead-" + number), Company.named("Company " + number));
  }

  static EventDraft started(Lease lease) {
    return new EventDraft(THEN, p -> new RunEvent.LeadStarted(p, lease.lead().id()));
  }

  static EventDraft failed(Lease lease, String reason) {
    return new EventDraft(THEN, p -> new RunEvent.StepFailed(p, lease.lead().id(), "note", reason));
  }

  static RunCommit begin(Lease lease) {
    return RunCommit.of(lease, 1, List.of(started(lease)));
  }

  /** A commit with a step and the end of the lead. */
  static RunCommit end(Lease lease, long number, String text) {
    Fingerprint inputs = Steps.fingerprint(lease.run() + "/" + lease.lead().id());
    Provenance provenance =
        new Provenance("note", 1, Author.RULES, inputs, THEN, Usage.NONE, "", "", "");
    Entry<Note> entry = Entry.of(Note.KEY, new Note(text), provenance);
    StepCommit step =
        new StepCommit(lease.run().value(), lease.lead().id(), inputs, entry, List.of(), List.of());
    LeadStatus status = LeadStatus.ENRICHED;
    EventDraft ended =
        new EventDraft(THEN, p -> new RunEvent.LeadFinished(p, lease.lead().id(), status, ""));
    return RunCommit.of(lease, number, List.of(ended))
        .completing(step)
        .ending(
            new RunCommit.Ending(
                lease.lead().at(LeadStage.COMPLETED, status),
                Dossier.of(List.of(entry)),
                List.of(new StepResult("note", StepResult.State.COMPLETED, text, 1))));
  }

  static CallAnswer answer(String call, String text) {
    return new CallAnswer(
        call,
        Steps.fingerprint("question"),
        new LanguageModel.Answer(
            text, LanguageModel.Answer.Ending.COMPLETE, new Usage(null, 3, 1), "model"));
  }

  /** Writes that a call was answered whose step goes on. */
  static void hear(RunStore runs, Lease lease, String text) {
    String call = "heard for " + lease.lead().id();
    Reservation free = new Reservation("none", ACCOUNT, Usage.NONE);
    runs.commit(RunCommit.of(lease, 1, List.of()).intending(intent(lease, call, free)));
    runs.commit(RunCommit.of(lease, 2, List.of()).answering(List.of(answer(call, text))));
  }

  static CallIntent intent(Lease lease, String call, Reservation reservation) {
    return new CallIntent(
        lease.run().value(),
        lease.lead().id(),
        "note",
        Steps.fingerprint("a"),
        call,
        Effect.READ,
        reservation);
  }
}
