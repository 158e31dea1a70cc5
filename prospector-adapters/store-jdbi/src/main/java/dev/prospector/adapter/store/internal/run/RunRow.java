package dev.prospector.adapter.store.internal.run;

import dev.prospector.adapter.store.internal.context.Contexts;
import dev.prospector.adapter.store.internal.database.Json;
import dev.prospector.adapter.store.internal.journal.RunKey;
import dev.prospector.context.BusinessContext;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.LeadStatus;
import dev.prospector.store.RunTerms;
import dev.prospector.store.StoredRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** A run as it is stored, while a transaction holds it; knows what may follow on what. */
public final class RunRow {

  public static final String COLUMNS =
      """
      tenant, run, serial, pipeline, notes, state, wish, accepted, complete, enriched, failed,
      skipped, started, ended, last_event, waiting, week, archived, terms, context, title, person,
      turn, holder\
      """;

  private static final TypeReference<Map<String, String>> NOTES = new TypeReference<>() {};

  private final RunKey key;
  private final long serial;
  private final String pipeline;
  private String notes;
  private final String terms;
  private final @Nullable String context;
  private String title;
  private String person;
  private String started;
  private @Nullable Long turn;
  private @Nullable String holder;
  private final String week;
  private long archived;
  private RunState state;
  private RunState wish;
  private StoredRun.Leads leads;
  private @Nullable String ended;
  private long lastEvent;
  private long waiting;
  private final @Nullable Object[] read;

  public RunRow(ResultSet row) throws SQLException {
    key = new RunKey(row.getString("tenant"), row.getString("run"));
    serial = row.getLong("serial");
    pipeline = row.getString("pipeline");
    notes = row.getString("notes");
    terms = row.getString("terms");
    context = row.getString("context");
    title = row.getString("title");
    person = row.getString("person");
    long left = row.getLong("turn");
    turn = row.wasNull() ? null : Long.valueOf(left);
    holder = row.getString("holder");
    state = RunState.valueOf(row.getString("state"));
    wish = RunState.valueOf(row.getString("wish"));
    leads =
        new StoredRun.Leads(
            row.getLong("accepted"),
            row.getInt("complete") != 0,
            row.getLong("enriched"),
            row.getLong("failed"),
            row.getLong("skipped"));
    started = row.getString("started");
    ended = row.getString("ended");
    lastEvent = row.getLong("last_event");
    waiting = row.getLong("waiting");
    week = row.getString("week");
    archived = row.getLong("archived");
    read = values();
  }

  public boolean isChanged() {
    return !Arrays.equals(read, values());
  }

  /** Returns the values that can change, then the key. */
  @Nullable Object[] values() {
    return new @Nullable Object[] {
      state.name(),
      wish.name(),
      leads.accepted(),
      leads.complete() ? 1 : 0,
      leads.enriched(),
      leads.failed(),
      leads.skipped(),
      ended,
      lastEvent,
      waiting,
      archived,
      started,
      person,
      turn,
      holder,
      notes,
      key.tenant(),
      key.run()
    };
  }

  /** Returns the run with its terms, whose context is read if it is not known. */
  public StoredRun stored(Contexts contexts, Handle handle) {
    Optional<BusinessContext> sold =
        Optional.ofNullable(context).map(hash -> contexts.get(handle, key.tenant(), hash));
    String name = "run '" + key.run() + "'";
    return new StoredRun(
        RunId.of(key.run()),
        pipeline,
        Json.read(notes, NOTES, name),
        state,
        wish,
        leads,
        new StoredRun.Times(Instant.parse(started), Optional.ofNullable(ended).map(Instant::parse)),
        lastEvent,
        TermsRow.read(terms, sold, new RunTerms.Label(title, person), name));
  }

  public RunKey key() {
    return key;
  }

  public long serial() {
    return serial;
  }

  public String pipeline() {
    return pipeline;
  }

  public String week() {
    return week;
  }

  /** Returns the number of the last event that is in an archive; 0 if none is. */
  public long archived() {
    return archived;
  }

  /** Everything up to the last event is in an archive, if that is still the last. */
  public void archive(long last) {
    if (isEnded() && lastEvent == last) {
      archived = last;
    }
  }

  public StoredRun.Leads leads() {
    return leads;
  }

  public long lastEvent() {
    return lastEvent;
  }

  public long nextEvent() {
    return ++lastEvent;
  }

  /** Returns a position before which no lead waits. */
  public long waiting() {
    return waiting;
  }

  public void waitsFrom(long position) {
    waiting = position;
  }

  // ---- leads

  public void accepted(long more) {
    leads =
        new StoredRun.Leads(
            leads.accepted() + more,
            leads.complete(),
            leads.enriched(),
            leads.failed(),
            leads.skipped());
  }

  public void complete() {
    leads =
        new StoredRun.Leads(
            leads.accepted(), true, leads.enriched(), leads.failed(), leads.skipped());
  }

  public void leadEnded(LeadStatus status) {
    leads =
        new StoredRun.Leads(
            leads.accepted(),
            leads.complete(),
            leads.enriched() + (status == LeadStatus.ENRICHED ? 1 : 0),
            leads.failed() + (status == LeadStatus.FAILED ? 1 : 0),
            leads.skipped() + (isSkipped(status) ? 1 : 0));
  }

  private static boolean isSkipped(LeadStatus status) {
    return status == LeadStatus.SKIPPED || status == LeadStatus.SUPPRESSED;
  }

  public void noneFailed() {
    leads =
        new StoredRun.Leads(
            leads.accepted(), leads.complete(), leads.enriched(), 0, leads.skipped());
  }

  // ---- states

  public boolean takesLeads() {
    return state == RunState.RUNNING && wish == RunState.RUNNING;
  }

  public boolean isEnded() {
    return state.isEnded();
  }

  public boolean isCancelled() {
    return wish == RunState.CANCELLED;
  }

  /** Returns whether it is paused now and was not before. */
  public boolean pause() {
    if (!takesLeads()) {
      return false;
    }
    state = RunState.PAUSED;
    wish = RunState.PAUSED;
    return true;
  }

  public RunState state() {
    return state;
  }

  /** Returns who works on it, if it had its turn in the queue and somebody does. */
  @Nullable String holder() {
    return holder;
  }

  boolean hadItsTurn() {
    return turn != null;
  }

  /** Somebody works on it now, or nobody any more. */
  void heldBy(@Nullable String owner) {
    holder = owner;
  }

  void hasItsTurn(long number) {
    turn = number;
  }

  /** Keeps other notes, as JSON. */
  void note(String others) {
    notes = others;
  }

  /** Erases who began it, if that was this person, and returns whether it was. */
  boolean unname(String name) {
    boolean named = !name.isEmpty() && person.equals(name);
    person = named ? "" : person;
    return named;
  }

  /** Returns whether it waited in the queue, which it leaves now. */
  public boolean begin(Instant now) {
    if (state != RunState.QUEUED || wish.isEnded()) {
      return false;
    }
    state = RunState.RUNNING;
    wish = RunState.RUNNING;
    started = now.toString();
    return true;
  }

  /** Returns whether it goes on now and did not before; a wish to end is dropped. */
  public boolean goOn() {
    boolean over = state == RunState.COMPLETED || isCancelled();
    if (over || takesLeads()) {
      return false;
    }
    wish = RunState.RUNNING;
    return state != RunState.RUNNING && reopen();
  }

  private boolean reopen() {
    state = RunState.RUNNING;
    wish = RunState.RUNNING;
    ended = null;
    return true;
  }

  /** Returns whether it had ended and goes on now, since leads wait again. */
  public boolean goOnIfEnded() {
    return isEnded() && reopen();
  }

  /** Asks for an end; an earlier wish for another one gives way to a more urgent one. */
  public void wishEnd(RunState end) {
    boolean givesWay = !wish.isEnded() || wish == RunState.STOPPED && end != RunState.STOPPED;
    if (!state.isEnded() && givesWay) {
      wish = end;
    }
  }

  /** Returns how it would end if no lead had a holder any more. */
  public Optional<RunState> nextEnd() {
    if (state.isEnded()) {
      return Optional.empty();
    }
    if (wish.isEnded()) {
      return Optional.of(wish);
    }
    return leads.allEnded() && state != RunState.QUEUED
        ? Optional.of(RunState.COMPLETED)
        : Optional.empty();
  }

  public void end(RunState how, Instant now) {
    state = how;
    wish = how;
    ended = now.toString();
  }
}
