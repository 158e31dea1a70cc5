package dev.prospector.memory;

import dev.prospector.dossier.Fingerprint;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.lookup.LookUp;
import dev.prospector.store.StepCommit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/** The look-ups of {@link InMemoryJournal}, of a bounded number of leads: the oldest go first. */
final class InMemoryLookUps {

  private final int capacity;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, Map<Fingerprint, TreeMap<Integer, LookUp>>> leads = new LinkedHashMap<>();

  private record Key(Tenant tenant, LeadId lead) {}

  /**
   * Begins without look-ups.
   *
   * @param capacity the most leads, at least 1
   */
  InMemoryLookUps(int capacity) {
    this.capacity = capacity;
  }

  void keep(Tenant tenant, LookUp lookUp) {
    lock.lock();
    try {
      ofStep(new Key(tenant, lookUp.lead()), lookUp.step()).put(lookUp.position(), lookUp);
    } finally {
      lock.unlock();
    }
  }

  /** Keeps all that a step asked, and nothing else of it. */
  void keep(Tenant tenant, LeadId lead, StepCommit.Asked asked) {
    if (asked.step().isEmpty()) {
      return;
    }
    lock.lock();
    try {
      Map<Integer, LookUp> ofStep = ofStep(new Key(tenant, lead), asked.step().get());
      ofStep.clear();
      asked.lookUps().forEach(lookUp -> ofStep.put(lookUp.position(), lookUp));
    } finally {
      lock.unlock();
    }
  }

  private Map<Integer, LookUp> ofStep(Key lead, Fingerprint step) {
    Map<Fingerprint, TreeMap<Integer, LookUp>> steps = leads.get(lead);
    if (steps == null) {
      steps = new LinkedHashMap<>();
      leads.put(lead, steps);
      if (leads.size() > capacity) {
        leads.remove(leads.keySet().iterator().next());
      }
    }
    return steps.computeIfAbsent(step, key -> new TreeMap<>());
  }

  List<LookUp> of(Tenant tenant, LeadId lead) {
    lock.lock();
    try {
      List<LookUp> all = new ArrayList<>();
      leads.getOrDefault(new Key(tenant, lead), Map.of()).values().stream()
          .map(Map::values)
          .forEach(all::addAll);
      return all;
    } finally {
      lock.unlock();
    }
  }

  /** Returns how many there were of a lead. */
  int forget(Tenant tenant, LeadId lead) {
    lock.lock();
    try {
      Map<Fingerprint, TreeMap<Integer, LookUp>> gone = leads.remove(new Key(tenant, lead));
      return gone == null ? 0 : gone.values().stream().mapToInt(Map::size).sum();
    } finally {
      lock.unlock();
    }
  }
}
