package dev.prospector.benchmark.machines;

import dev.prospector.dossier.Section;

/** What an agent of the benchmark writes. */
record Mark(String value) {

  static Section<Mark> section(int step) {
    return Section.of("step-" + step, Mark.class, 1);
  }
}
