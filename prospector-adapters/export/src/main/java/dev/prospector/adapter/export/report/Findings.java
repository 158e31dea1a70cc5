package dev.prospector.adapter.export.report;

import dev.prospector.agents.draft.Found;
import java.util.List;

/** What the gate found in a text; that it found nothing is said too. */
final class Findings {

  private Findings() {}

  static void add(Html html, Labels labels, List<Found> found) {
    if (found.isEmpty()) {
      html.add("p", "checked", "✓ " + labels.say("gate-nothing"));
      return;
    }
    html.add("p", "stop", labels.say("gate-found")).open("ul", "found");
    found.forEach(f -> html.add("li", "", labels.of(f.kind()) + ": " + f.text()));
    html.close();
  }
}
