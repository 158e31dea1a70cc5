package dev.prospector.memory;

import dev.prospector.error.RunException;
import dev.prospector.event.EventDraft;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.store.Lease;
import dev.prospector.store.LostHolders;
import dev.prospector.store.RunCommit;
import dev.prospector.store.RunTerms;
import dev.prospector.store.StoredRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** One run of {@link InMemoryRunStore}. Guarded by the store's lock. */
final class InMemoryRun {

  private final Tenant tenant;
  private final RunId id;
  private final String pipeline;
  private Map<String, String> notes;
  private RunTerms terms;
  private Instant started;
  private final List<InMemoryLead> places = new ArrayList<>();
  private final TreeSet<Long> waiting = new TreeSet<>();
  private final List<RunEvent> events = new ArrayList<>();
  private RunState state;
  private RunState wish;
  private @Nullable Instant ended;
  private StoredRun.Leads counts = StoredRun.Leads.NONE;
  private int worked;

  /**
   * How a run is opened.
   *
   * @param waits whether it waits for its turn in the queue
   */
  record Opening(Map<String, String> notes, RunTerms terms, boolean waits) {}

  InMemoryRun(Tenant tenant, RunId id, String pipeline, Opening opening, Instant now) {
    this.tenant = tenant;
    this.id = id;
    this.pipeline = pipeline;
    this.notes = Map.copyOf(opening.notes());
    this.terms = opening.terms();
    this.started = now;
    this.state = opening.waits() ? RunState.QUEUED : RunState.RUNNING;
    this.wish = state;
    if (!opening.waits()) {
      tell(now, p -> new RunEvent.RunStarted(p, pipeline));
    }
  }

  /** Waits no more: its turn has come. */
  void begin(Instant now) {
    state = RunState.RUNNING;
    wish = RunState.RUNNING;
    started = now;
    tell(now, p -> new RunEvent.RunStarted(p, pipeline));
    finishIfDone(now);
  }

  RunState state() {
    return state;
  }

  StoredRun.Leads leads() {
    return counts;
  }

  /** Erases who began it, if that was this person, and returns whether it was. */
  boolean forget(String person) {
    boolean named = !person.isEmpty() && terms.label().person().equals(person);
    if (named) {
      terms = terms.withLabel(new RunTerms.Label(terms.label().title(), ""));
    }
    return named;
  }

  StoredRun note(Map<String, String> others) {
    notes = Map.copyOf(others);
    return stored();
  }

  RunId id() {
    return id;
  }

  String pipeline() {
    return pipeline;
  }

  StoredRun stored() {
    StoredRun.Times times = new StoredRun.Times(started, Optional.ofNullable(ended));
    return new StoredRun(id, pipeline, notes, state, wish, counts, times, events.size(), terms);
  }

  // ---- leads

  long accept(long from, List<Lead> leads, Instant now) {
    long known = counts.accepted();
    if (from < 0 || from > known) {
      throw new IllegalArgumentException(
          "run '" + id + "' accepted " + known + " leads: " + from + " cannot be the next");
    }
    List<Lead> fresh = leads.subList((int) Math.min(leads.size(), known - from), leads.size());
    if (!fresh.isEmpty() && counts.complete()) {
      throw new RunException(
          "the input of run '" + id + "' is complete with " + known + " leads: start another run");
    }
    for (Lead lead : fresh) {
      long index = places.size();
      waiting.add(index);
      places.add(new InMemoryLead(lead));
      tell(now, p -> new RunEvent.LeadAccepted(p, lead.id(), index));
    }
    count(counts.complete(), counts.enriched(), counts.failed(), counts.skipped());
    return counts.accepted();
  }

  SortedMap<Long, Lead> beginning(int most) {
    SortedMap<Long, Lead> first = new TreeMap<>();
    for (int at = 0; at < Math.min(most, places.size()); at++) {
      first.put((long) at, places.get(at).accepted());
    }
    return first;
  }

  void complete(Instant now) {
    count(true, counts.enriched(), counts.failed(), counts.skipped());
    finishIfDone(now);
  }

  List<Long> next(int most) {
    return takesLeads() ? waiting.stream().limit(most).toList() : List.of();
  }

  boolean waits(long position) {
    return takesLeads() && waiting.contains(position);
  }

  private boolean takesLeads() {
    return state == RunState.RUNNING && wish == RunState.RUNNING;
  }

  InMemoryLead take(long position, Object holder) {
    InMemoryLead place = place(position);
    if (place.holder != null) {
      place.lost = new LostHolders(place.lost.count() + 1, place.lost.executions());
    }
    waiting.remove(position);
    worked++;
    place.token++;
    place.commits = 0;
    place.holder = holder;
    place.lapsed = false;
    return place;
  }

  boolean isHeld(Lease lease) {
    return isLatest(lease) && place(lease.position()).holder != null;
  }

  boolean wasWritten(Lease lease, long commit) {
    return isLatest(lease) && place(lease.position()).commits >= commit;
  }

  private boolean isLatest(Lease lease) {
    long at = lease.position();
    return at >= 0 && at < places.size() && place(at).token == lease.token();
  }

  void giveBack(long position, Instant now) {
    leave(place(position));
    waiting.add(position);
    finishIfDone(now);
  }

  void giveBackAllBut(Object holder, List<Lease> known, Instant now) {
    Map<Long, Long> tokens =
        known.stream().collect(Collectors.toMap(Lease::position, Lease::token, Math::max));
    for (long at = 0; at < places.size(); at++) {
      InMemoryLead place = place(at);
      if (place.holder == holder && !Objects.equals(tokens.get(at), place.token)) {
        giveBack(at, now);
      }
    }
  }

  /** A holder that is silent may still write, until somebody else takes over. */
  void lapse(Object holder, Instant now) {
    for (int i = 0; i < places.size(); i++) {
      InMemoryLead place = places.get(i);
      if (place.holder == holder && !place.lapsed) {
        place.lapsed = true;
        worked--;
        waiting.add((long) i);
      }
    }
    finishIfDone(now);
  }

  private void leave(InMemoryLead place) {
    if (!place.lapsed) {
      worked--;
    }
    place.holder = null;
    place.lapsed = false;
    place.lost = LostHolders.NONE;
  }

  static void checkEnds(Lead lead) {
    switch (lead.status()) {
      case ENRICHED, FAILED, SKIPPED, SUPPRESSED -> {}
      default ->
          throw new IllegalArgumentException(lead + " has not ended: it is " + lead.status());
    }
  }

  void end(long position, RunCommit.Ending ending, Instant now) {
    InMemoryLead place = place(position);
    leave(place);
    waiting.remove(position);
    place.status = ending.lead().status();
    place.steps = ending.steps();
    place.begun.clear();
    LeadStatus status = place.status;
    boolean skipped = status == LeadStatus.SKIPPED || status == LeadStatus.SUPPRESSED;
    count(
        counts.complete(),
        counts.enriched() + (status == LeadStatus.ENRICHED ? 1 : 0),
        counts.failed() + (status == LeadStatus.FAILED ? 1 : 0),
        counts.skipped() + (skipped ? 1 : 0));
    finishIfDone(now);
  }

  List<Long> unfinished(long from, int limit) {
    return LongStream.range(Math.max(0, from), places.size())
        .filter(at -> !hasEnded(at))
        .limit(limit)
        .boxed()
        .toList();
  }

  boolean hasEnded(long position) {
    return position >= 0 && position < places.size() && place(position).status != null;
  }

  InMemoryLead place(long position) {
    return places.get(Math.toIntExact(position));
  }

  private void count(boolean complete, long enriched, long failed, long skipped) {
    counts = new StoredRun.Leads(places.size(), complete, enriched, failed, skipped);
  }

  // ---- states

  void steer(RunState to, Instant now) {
    switch (to) {
      case RUNNING -> goOn(now);
      case PAUSED -> pause(now);
      case STOPPED, CANCELLED, TIMED_OUT, FAILED -> endAs(to, now);
      default -> throw new IllegalArgumentException("a run cannot be told to be " + to);
    }
  }

  private void pause(Instant now) {
    if (takesLeads()) {
      state = RunState.PAUSED;
      wish = RunState.PAUSED;
      tell(now, RunEvent.RunPaused::new);
    }
  }

  private void goOn(Instant now) {
    if (state == RunState.QUEUED && !wish.isEnded()) {
      begin(now);
      return;
    }
    boolean over = state == RunState.COMPLETED || wish == RunState.CANCELLED;
    if (over || takesLeads()) {
      return;
    }
    wish = RunState.RUNNING;
    if (state != RunState.RUNNING) {
      reopen(now);
    }
  }

  private void reopen(Instant now) {
    state = RunState.RUNNING;
    wish = RunState.RUNNING;
    ended = null;
    tell(now, RunEvent.RunResumed::new);
    finishIfDone(now);
  }

  private void endAs(RunState to, Instant now) {
    boolean givesWay = !wish.isEnded() || wish == RunState.STOPPED && to != RunState.STOPPED;
    if (!state.isEnded() && givesWay) {
      wish = to;
      finishIfDone(now);
    }
  }

  private void finishIfDone(Instant now) {
    if (state.isEnded() || worked > 0) {
      return;
    }
    if (wish.isEnded()) {
      finish(wish, now);
    } else if (counts.allEnded() && state != RunState.QUEUED) {
      finish(RunState.COMPLETED, now);
    }
  }

  private void finish(RunState how, Instant now) {
    state = how;
    wish = how;
    ended = now;
    tell(now, p -> new RunEvent.RunFinished(p, how));
  }

  long retryFailed(Instant now) {
    if (wish == RunState.CANCELLED || counts.failed() == 0) {
      return 0;
    }
    long failed = counts.failed();
    for (int i = 0; i < places.size(); i++) {
      InMemoryLead place = places.get(i);
      if (place.status == LeadStatus.FAILED) {
        place.status = null;
        place.steps = List.of();
        waiting.add((long) i);
      }
    }
    count(counts.complete(), counts.enriched(), 0, counts.skipped());
    if (state.isEnded()) {
      reopen(now);
    }
    return failed;
  }

  // ---- events

  /** Gives the next numbers, without keeping anything yet. */
  List<RunEvent> numbered(List<EventDraft> drafts) {
    List<RunEvent> numbered = new ArrayList<>();
    for (EventDraft draft : drafts) {
      numbered.add(draft.numbered(tenant, id, events.size() + numbered.size() + 1L));
    }
    return numbered;
  }

  void executing(long position, Map<String, Integer> executions) {
    if (!executions.isEmpty()) {
      place(position).lost = new LostHolders(place(position).lost.count(), executions);
    }
  }

  void append(long position, long commit, List<RunEvent> more) {
    place(position).commits = commit;
    List<RunEvent> begun = place(position).begun;
    for (RunEvent event : more) {
      if (event instanceof RunEvent.LeadStarted) {
        begun.clear();
      }
      begun.add(event);
      events.add(event);
    }
  }

  private void tell(Instant now, EventDraft.Unnumbered event) {
    events.add(new EventDraft(now, event).numbered(tenant, id, events.size() + 1L));
  }

  List<RunEvent> events(long after, int limit) {
    return events.stream().skip(after).limit(limit).toList();
  }
}
