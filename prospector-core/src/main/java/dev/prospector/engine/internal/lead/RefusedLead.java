package dev.prospector.engine.internal.lead;

import dev.prospector.dossier.Dossier;
import dev.prospector.engine.internal.workplace.Workplace;
import dev.prospector.event.RunEvent;
import dev.prospector.event.StepResult;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadStatus;
import dev.prospector.run.LeadResult;
import java.util.List;

/** A lead that must not be worked on. */
public final class RefusedLead {

  private final Workplace run;
  private final LeadBook book;

  public RefusedLead(Workplace run, LeadBook book) {
    this.run = run;
    this.book = book;
  }

  public void end(Lead lead, long index, String reason) {
    List<StepResult> steps =
        run.plan().steps().stream()
            .map(s -> new StepResult(s.spec().id(), StepResult.State.SKIPPED, reason, 0))
            .toList();
    for (StepResult step : steps) {
      book.note(p -> new RunEvent.StepSkipped(p, lead.id(), step.step(), reason));
    }
    Lead ended = lead.at(lead.stage(), LeadStatus.SUPPRESSED);
    book.refuse(new LeadResult(index, ended, Dossier.empty(), List.of(), steps));
  }
}
