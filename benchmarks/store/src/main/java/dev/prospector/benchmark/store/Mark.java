package dev.prospector.benchmark.store;

import dev.prospector.dossier.Section;

/** What a benchmark's agent writes. */
record Mark(String value) {

  static Section<Mark> section(String name) {
    return Section.of(name, Mark.class, 1);
  }
}
