package dev.prospector.memory;

import dev.prospector.call.CallIntent;
import dev.prospector.call.CallOutcome;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.store.AnsweredCall;
import dev.prospector.store.CallAnswer;
import dev.prospector.store.StepCommit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The external calls of {@link InMemoryJournal}: those that are open, and those answered. */
final class InMemoryCalls {

  private final boolean remembers;
  private final Map<Key, CallIntent> open = new ConcurrentHashMap<>();
  private final Map<OfLead, Map<String, Answered>> answered = new ConcurrentHashMap<>();

  private record Key(Tenant tenant, String call) {}

  private record OfLead(Tenant tenant, LeadId lead) {}

  private record Answered(CallIntent intent, CallOutcome outcome, Optional<CallAnswer> answer) {}

  /**
   * Begins without calls.
   *
   * @param remembers whether calls that were answered are remembered
   */
  InMemoryCalls(boolean remembers) {
    this.remembers = remembers;
  }

  void intend(Tenant tenant, CallIntent intent) {
    Key key = new Key(tenant, intent.call());
    answered(tenant, intent.lead()).remove(intent.call());
    open.put(key, intent);
  }

  /** Returns whether the call was open. */
  boolean end(Tenant tenant, CallOutcome outcome) {
    return end(tenant, outcome, Optional.empty());
  }

  /** Keeps an answer, unless its call is not open. */
  void answer(Tenant tenant, CallAnswer answer) {
    end(tenant, answer.outcome(), Optional.of(answer));
  }

  private boolean end(Tenant tenant, CallOutcome outcome, Optional<CallAnswer> answer) {
    Key key = new Key(tenant, outcome.call());
    CallIntent intent = open.remove(key);
    if (intent != null && remembers && outcome.ending() == CallOutcome.Ending.ANSWERED) {
      answered
          .computeIfAbsent(new OfLead(tenant, intent.lead()), lead -> new ConcurrentHashMap<>())
          .put(outcome.call(), new Answered(intent, outcome, answer));
    }
    return intent != null;
  }

  /** Ends calls with their step, which needs their answers no more. */
  void endWithStep(Tenant tenant, StepCommit step) {
    for (CallOutcome outcome : step.calls()) {
      end(tenant, outcome);
      answered(tenant, step.lead())
          .computeIfPresent(
              outcome.call(),
              (key, call) -> new Answered(call.intent(), outcome, Optional.empty()));
    }
  }

  /** Forgets the answers, but not that there were any. */
  void dropAnswers(Tenant tenant, String run, LeadId lead) {
    answered(tenant, lead)
        .replaceAll(
            (key, call) ->
                call.intent().run().equals(run)
                    ? new Answered(call.intent(), call.outcome(), Optional.empty())
                    : call);
  }

  Optional<AnsweredCall> answered(Tenant tenant, LeadId lead, String call, Fingerprint question) {
    return Optional.ofNullable(answered(tenant, lead).get(call))
        .map(
            known ->
                new AnsweredCall(
                    known.outcome(),
                    known
                        .answer()
                        .filter(answer -> answer.question().equals(question))
                        .map(CallAnswer::answer)));
  }

  List<CallIntent> open(Tenant tenant, String run) {
    List<CallIntent> calls = new ArrayList<>();
    open.forEach(
        (key, intent) -> {
          if (key.tenant().equals(tenant) && intent.run().equals(run)) {
            calls.add(intent);
          }
        });
    calls.sort(Comparator.comparing(CallIntent::call));
    return List.copyOf(calls);
  }

  /** Returns how many calls there were of a lead. */
  int forget(Tenant tenant, LeadId lead) {
    AtomicInteger forgotten = new AtomicInteger();
    open.entrySet()
        .removeIf(
            e ->
                e.getKey().tenant().equals(tenant)
                    && e.getValue().lead().equals(lead)
                    && forgotten.incrementAndGet() > 0);
    Map<String, Answered> gone = answered.remove(new OfLead(tenant, lead));
    return forgotten.get() + (gone == null ? 0 : gone.size());
  }

  /** Returns the answered calls of a lead; of one without any, an empty map that is not kept. */
  private Map<String, Answered> answered(Tenant tenant, LeadId lead) {
    return answered.getOrDefault(new OfLead(tenant, lead), new ConcurrentHashMap<>());
  }
}
