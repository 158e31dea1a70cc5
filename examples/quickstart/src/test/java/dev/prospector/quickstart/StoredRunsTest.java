package dev.prospector.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.adapter.context.BusinessContexts;
import dev.prospector.adapter.store.Store;
import dev.prospector.adapter.store.StoreOptions;
import dev.prospector.adapter.web.PageArchive;
import dev.prospector.agents.Pipelines;
import dev.prospector.budget.Account;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Usage;
import dev.prospector.call.CallIntent;
import dev.prospector.call.CallOutcome;
import dev.prospector.call.CallOutcome.Ending;
import dev.prospector.call.Effect;
import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadStage;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.run.RunProgress;
import dev.prospector.store.Lease;
import dev.prospector.store.RunCommit;
import dev.prospector.store.StoredRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the manual shows of runs that survive their process, done. */
class StoredRunsTest {

  private final Path data = BundledData.FOLDER;
  private final List<Lead> leads = BundledData.leads().subList(0, 3);
  @TempDir private Path folder;

  private Prospector prospector(Store store) {
    // region prospector
    Prospector prospector =
        Prospector.builder()
            .businessContext(BusinessContexts.read(data.resolve("context.yaml")))
            .pages(PageArchive.open(data.resolve("pages")))
            .runs(store.runs())
            .build();
    // endregion
    return prospector;
  }

  @Test
  void aRunGoesOnInAnotherProcess() throws InterruptedException {
    String address = "sqlite:" + folder.resolve("prospector.db");
    // region store
    Pipeline pipeline = Pipelines.standard();
    StoreOptions known = StoreOptions.defaults().withPipeline(pipeline);
    try (Store store = Store.open(address, known)) {
      RunOptions options = RunOptions.defaults().withId(RunId.of("autumn"));
      try (Run run = prospector(store).start(pipeline, leads.iterator(), options)) {
        run.results().forEach(result -> System.out.println(result.lead().id()));
      }
    }
    // endregion
    try (Store store = Store.open(address, known)) {
      // region resume
      try (Run run = prospector(store).resume(RunId.of("autumn"), pipeline)) {
        RunProgress progress = run.await();
        System.out.println(progress.leads().enriched() + " leads");
      }
      // endregion
      // region steer
      StoredRun run = store.runs().steer(Tenant.DEFAULT, RunId.of("autumn"), RunState.CANCELLED);
      // endregion
      assertThat(run.state()).as("it had ended before").isEqualTo(RunState.COMPLETED);
      assertThat(run.leads().enriched()).isEqualTo(3);
    }
  }

  @Test
  void aPersonDecidesOnACallOfWhichNobodyKnowsHowItEnded() {
    RunId autumn = RunId.of("autumn");
    try (Store store = Store.open("sqlite:" + folder.resolve("s.db"), StoreOptions.defaults())) {
      store.runs().open(Tenant.DEFAULT, autumn, "pipeline", Map.of());
      store.runs().accept(Tenant.DEFAULT, autumn, 0, leads);
      Lease lease = store.runs().claim(Tenant.DEFAULT, autumn, 1).get(0);
      store.runs().commit(RunCommit.of(lease, 1, List.of()).intending(mustNotBeMadeTwice(lease)));
      Lead failed = lease.lead().at(LeadStage.ANALYSIS, LeadStatus.FAILED);
      RunCommit.Ending ending = new RunCommit.Ending(failed, Dossier.of(List.of()), List.of());
      store.runs().commit(RunCommit.of(lease, 2, List.of()).ending(ending));
      // region decide
      String call = store.journal().unsettled(Tenant.DEFAULT, "autumn").get(0).call();
      store.journal().settle(Tenant.DEFAULT, new CallOutcome(call, Ending.FAILED, Usage.NONE));
      store.runs().retryFailed(Tenant.DEFAULT, RunId.of("autumn"));
      // endregion
      assertThat(store.journal().unsettled(Tenant.DEFAULT, "autumn")).isEmpty();
      assertThat(store.runs().claim(Tenant.DEFAULT, autumn, 0L)).isPresent();
    }
  }

  private static CallIntent mustNotBeMadeTwice(Lease lease) {
    Account account = new Account(lease.tenant(), lease.run().value());
    return new CallIntent(
        lease.run().value(),
        lease.lead().id(),
        "step",
        Fingerprint.hasher().add("inputs").finish(),
        "call",
        Effect.AT_MOST_ONCE,
        new Reservation("none", account, Usage.NONE));
  }
}
