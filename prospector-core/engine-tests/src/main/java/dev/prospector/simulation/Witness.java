package dev.prospector.simulation;

import dev.prospector.budget.Account;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Spending;
import dev.prospector.budget.Usage;
import dev.prospector.call.CallIntent;
import dev.prospector.call.Effect;
import dev.prospector.dossier.Entry;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.event.StepResult;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.run.LeadResult;
import dev.prospector.store.RunStore;
import dev.prospector.store.StoredRun;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Looks at the store and at the provider's ledger between the processes of a simulation. */
final class Witness {

  /** Two branches of three leads may ask something when the store is lost sight of. */
  private static final int IN_FLIGHT = 6;

  private static final Pattern STEP = Pattern.compile("\\bstep=([^,\\]]+)");

  private final Tenant tenant;
  private final RunId run;
  private final LedgerModel ledger;
  private final WebhookWitness webhooks;
  private final int outages;
  private final List<Simulation.Finding> findings = new ArrayList<>();
  private final Set<String> worked = ConcurrentHashMap.newKeySet();
  private final Set<String> asked = new HashSet<>();
  private List<RunEvent> seen = List.of();
  private Set<String> openAtStart = Set.of();
  private Set<String> finishedAtStart = Set.of();
  private int callsAtStart;
  private int processes;
  private int open;
  private int repeated;
  private int mostByStep;
  private int undecided;

  /**
   * What can be compared of a run.
   *
   * @param events of each lead, without numbers and times, in order; and those of the run
   * @param results of each lead
   */
  record Story(Map<String, List<String>> events, List<String> results) {}

  Witness(Tenant tenant, RunId run, LedgerModel ledger, Clock clock, int outages) {
    this.tenant = tenant;
    this.run = run;
    this.ledger = ledger;
    this.outages = outages;
    this.webhooks =
        new WebhookWitness(
            tenant, clock, what -> find(Simulation.Promise.ONE_MESSAGE_FOR_ONE_EVENT, what));
  }

  /** Is told by the agents that they work. */
  void worked(String company, String step) {
    worked.add(company.replace("company", "lead") + "/" + step);
  }

  void processStarts(SimulatedDisk.Opened opened) {
    RunStore runs = opened.runs();
    webhooks.begin(opened);
    processes++;
    worked.clear();
    callsAtStart = ledger.calls().size();
    if (runs.find(tenant, run).isEmpty()) {
      return;
    }
    look(opened);
    List<CallIntent> unsettled = runs.journal().unsettled(tenant, run.value());
    openAtStart = unsettled.stream().map(CallIntent::call).collect(Collectors.toSet());
    open += unsettled.size();
    finishedAtStart =
        seen.stream().map(Witness::finished).flatMap(Optional::stream).collect(Collectors.toSet());
  }

  private static Optional<String> finished(RunEvent event) {
    if (event instanceof RunEvent.StepCompleted e) {
      return Optional.of(e.lead() + "/" + e.step());
    }
    if (event instanceof RunEvent.StepFailed e) {
      return Optional.of(e.lead() + "/" + e.step());
    }
    return Optional.empty();
  }

  void processEnded(SimulatedDisk.Opened opened) {
    for (String step : worked) {
      if (finishedAtStart.contains(step)) {
        find(Simulation.Promise.NO_FINISHED_STEP_AGAIN, step + " was executed again");
      }
    }
    List<LedgerModel.Call> calls = ledger.calls();
    Map<String, Integer> again = new HashMap<>();
    for (LedgerModel.Call call : calls.subList(callsAtStart, calls.size())) {
      if (!asked.add(call.key())) {
        repeated++;
        again.merge(stepOf(call.key()), 1, Integer::sum);
        if (!openAtStart.contains(call.key()) && outages == 0) {
          find(Simulation.Promise.ONLY_CALLS_IN_FLIGHT_REPEATED, call.key() + " was not open");
        }
      }
    }
    again.forEach(
        (step, times) -> {
          if (times > Math.max(1, outages)) {
            find(
                Simulation.Promise.ONLY_CALLS_IN_FLIGHT_REPEATED,
                step
                    + " repeated "
                    + times
                    + " calls, of which one can have been in flight each time");
          }
        });
    mostByStep = Math.max(mostByStep, again.values().stream().max(Integer::compare).orElse(0));
    if (opened.runs().find(tenant, run).isPresent()) {
      look(opened);
    }
    webhooks.deliverSome(opened);
  }

  /** Events that were seen must be seen again. */
  private void look(SimulatedDisk.Opened opened) {
    List<RunEvent> now = opened.runs().events(tenant, run, 0, 100_000);
    if (now.size() < seen.size() || !now.subList(0, seen.size()).equals(seen)) {
      find(Simulation.Promise.EVENTS_STAY, "what was read once has changed: " + now);
    }
    for (int i = 0; i < now.size(); i++) {
      if (now.get(i).position().number() != i + 1) {
        find(Simulation.Promise.EVENTS_STAY, "number " + (i + 1) + " is missing");
      }
    }
    seen = now;
    checkState(opened.runs().find(tenant, run).orElseThrow());
    webhooks.look(opened, now);
  }

  /** Nothing has changed without an event, and no event tells of what has not changed. */
  private void checkState(StoredRun stored) {
    Map<LeadStatus, Long> ended =
        seen.stream()
            .filter(RunEvent.LeadFinished.class::isInstance)
            .map(event -> ((RunEvent.LeadFinished) event).status())
            // A run counts leads that were suppressed among those that it did not work on.
            .map(status -> status == LeadStatus.SUPPRESSED ? LeadStatus.SKIPPED : status)
            .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
    StoredRun.Leads leads = stored.leads();
    Map<LeadStatus, Long> kept = new HashMap<>();
    kept.put(LeadStatus.ENRICHED, leads.enriched());
    kept.put(LeadStatus.FAILED, leads.failed());
    kept.put(LeadStatus.SKIPPED, leads.skipped());
    kept.values().removeIf(count -> count == 0);
    Optional<RunState> told =
        seen.stream()
            .filter(RunEvent.RunFinished.class::isInstance)
            .map(event -> ((RunEvent.RunFinished) event).state())
            .reduce((first, last) -> last);
    if (!ended.equals(kept)
        || stored.lastEvent() != seen.size()
        || !told.equals(Optional.of(stored.state()).filter(RunState::isEnded))) {
      find(
          Simulation.Promise.STATE_IS_AS_EVENTS_SAY,
          stored + " where events tell of " + ended + " and " + told);
    }
  }

  void runEnded(SimulatedDisk.Opened opened, Limits limits) {
    look(opened);
    webhooks.end(opened);
    StoredRun stored = opened.runs().find(tenant, run).orElseThrow();
    if (stored.state() != RunState.COMPLETED
        || !stored.leads().allEnded()
        || !opened.runs().unfinished(tenant, run, 0, 1).isEmpty()) {
      find(Simulation.Promise.NO_LEAD_LOST, "the run ended as " + stored);
    }
    Map<String, Fingerprint> bodies = new HashMap<>();
    for (LedgerModel.Call call : ledger.calls()) {
      Fingerprint first = bodies.putIfAbsent(call.key(), call.body());
      if (first != null && !first.equals(call.body())) {
        find(Simulation.Promise.ONE_BODY_UNDER_ONE_KEY, call.key() + " asks for two things");
      }
    }
    checkBudget(opened, limits);
  }

  private void checkBudget(SimulatedDisk.Opened opened, Limits limits) {
    Spending spending = opened.budget().spending(new Account(tenant, run.value()));
    long charged = ledger.bill().tokens();
    long settled = spending.settled().tokens();
    long atMost = charged + LedgerModel.AT_MOST.tokens() * (open + IN_FLIGHT * outages);
    if (settled < charged || settled > atMost) {
      find(
          Simulation.Promise.BUDGET_HOLDS,
          settled + " tokens are settled of " + charged + " charged, with " + open + " unknown");
    }
    checkLeadsCounted(spending.settled().leads());
    // A caller that is not told of its reservation cannot release it.
    Usage reserved = spending.reserved();
    if (outages > 0 && reserved.calls() + reserved.leads() > outages) {
      find(Simulation.Promise.BUDGET_HOLDS, reserved + " is reserved after the end");
    }
    try {
      Usage all = spending.settled().plus(spending.reserved());
      limits.all().forEach(l -> l.check(Spending.NONE, all));
    } catch (dev.prospector.error.BudgetRefusedException e) {
      find(Simulation.Promise.BUDGET_HOLDS, "a limit was passed: " + e.getMessage());
    }
    for (CallIntent left : opened.runs().journal().unsettled(tenant, run.value())) {
      if (left.effect() == Effect.AT_MOST_ONCE) {
        undecided++;
      } else {
        find(Simulation.Promise.BUDGET_HOLDS, left.call() + " is open after the end");
      }
    }
  }

  /**
   * A lead of which a step was executed counts; one whose process died after it was counted, and
   * before anything was done for it, may count again.
   */
  private void checkLeadsCounted(long counted) {
    long begun =
        seen.stream()
            .filter(RunEvent.StepStarted.class::isInstance)
            .map(event -> ((RunEvent.StepStarted) event).lead())
            .distinct()
            .count();
    if (counted < begun || counted > begun * (processes + outages)) {
      find(Simulation.Promise.BUDGET_HOLDS, counted + " leads are counted of " + begun);
    }
  }

  /** A call that must not be made twice was not, and its lead says that somebody has to decide. */
  void checkUndecided(RunStore runs, List<LeadResult> results) {
    if (repeated > 0) {
      find(Simulation.Promise.ONLY_CALLS_IN_FLIGHT_REPEATED, "a call was made twice");
    }
    for (CallIntent left : runs.journal().unsettled(tenant, run.value())) {
      boolean said =
          results.stream()
              .filter(result -> result.lead().id().equals(left.lead()))
              .flatMap(result -> result.steps().stream())
              .filter(step -> step.state() == StepResult.State.FAILED)
              .anyMatch(step -> step.reason().contains(stepOf(left.call())));
      if (!said) {
        find(
            Simulation.Promise.NO_LEAD_LOST,
            "no failure names the call to decide on: " + left.call());
      }
    }
  }

  /** A key without the number of the call. */
  private static String stepOf(String key) {
    return key.substring(0, key.lastIndexOf('/') + 1);
  }

  void compare(List<LeadResult> results, Story expected) {
    Story now = story(results);
    for (String lead : expected.events().keySet()) {
      List<String> with = now.events().getOrDefault(lead, List.of());
      if (!expected.events().get(lead).equals(with)) {
        find(
            Simulation.Promise.SAME_EVENTS,
            lead + " has " + difference(expected.events().get(lead), with));
      }
    }
    if (!expected.results().equals(now.results())) {
      find(Simulation.Promise.SAME_RESULTS, difference(expected.results(), now.results()));
    }
  }

  private static String difference(Collection<String> expected, Collection<String> found) {
    List<String> missing = new ArrayList<>(expected);
    found.forEach(missing::remove);
    List<String> more = new ArrayList<>(found);
    expected.forEach(more::remove);
    return more + " rather than " + missing;
  }

  Story story(List<LeadResult> results) {
    Map<String, List<String>> events = new TreeMap<>();
    for (RunEvent event : seen) {
      events
          .computeIfAbsent(event.about().map(LeadId::value).orElse("run"), l -> new ArrayList<>())
          .add(event.toString().replace(event.position().toString(), ""));
    }
    // Branches tell side by side, each in its own order.
    events.values().forEach(all -> all.sort(Comparator.comparing(Witness::step)));
    return new Story(events, results.stream().map(Witness::text).toList());
  }

  /** Returns the step that an event is about, or nothing if it is about the lead. */
  private static String step(String event) {
    Matcher step = STEP.matcher(event);
    return step.find() ? step.group(1) : "";
  }

  /** Everything of a result but the times at which it was made. */
  private static String text(LeadResult result) {
    StringBuilder text = new StringBuilder();
    text.append(result.index()).append(' ').append(result.lead());
    text.append(' ').append(result.lead().stage()).append(' ').append(result.status());
    text.append(" version ").append(result.lead().version());
    for (Entry<?> entry : result.dossier().entries()) {
      text.append('\n').append(entry.value()).append(entry.owners());
      text.append(' ').append(entry.provenance().author());
      text.append(' ').append(entry.provenance().inputs());
      text.append(' ').append(entry.provenance().usage());
      text.append(' ').append(entry.provenance().note());
    }
    for (Snapshot snapshot : result.snapshots()) {
      text.append('\n').append(snapshot);
    }
    for (StepResult step : result.steps()) {
      text.append('\n').append(step);
    }
    return text.toString();
  }

  Fingerprint trace(List<LeadResult> results, List<List<String>> points) {
    Fingerprint.Hasher hasher = Fingerprint.hasher();
    points.forEach(process -> hasher.add(process.toString()));
    seen.forEach(event -> hasher.add(event.toString()));
    results.forEach(result -> hasher.add(text(result)));
    ledger.calls().forEach(call -> hasher.add(call.toString()));
    return hasher.finish();
  }

  private void find(Simulation.Promise promise, String what) {
    findings.add(new Simulation.Finding(promise, what));
  }

  List<Simulation.Finding> findings() {
    return findings;
  }

  Simulation.Figures figures() {
    return new Simulation.Figures(
        processes - 1, open, repeated, mostByStep, undecided, webhooks.messages());
  }
}
