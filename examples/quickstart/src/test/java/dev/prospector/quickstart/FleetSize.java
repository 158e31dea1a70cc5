package dev.prospector.quickstart;

// region section
import dev.prospector.dossier.Section;
import dev.prospector.evidence.Fact;

record FleetSize(Fact<Integer> vehicles) {
  static final Section<FleetSize> KEY = Section.of("fleet-size", FleetSize.class, 1);
}
// endregion
