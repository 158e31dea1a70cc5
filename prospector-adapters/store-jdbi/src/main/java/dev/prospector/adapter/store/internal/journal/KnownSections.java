package dev.prospector.adapter.store.internal.journal;

import dev.prospector.dossier.Section;
import dev.prospector.error.ConfigurationException;
import dev.prospector.error.InputException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sections that a store can read and write, by name. Immutable. */
public final class KnownSections {

  private final Map<String, Section<?>> byName;

  public KnownSections(Collection<Section<?>> sections) {
    Map<String, Section<?>> all = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    for (Section<?> section : sections) {
      Section<?> other = all.put(section.name(), section);
      if (other != null && !(other.equals(section) && other.format() == section.format())) {
        problems.add("two different sections have the name '" + section + "'");
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException("store", problems);
    }
    byName = all;
  }

  /** Returns the section of a name. */
  public Section<?> named(String name) {
    Section<?> section = byName.get(name);
    if (section == null) {
      throw unknown(name);
    }
    return section;
  }

  /** Returns those of some sections that are not among these, in their order. */
  List<Section<?>> unknown(Collection<Section<?>> sections) {
    return sections.stream().filter(s -> !s.equals(byName.get(s.name()))).toList();
  }

  /** Refuses to write what could not be read back. */
  public void require(Section<?> section) {
    if (!section.equals(byName.get(section.name()))) {
      throw unknown(section.name());
    }
  }

  private static InputException unknown(String name) {
    return new InputException(
        "section '"
            + name
            + "' is not known to the store: name it, or a pipeline that writes it, in the"
            + " store's options");
  }
}
