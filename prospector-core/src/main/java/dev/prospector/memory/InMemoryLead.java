package dev.prospector.memory;

import dev.prospector.event.RunEvent;
import dev.prospector.event.StepResult;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadStatus;
import dev.prospector.store.LostHolders;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lead at one position of an {@link InMemoryRun}, which alone changes it. */
final class InMemoryLead {

  final Lead accepted;
  final List<RunEvent> begun = new ArrayList<>();
  long token;
  long commits;
  @Nullable Object holder;
  boolean lapsed;
  @Nullable LeadStatus status;
  List<StepResult> steps = List.of();
  LostHolders lost = LostHolders.NONE;

  InMemoryLead(Lead accepted) {
    this.accepted = accepted;
  }

  Lead accepted() {
    return accepted;
  }

  long token() {
    return token;
  }

  List<RunEvent> begun() {
    return List.copyOf(begun);
  }

  List<StepResult> steps() {
    return steps;
  }
}
