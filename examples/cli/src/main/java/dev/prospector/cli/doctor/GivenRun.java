package dev.prospector.cli.doctor;

import dev.prospector.Prospector;
import dev.prospector.adapter.context.BusinessContexts;
import dev.prospector.adapter.web.PageArchive;
import dev.prospector.budget.InMemoryBudget;
import dev.prospector.cli.lookup.Outside;
import dev.prospector.cli.model.ModelSettings;
import dev.prospector.cli.stored.OpenedStore;
import dev.prospector.cli.stored.StoreAddress;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.error.ConfigurationException;
import dev.prospector.error.InputException;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.Health;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * What a run would be made of, put together as for a run: says what of it no agent uses, and
 * whether what it depends on can be reached.
 *
 * @param pipeline which agents work
 * @param model which models are asked
 * @param context the business context
 * @param pages the page archive
 * @param store where the run is kept
 */
public record GivenRun(
    Pipeline pipeline,
    ModelSettings model,
    Optional<Path> context,
    Optional<Path> pages,
    Optional<StoreAddress> store) {

  /** Examines it. Files that cannot be read have been named before, and are left out. */
  public void examine(Diagnosis diagnosis, Terminal terminal) {
    try {
      if (store.isPresent() && !store.get().isMissing()) {
        try (OpenedStore opened = OpenedStore.existing(store.get())) {
          examine(diagnosis, opened.prospector(model, terminal));
        }
      } else {
        InMemoryBudget budget = new InMemoryBudget(model.limits(), Clock.systemUTC());
        examine(diagnosis, model.on(Prospector.builder(), budget, terminal.environment()));
      }
    } catch (InputException | ConfigurationException e) {
      diagnosis.problem("run", String.valueOf(e.getMessage()));
    }
  }

  private void examine(Diagnosis diagnosis, Prospector.Builder builder) {
    context.ifPresent(file -> builder.businessContext(BusinessContexts.read(file)));
    if (pages.isEmpty()) {
      examine(diagnosis, builder.build());
      return;
    }
    try (PageArchive archive = PageArchive.open(pages.get(), Outside.documents())) {
      examine(diagnosis, builder.pages(archive).build());
    }
  }

  private void examine(Diagnosis diagnosis, Prospector prospector) {
    try (prospector) {
      if (!model.isEmpty()) {
        diagnosis.fine("model", "can be asked: its key is there, and limits and prices fit");
      }
      for (String sentence : prospector.unused(pipeline)) {
        diagnosis.note("unused", sentence, "leave it out, or take another --pipeline");
      }
      for (Health.Part part : prospector.health().parts()) {
        if (part.state() == Health.State.UP) {
          diagnosis.fine(part.name(), "answers");
        } else if (part.state() == Health.State.DOWN) {
          diagnosis.problem(part.name(), "does not answer: " + part.detail());
        }
      }
    }
  }
}
