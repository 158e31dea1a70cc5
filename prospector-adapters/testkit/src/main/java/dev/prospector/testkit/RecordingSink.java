package dev.prospector.testkit;

import dev.prospector.event.EventSink;
import dev.prospector.event.RunEvent;
import dev.prospector.lead.LeadId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps every event. Safe for several threads. */
public final class RecordingSink implements EventSink {

  private final List<RunEvent> events = new CopyOnWriteArrayList<>();

  /** Creates a sink that has seen nothing. */
  public RecordingSink() {}

  @Override
  public void accept(RunEvent event) {
    events.add(event);
  }

  /** Returns all events so far, in order. */
  public List<RunEvent> all() {
    return List.copyOf(events);
  }

  /** Returns the events of one type, in order. */
  public <E extends RunEvent> List<E> of(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Returns the events about one lead, in order. */
  public List<RunEvent> about(LeadId lead) {
    return events.stream().filter(e -> e.about().equals(Optional.of(lead))).toList();
  }

  /** Returns the names of the events about one lead, such as {@code StepStarted}, in order. */
  public List<String> storyOf(LeadId lead) {
    return about(lead).stream().map(e -> e.getClass().getSimpleName()).toList();
  }
}
