package dev.prospector.adapter.store.internal.journal;

import dev.prospector.adapter.store.internal.sql.Access;
import dev.prospector.adapter.store.internal.sql.Write;
import dev.prospector.call.CallIntent;
import dev.prospector.call.CallOutcome;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.dossier.Section;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.lookup.LookUp;
import dev.prospector.store.Journal;
import dev.prospector.store.StepCommit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The journal. Every write returns after the commit that holds it. */
public final class JdbiJournal implements Journal {

  private final Access access;
  private final EntryCodec codec;
  private final ReadSteps steps;
  private final CommitSteps commits;
  private final Write<WriteCalls.Intent, Boolean> intents;
  private final Write<WriteCalls.Outcome, Boolean> outcomes;
  private final Write<LookUpRows.Request, Boolean> lookUps;
  private final ForgetLeads forgets = new ForgetLeads();

  public JdbiJournal(Access access, EntryCodec codec) {
    this.access = access;
    this.codec = codec;
    this.steps = new ReadSteps(access.dialect(), codec);
    this.commits = new CommitSteps(access.dialect());
    WriteCalls calls = new WriteCalls(access.dialect());
    LookUpRows asked = new LookUpRows(access.dialect());
    this.lookUps =
        (transaction, all) -> {
          asked.write(transaction, all);
          return all.stream().map(one -> true).toList();
        };
    this.intents = (transaction, all) -> calls.intents(transaction, all).changed();
    this.outcomes = (transaction, all) -> calls.outcomes(transaction, all).changed();
  }

  @Override
  public Optional<StepCommit> find(Tenant tenant, Fingerprint inputs) {
    return access.read(handle -> steps.find(handle, tenant, inputs));
  }

  @Override
  public StepCommit commit(Tenant tenant, StepCommit commit) {
    CommitSteps.Request request = CommitSteps.Request.of(tenant, commit, codec);
    while (true) {
      if (access.write(commits, request)) {
        return commit;
      }
      Optional<StepCommit> first = find(tenant, commit.inputs());
      if (first.isPresent()) {
        return first.get();
      }
      // The first one was forgotten in between, so this one may stand now.
    }
  }

  @Override
  public void intend(Tenant tenant, CallIntent intent) {
    access.write(intents, WriteCalls.Intent.of(tenant, intent));
  }

  @Override
  public void settle(Tenant tenant, CallOutcome outcome) {
    if (!access.write(outcomes, WriteCalls.Outcome.of(tenant, outcome))) {
      throw new IllegalArgumentException("no call was intended under '" + outcome.call() + "'");
    }
  }

  @Override
  public List<CallIntent> unsettled(Tenant tenant, String run) {
    return access.read(handle -> WriteCalls.unsettled(handle, new RunKey(tenant.id(), run)));
  }

  @Override
  public void keep(Tenant tenant, LookUp lookUp) {
    boolean unused = access.write(lookUps, LookUpRows.Request.of(tenant, List.of(lookUp)));
  }

  @Override
  public List<LookUp> lookUps(Tenant tenant, LeadId lead) {
    return access.read(handle -> LookUpRows.of(handle, tenant, lead));
  }

  @Override
  public int forget(Tenant tenant, LeadId lead) {
    int forgotten = access.write(forgets, new ForgetLeads.Request(tenant, lead));
    access.overwriteDeleted();
    return forgotten;
  }

  @Override
  public List<Section<?>> unknown(Collection<Section<?>> sections) {
    return codec.known().unknown(sections);
  }
}
