package dev.prospector.adapter.store.internal.run;

import dev.prospector.adapter.store.internal.context.Contexts;
import dev.prospector.adapter.store.internal.database.Json;
import dev.prospector.adapter.store.internal.journal.EntryCodec;
import dev.prospector.adapter.store.internal.journal.InputRow;
import dev.prospector.adapter.store.internal.journal.LeadRows;
import dev.prospector.adapter.store.internal.journal.ReadInput;
import dev.prospector.adapter.store.internal.journal.ReadResults;
import dev.prospector.adapter.store.internal.journal.RunKey;
import dev.prospector.adapter.store.internal.journal.WriteCalls;
import dev.prospector.adapter.store.internal.process.Owner;
import dev.prospector.adapter.store.internal.spending.JdbiBudget;
import dev.prospector.adapter.store.internal.sql.Access;
import dev.prospector.budget.Budget;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.error.PortException;
import dev.prospector.error.RunException;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Lead;
import dev.prospector.lead.Tenant;
import dev.prospector.store.AnsweredCall;
import dev.prospector.store.Journal;
import dev.prospector.store.LeadStore;
import dev.prospector.store.Lease;
import dev.prospector.store.QueueStore;
import dev.prospector.store.RunCommit;
import dev.prospector.store.RunStore;
import dev.prospector.store.RunTerms;
import dev.prospector.store.SharedLimits;
import dev.prospector.store.StoredResult;
import dev.prospector.store.StoredRun;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs, in the transactions of the journal, the leads and the budget of the same store. */
public final class JdbiRunStore implements RunStore {

  private static final Logger LOG = LoggerFactory.getLogger(JdbiRunStore.class);

  private final Access access;
  private final RunWriter writer;
  private final Owner owner;
  private final Ports ports;
  private final EntryCodec codec;
  private final LeadRows leadRows;
  private final Contexts contexts;
  private final QueueStore queue;
  private final ReadLeases leases;
  private final ReadResults results;

  /** What is written through the same writer. */
  public record Ports(
      Journal journal,
      LeadStore leads,
      Supplier<SharedLimits> limits,
      Contexts contexts,
      Clock clock) {}

  public JdbiRunStore(
      Access access,
      RunWriter writer,
      Owner owner,
      Ports ports,
      EntryCodec codec,
      LeadRows leadRows) {
    this.access = access;
    this.writer = writer;
    this.owner = owner;
    this.ports = ports;
    this.codec = codec;
    this.leadRows = leadRows;
    this.contexts = ports.contexts();
    this.queue = new JdbiQueue(access, owner, contexts, ports.clock(), writer);
    this.leases = new ReadLeases(access);
    this.results = new ReadResults(leadRows);
  }

  @Override
  public Journal journal() {
    return ports.journal();
  }

  @Override
  public LeadStore leads() {
    return ports.leads();
  }

  @Override
  public SharedLimits limits() {
    return ports.limits().get();
  }

  @Override
  public QueueStore queue() {
    return queue;
  }

  @Override
  public List<QueueStore.OfTenant> list(
      RunState state, Optional<QueueStore.OfTenant> after, int limit) {
    checkLimit(limit);
    String tenant = after.map(one -> one.tenant().id()).orElse("");
    String run = after.map(one -> one.run().id().value()).orElse("");
    return access.read(
        handle ->
            RunRows.ofTenants(
                handle,
                contexts,
                "state = ? and (tenant, run) > (?, ?) order by tenant, run limit ?",
                query -> query.bind(0, state.name()).bind(1, tenant).bind(2, run).bind(3, limit)));
  }

  @Override
  public StoredRun note(Tenant tenant, RunId run, Map<String, String> notes) {
    return writer.ask(new RunRequest.Note(RunKey.of(tenant, run), Json.text(notes)));
  }

  @Override
  public int forget(Tenant tenant, String person) {
    List<RunKey> runs =
        access.read(
            handle ->
                handle
                    .createQuery("select run from prospector_run where tenant = ? and person = ?")
                    .bind(0, tenant.id())
                    .bind(1, person)
                    .mapTo(String.class)
                    .map(run -> new RunKey(tenant.id(), run))
                    .list());
    int named = 0;
    for (RunKey run : runs) {
      named += writer.ask(new RunRequest.Unname(run, person)) ? 1 : 0;
    }
    access.overwriteDeleted();
    return named;
  }

  @Override
  public boolean settles(Budget budget) {
    return budget instanceof JdbiBudget ours && ours.writesWith(writer);
  }

  @Override
  public StoredRun open(
      Tenant tenant, RunId run, String pipeline, Map<String, String> notes, RunTerms terms) {
    RunKey key = RunKey.of(tenant, run);
    return writer.ask(
        new RunRequest.Open(key, pipeline, Json.text(notes), TermsRow.of(terms), false));
  }

  @Override
  public Optional<StoredRun> find(Tenant tenant, RunId run) {
    return access.read(
        handle ->
            RunRows.read(handle, RunKey.of(tenant, run)).map(row -> row.stored(contexts, handle)));
  }

  @Override
  public List<StoredRun> list(Tenant tenant, Optional<RunId> before, int limit) {
    checkLimit(limit);
    return access.read(
        handle -> {
          long serial = before.map(run -> row(handle, tenant, run).serial()).orElse(Long.MAX_VALUE);
          String last = before.map(RunId::value).orElse("");
          return RunRows.before(handle, tenant, serial, last, limit).stream()
              .map(row -> row.stored(contexts, handle))
              .toList();
        });
  }

  @Override
  public long accept(Tenant tenant, RunId run, long from, List<Lead> leads) {
    RunKey key = RunKey.of(tenant, run);
    List<InputRow> rows = new ArrayList<>();
    for (Lead lead : leads) {
      rows.add(InputRow.of(key, from + rows.size(), lead));
    }
    return writer.ask(new RunRequest.Accept(key, from, rows));
  }

  @Override
  public SortedMap<Long, Lead> beginning(Tenant tenant, RunId run, int most) {
    checkLimit(most);
    return access.read(
        handle -> {
          SortedMap<Long, Lead> first = new TreeMap<>();
          ReadInput.beginning(handle, row(handle, tenant, run).key(), most)
              .forEach(input -> first.put(input.position(), input.accepted()));
          return first;
        });
  }

  @Override
  public void complete(Tenant tenant, RunId run) {
    writer.ask(new RunRequest.Complete(RunKey.of(tenant, run)));
  }

  @Override
  public List<Lease> claim(Tenant tenant, RunId run, int most) {
    checkLimit(most);
    return leases.of(tenant, run, writer.ask(new RunRequest.Claim(RunKey.of(tenant, run), most)));
  }

  @Override
  public Optional<Lease> claim(Tenant tenant, RunId run, long position) {
    RunRequest.ClaimOne claim = new RunRequest.ClaimOne(RunKey.of(tenant, run), position);
    return leases.of(tenant, run, writer.ask(claim)).stream().findFirst();
  }

  @Override
  public void release(Lease lease) {
    RunKey run = RunKey.of(lease.tenant(), lease.run());
    writer.release(new RunRequest.Release(run, lease.position(), lease.token()));
  }

  @Override
  public void releaseAllBut(Tenant tenant, RunId run, List<Lease> leases) {
    RunKey key = RunKey.of(tenant, run);
    List<RunRequest.Release> held =
        access.read(
            handle -> {
              row(handle, tenant, run);
              return HeldLeads.of(handle, owner);
            });
    Set<RunRequest.Release> known =
        leases.stream()
            .map(lease -> new RunRequest.Release(key, lease.position(), lease.token()))
            .collect(Collectors.toSet());
    held.stream()
        .filter(release -> release.run().equals(key) && !known.contains(release))
        .forEach(writer::release);
  }

  @Override
  public RunCommit.Outcome commit(RunCommit commit) {
    return writer.ask(CommitRequest.of(commit, leadRows, codec));
  }

  @Override
  public Optional<AnsweredCall> answered(Lease lease, String call, Fingerprint question) {
    return access.read(handle -> WriteCalls.answered(handle, lease.tenant(), call, question));
  }

  @Override
  public StoredRun steer(Tenant tenant, RunId run, RunState wish) {
    return writer.ask(new RunRequest.Steer(RunKey.of(tenant, run), wish));
  }

  @Override
  public long retryFailed(Tenant tenant, RunId run) {
    return writer.ask(new RunRequest.RetryFailed(RunKey.of(tenant, run)));
  }

  @Override
  public List<RunEvent> events(Tenant tenant, RunId run, long after, int limit) {
    checkLimit(limit);
    return access.readDurable(
        handle -> {
          RunRow row = row(handle, tenant, run);
          if (after < row.archived()) {
            throw new RunException(
                "events up to "
                    + row.archived()
                    + " of run '"
                    + run
                    + "' are in an archive: read them there, or begin after that number");
          }
          return EventRows.after(handle, access.dialect(), row, after, limit).stream()
              .map(event -> event.row().event(event.number()))
              .toList();
        });
  }

  @Override
  public List<Long> unfinished(Tenant tenant, RunId run, long from, int limit) {
    checkLimit(limit);
    return access.read(
        handle -> {
          row(handle, tenant, run);
          return handle
              .createQuery(
                  """
                  select position from prospector_run_lead where tenant = :tenant and run = :run
                    and position >= :from and status is null order by position limit :limit
                  """)
              .bind("tenant", tenant.id())
              .bind("run", run.value())
              .bind("from", from)
              .bind("limit", limit)
              .mapTo(Long.class)
              .list();
        });
  }

  @Override
  public List<StoredResult> results(Tenant tenant, RunId run, long from, int limit) {
    checkLimit(limit);
    return access.readDurable(
        handle -> results.of(handle, row(handle, tenant, run).key(), from, limit));
  }

  /**
   * Releases the leases that are still held here, so that other processes need not wait for their
   * end.
   */
  public void releaseAll() {
    try {
      access.read(handle -> HeldLeads.of(handle, owner)).forEach(writer::release);
    } catch (PortException e) {
      LOG.info("Leads are not given back at once, but after their lease: {}", e.getMessage());
    }
  }

  private static RunRow row(Handle handle, Tenant tenant, RunId run) {
    RunKey key = RunKey.of(tenant, run);
    return RunRows.read(handle, key).orElseThrow(() -> RunRows.unknown(key));
  }

  private static void checkLimit(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("at least 1 is asked for, not " + limit);
    }
  }
}
