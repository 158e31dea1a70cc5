package dev.prospector.crm;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.dossier.Section;
import dev.prospector.evidence.Fact;

/**
 * How many vehicles a company runs.
 *
 * @param vehicles as its own site says
 */
record FleetSize(@JsonProperty("vehicles") Fact<Integer> vehicles) {
  static final Section<FleetSize> KEY = Section.of("fleet-size", FleetSize.class, 1);
}
