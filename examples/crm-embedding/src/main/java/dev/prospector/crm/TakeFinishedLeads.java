package dev.prospector.crm;

import dev.prospector.agents.qualification.Qualification;
import dev.prospector.dossier.Dossier;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Fact;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.store.LeadStore;
import dev.prospector.store.RunStore;
import dev.prospector.tracking.subscription.EventListener;
import dev.prospector.tracking.subscription.EventSubscription;
import dev.prospector.tracking.subscription.EventSubscriptions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes finished leads into the CRM's own table: the row, and how far its run was taken, change in
 * one transaction of the CRM. What was not committed comes again, and writes the same.
 */
@Component
@EnableScheduling
class TakeFinishedLeads {

  private static final Logger LOG = LoggerFactory.getLogger(TakeFinishedLeads.class);

  private final Customers customers;
  private final TransactionOperations transactions;
  private final EventSubscriptions subscriptions;
  private final RunStore runs;
  private final Map<RunId, EventSubscription> following = new ConcurrentHashMap<>();

  TakeFinishedLeads(
      Customers customers,
      TransactionOperations transactions,
      EventSubscriptions subscriptions,
      RunStore runs) {
    this.customers = customers;
    this.transactions = transactions;
    this.subscriptions = subscriptions;
    this.runs = runs;
  }

  /** Follows every run that is not taken to its end: new ones, and those of before a restart. */
  @Scheduled(fixedDelayString = "${crm.look:1s}")
  void look() {
    following.values().removeIf(subscription -> !subscription.isOpen());
    for (RunId run : customers.untaken()) {
      if (runs.find(Tenant.DEFAULT, run).isPresent()) {
        EventSubscription unused = following.computeIfAbsent(run, this::follow);
      }
    }
  }

  private EventSubscription follow(RunId run) {
    EventListener taking =
        new EventListener() {
          @Override
          public void next(RunEvent event) {
            take(run, event);
          }

          @Override
          public void ended(RuntimeException cause) {
            LOG.warn("run {} is taken up again from where it stands", run, cause);
          }
        };
    return subscriptions.subscribe(Tenant.DEFAULT, run, customers.taken(run), taking);
  }

  // region take
  /** If this throws, the event comes again. */
  void take(RunId run, RunEvent event) {
    transactions.executeWithoutResult(
        transaction -> {
          if (event instanceof RunEvent.LeadFinished finished) {
            write(finished.lead());
          }
          boolean done = event instanceof RunEvent.RunFinished;
          customers.taken(run, event.position().number(), done);
        });
  }

  // endregion

  private void write(LeadId lead) {
    Optional<Dossier> dossier =
        runs.leads().find(Tenant.DEFAULT, lead).map(LeadStore.Stored::dossier);
    String tier =
        dossier.flatMap(d -> d.find(Qualification.KEY)).map(q -> q.tier().name()).orElse(null);
    Optional<Fact<Integer>> vehicles =
        dossier.flatMap(d -> d.find(FleetSize.KEY)).map(FleetSize::vehicles);
    Optional<Claim<Integer>> best =
        vehicles.flatMap(
            fact ->
                fact.<Optional<Claim<Integer>>>fold(
                    known -> Optional.of(known.best()),
                    Optional::empty,
                    absent -> Optional.empty(),
                    contradicted -> Optional.empty()));
    customers.write(
        Customer.idOf(lead),
        tier,
        best.map(Claim::value).orElse(null),
        best.map(Claim::quote).orElse(null));
  }
}
