package dev.prospector.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All that is known about one lead: at most one value per section, each with its provenance, and
 * the proposals that wait for a person.
 *
 * <p>Immutable.
 */
public final class Dossier {

  private static final Dossier EMPTY = new Dossier(Map.of(), List.of());

  private final Map<String, Entry<?>> entries;
  private final List<Proposal> proposals;

  private Dossier(Map<String, Entry<?>> entries, List<Proposal> proposals) {
    this.entries = entries;
    this.proposals = proposals;
  }

  /** Returns the dossier of a lead about which nothing is known. */
  public static Dossier empty() {
    return EMPTY;
  }

  /** Returns a dossier of the given entries, in their order. */
  public static Dossier of(Collection<? extends Entry<?>> entries) {
    return of(entries, List.of());
  }

  /** Returns a dossier of the given entries, in their order, with proposals: as it was stored. */
  public static Dossier of(Collection<? extends Entry<?>> entries, List<Proposal> proposals) {
    Map<String, Entry<?>> byName = new LinkedHashMap<>();
    for (Entry<?> entry : entries) {
      if (byName.put(entry.section().name(), entry) != null) {
        throw new IllegalArgumentException("two entries for section '" + entry.section() + "'");
      }
    }
    return new Dossier(Collections.unmodifiableMap(byName), List.copyOf(proposals));
  }

  /** Returns what stands in a section. */
  public <T> Optional<T> find(Section<T> section) {
    return entry(section).map(Entry::value);
  }

  /**
   * Returns what stands in a section, with its provenance.
   *
   * @throws IllegalArgumentException if another section of the same name stands there
   */
  @SuppressWarnings("unchecked")
  public <T> Optional<Entry<T>> entry(Section<T> section) {
    Entry<?> entry = entries.get(section.name());
    if (entry == null) {
      return Optional.empty();
    }
    if (!entry.section().equals(section)) {
      throw new IllegalArgumentException(
          "section '"
              + section
              + "' holds "
              + entry.section().type().getName()
              + ", not "
              + section.type().getName());
    }
    return Optional.of((Entry<T>) entry);
  }

  /** Returns all entries, in the order in which they were first written. */
  public List<Entry<?>> entries() {
    return List.copyOf(entries.values());
  }

  /** Returns what agents found but did not write, because a person had set it. */
  public List<Proposal> proposals() {
    return proposals;
  }

  /**
   * Returns this dossier after an agent's or a source's write. Fields that a person set stay as
   * they are; where the finding differs, a proposal takes it up, in place of an older one of that
   * section.
   */
  public <T> Dossier written(Section<T> section, T value, Provenance provenance) {
    if (provenance.author() == Author.HUMAN) {
      throw new IllegalArgumentException("a person's write is a correction: use corrected()");
    }
    Optional<Entry<T>> present = entry(section);
    if (present.isEmpty()) {
      return with(Entry.of(section, value, provenance), proposals);
    }
    Ownership.Outcome<T> outcome = Ownership.write(present.get(), value, provenance);
    List<Proposal> waiting = new ArrayList<>(proposals);
    waiting.removeIf(proposal -> proposal.section().equals(section.name()));
    if (!outcome.held().isEmpty()) {
      waiting.add(new Proposal(section.name(), outcome.held(), provenance));
    }
    return with(outcome.entry(), waiting);
  }

  /**
   * Returns this dossier after a person's correction: the fields that differ from what stands there
   * are the person's from now on, and no agent overwrites them.
   *
   * @param provenance whose author is {@link Author#HUMAN}
   */
  public <T> Dossier corrected(Section<T> section, T value, Provenance provenance) {
    if (provenance.author() != Author.HUMAN) {
      throw new IllegalArgumentException("only a person corrects, not " + provenance.author());
    }
    Entry<T> entry =
        entry(section)
            .map(present -> Ownership.correct(present, value, provenance))
            .orElseGet(() -> Entry.of(section, value, provenance));
    List<Proposal> waiting =
        proposals.stream().filter(p -> !p.section().equals(section.name())).toList();
    return with(entry, waiting);
  }

  private Dossier with(Entry<?> entry, List<Proposal> waiting) {
    Map<String, Entry<?>> changed = new LinkedHashMap<>(entries);
    changed.put(entry.section().name(), Objects.requireNonNull(entry));
    return new Dossier(Collections.unmodifiableMap(changed), List.copyOf(waiting));
  }

  @Override
  public String toString() {
    return "dossier of " + entries.keySet();
  }
}
