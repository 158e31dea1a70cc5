package dev.prospector.adapter.store.internal.run;

import dev.prospector.adapter.store.internal.context.Contexts;
import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.journal.CommitSteps;
import dev.prospector.adapter.store.internal.journal.EntryCodec;
import dev.prospector.adapter.store.internal.journal.EventRow;
import dev.prospector.adapter.store.internal.journal.LeadRow;
import dev.prospector.adapter.store.internal.journal.LookUpRows;
import dev.prospector.adapter.store.internal.journal.ReadSteps;
import dev.prospector.adapter.store.internal.journal.RunKey;
import dev.prospector.adapter.store.internal.journal.SaveLeads;
import dev.prospector.adapter.store.internal.journal.WriteCalls;
import dev.prospector.adapter.store.internal.process.Owner;
import dev.prospector.adapter.store.internal.spending.BudgetRequest;
import dev.prospector.adapter.store.internal.sql.Asked;
import dev.prospector.adapter.store.internal.sql.Rows;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.error.LeaseLostException;
import dev.prospector.lead.LeadStatus;
import dev.prospector.store.Lease;
import dev.prospector.store.RunCommit;
import dev.prospector.store.StepCommit;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The commits under leases of one transaction. Each is checked before anything of it is written:
 * one whose lease is lost fails alone, one that was written before is not written again.
 */
public final class CommitLeads {

  private final Writers writers;
  private final Transaction transaction;
  private final HeldLeads held;
  private final Map<String, Set<String>> open;
  private final Map<CommitRequest.Name, RunCommit.Outcome> answers = new HashMap<>();
  private final Map<CommitRequest.Name, RuntimeException> refusals = new HashMap<>();
  private final List<Accepted> accepted = new ArrayList<>();

  /** A commit that may be written. */
  private record Accepted(CommitRequest commit, HeldLead lead) {
    public CommitRequest.Calls calls() {
      return commit.calls();
    }
  }

  /** What writes and reads one kind of row, the same in all transactions. */
  public record Writers(
      Dialect dialect,
      Owner owner,
      SaveLeads leads,
      CommitSteps steps,
      ReadSteps standing,
      WriteCalls calls,
      LookUpRows lookUps,
      Contexts contexts) {

    public Writers(Dialect dialect, Owner owner, EntryCodec codec, Contexts contexts) {
      this(
          dialect,
          owner,
          new SaveLeads(dialect),
          new CommitSteps(dialect),
          new ReadSteps(dialect, codec),
          new WriteCalls(dialect),
          new LookUpRows(dialect),
          contexts);
    }
  }

  private CommitLeads(
      Writers writers, Transaction transaction, HeldLeads held, Map<String, Set<String>> open) {
    this.writers = writers;
    this.transaction = transaction;
    this.held = held;
    this.open = open;
  }

  /** Writes what belongs to leads and steps alone, before any run is locked. */
  static CommitLeads begin(Writers writers, Transaction transaction, List<RunRequest<?>> requests)
      throws SQLException {
    Dialect dialect = writers.dialect();
    List<CommitRequest> asked = RunRequest.only(CommitRequest.class, requests);
    List<Asked<List<HeldLead>>> held =
        HeldLeads.lock(transaction, dialect, writers.owner(), requests);
    Map<String, Asked<List<String>>> open = openCalls(transaction, dialect, asked);
    CommitLeads commits =
        new CommitLeads(writers, transaction, new HeldLeads(dialect, held), told(open));
    asked.forEach(commits::check);
    commits.saveLeads();
    commits.writeCalls();
    commits.writeSteps();
    commits.dropAnswers();
    return commits;
  }

  /** Asks by tenant which calls are about to end and may. */
  private static Map<String, Asked<List<String>>> openCalls(
      Transaction transaction, Dialect dialect, List<CommitRequest> commits) throws SQLException {
    Map<String, Set<String>> ending = new TreeMap<>();
    for (CommitRequest commit : commits) {
      for (WriteCalls.Outcome outcome : commit.calls().outcomes()) {
        ending
            .computeIfAbsent(commit.run().tenant(), tenant -> new TreeSet<>())
            .add(outcome.call().call());
      }
    }
    Map<String, Asked<List<String>>> open = new TreeMap<>();
    for (Map.Entry<String, Set<String>> calls : ending.entrySet()) {
      open.put(
          calls.getKey(), WriteCalls.open(transaction, dialect, calls.getKey(), calls.getValue()));
    }
    return open;
  }

  private static Map<String, Set<String>> told(Map<String, Asked<List<String>>> asked)
      throws SQLException {
    Map<String, Set<String>> told = new TreeMap<>();
    for (Map.Entry<String, Asked<List<String>>> tenant : asked.entrySet()) {
      told.put(tenant.getKey(), Set.copyOf(tenant.getValue().get()));
    }
    return told;
  }

  private void check(CommitRequest commit) {
    if (answers.containsKey(commit.name()) || refusals.containsKey(commit.name())) {
      return; // Made twice at once.
    }
    Optional<HeldLead> lead = held.find(commit.run(), commit.position(), commit.token());
    if (lead.filter(l -> l.wasWritten(commit.commit().number())).isPresent()) {
      answers.put(commit.name(), standing(commit));
    } else if (lead.filter(HeldLead::isHeld).isEmpty()) {
      refusals.put(commit.name(), lost(commit.commit().lease()));
    } else {
      Optional<String> wrong = wrong(commit);
      if (wrong.isPresent()) {
        refusals.put(commit.name(), new IllegalArgumentException(wrong.get()));
      } else {
        answers.put(commit.name(), new RunCommit.Outcome.Kept(commit.commit().steps()));
        accepted.add(new Accepted(commit, lead.get()));
      }
    }
  }

  private RunCommit.Outcome standing(CommitRequest commit) {
    return new RunCommit.Outcome.Kept(
        commit.commit().steps().stream().map(step -> standing(commit, step)).toList());
  }

  /** The first of two under one fingerprint; one that was forgotten since does not count. */
  private StepCommit standing(CommitRequest commit, StepCommit step) {
    return writers
        .standing()
        .find(transaction.handle(), commit.commit().lease().tenant(), step.inputs())
        .orElse(step);
  }

  private static LeaseLostException lost(Lease lease) {
    return new LeaseLostException(
        "lease "
            + lease.token()
            + " on lead "
            + lease.position()
            + " of run '"
            + lease.run()
            + "' does not hold any more: the lead ended, was given back, or somebody else works"
            + " on it");
  }

  private Optional<String> wrong(CommitRequest commit) {
    if (commit.calls().settlements().stream().anyMatch(s -> s.day().isEmpty())) {
      return Optional.of("a settlement is of a budget that is not settled here");
    }
    return commit.calls().outcomes().stream()
        .map(outcome -> outcome.call().call())
        .filter(call -> !open.getOrDefault(commit.run().tenant(), Set.of()).contains(call))
        .findFirst()
        .map(call -> "no call was intended under '" + call + "'");
  }

  /** An ending over a lead that somebody changed in between is not written, nor its commit. */
  private void saveLeads() throws SQLException {
    List<Accepted> endings = accepted.stream().filter(a -> a.commit().lead().isPresent()).toList();
    List<LeadRow> leads = endings.stream().map(a -> a.commit().lead().orElseThrow()).toList();
    List<Boolean> saved = writers.leads().write(transaction, leads);
    List<Accepted> outdated = new ArrayList<>();
    for (int i = 0; i < endings.size(); i++) {
      if (!saved.get(i)) {
        outdated.add(endings.get(i));
        answers.put(endings.get(i).commit().name(), new RunCommit.Outcome.Outdated());
      }
    }
    accepted.removeIf(one -> outdated.stream().anyMatch(other -> other == one));
  }

  private void writeCalls() throws SQLException {
    List<WriteCalls.Answer> heard = new ArrayList<>();
    List<WriteCalls.Intent> intents = new ArrayList<>();
    List<WriteCalls.Outcome> outcomes = new ArrayList<>();
    for (Accepted one : accepted) {
      heard.addAll(one.calls().answers());
      one.calls().intent().ifPresent(intents::add);
      outcomes.addAll(one.calls().outcomes());
    }
    writers
        .lookUps()
        .write(transaction, accepted.stream().map(one -> one.calls().lookUps()).toList());
    writers.calls().answer(transaction, heard);
    writers.calls().intents(transaction, intents).execute();
    writers.calls().outcomes(transaction, outcomes).execute();
  }

  private void writeSteps() throws SQLException {
    List<CommitSteps.Request> steps =
        accepted.stream().flatMap(one -> one.calls().steps().stream()).toList();
    Iterator<Boolean> stands = writers.steps().write(transaction, steps).iterator();
    for (Accepted one : accepted) {
      boolean all = true;
      for (int i = 0; i < one.calls().steps().size(); i++) {
        all &= stands.next();
      }
      if (!all) {
        answers.put(one.commit().name(), standing(one.commit()));
      }
    }
  }

  /** The steps of a lead that ended are not executed again, unless it failed. */
  private void dropAnswers() throws SQLException {
    Rows ended = transaction.changes(WriteCalls.DROP_ANSWERS);
    accepted.stream()
        .filter(one -> one.commit().status().filter(s -> s != LeadStatus.FAILED).isPresent())
        .map(one -> one.commit().commit().lease())
        .map(lease -> List.of(lease.tenant().id(), lease.run().value(), lease.lead().id().value()))
        .distinct()
        .forEach(lead -> ended.add(lead.toArray()));
    ended.execute();
  }

  /** Returns what the calls really cost whose commits are written. */
  List<BudgetRequest.Settle> settlements() {
    return accepted.stream().flatMap(one -> one.calls().settlements().stream()).toList();
  }

  /** Gives the events their numbers and ends leads, now that the runs are locked. */
  void finish(RunGroup group, List<RunRequest<?>> requests) throws SQLException {
    accepted.forEach(one -> finish(group, one.commit(), one.lead()));
    for (RunRequest.Release release : RunRequest.only(RunRequest.Release.class, requests)) {
      release(group, release);
    }
    held.store(transaction);
    for (RunKey run : RunRequest.runs(accepted.stream().map(Accepted::commit).toList())) {
      group.endIfDone(group.run(run));
    }
  }

  private static void finish(RunGroup group, CommitRequest commit, HeldLead lead) {
    RunRow run = group.run(commit.run());
    for (EventRow event : commit.events()) {
      lead.began(group.append(run, event), event.beginsLead());
    }
    lead.written(commit.commit().number());
    commit.executions().ifPresent(lead::executing);
    commit
        .status()
        .ifPresent(
            status -> {
              lead.end(status, commit.steps());
              run.leadEnded(status);
            });
  }

  private void release(RunGroup group, RunRequest.Release release) {
    held.find(release.run(), release.position(), release.token())
        .filter(HeldLead::isHeld)
        .ifPresent(
            lead -> {
              lead.release();
              RunRow run = group.run(release.run());
              run.waitsFrom(Math.min(run.waiting(), release.position()));
            });
  }

  /** Returns what became of a commit, or throws what refused it. */
  RunCommit.Outcome answer(CommitRequest commit) {
    RuntimeException refusal = refusals.get(commit.name());
    if (refusal != null) {
      throw refusal;
    }
    return Objects.requireNonNull(answers.get(commit.name()));
  }
}
