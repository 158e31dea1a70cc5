package dev.prospector.quickstart;

import dev.prospector.adapter.imports.LeadFile;
import dev.prospector.adapter.imports.ReadSettings;
import dev.prospector.lead.Lead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The example that ships with the command line. */
final class BundledData {

  static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
  static final Path FOLDER = ROOT.resolve("examples/cli/src/main/resources/demo");

  private BundledData() {}

  static List<Lead> leads() {
    List<Lead> leads = new ArrayList<>();
    try (LeadFile list =
        LeadFile.open(FOLDER.resolve("companies.csv"), ReadSettings.defaults(), row -> {})) {
      list.forEach(leads::add);
    }
    return leads;
  }
}
