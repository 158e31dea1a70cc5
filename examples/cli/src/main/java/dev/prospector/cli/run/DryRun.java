package dev.prospector.cli.run;

import dev.prospector.Prospector;
import dev.prospector.adapter.context.BusinessContexts;
import dev.prospector.adapter.imports.LeadFile;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Forecast;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.cli.terminal.ExitCode;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.context.BusinessContext;
import dev.prospector.web.PageSource;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;

/** Says what a task would take, without asking or writing anything. */
public final class DryRun {

  private static final String NO_KEY = "none";

  private final Terminal terminal;

  public DryRun(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Reads the list, context and archive as a run would, and prints the forecast.
   *
   * @return the exit code
   */
  public int foresee(Task task) {
    AtomicLong rejected = new AtomicLong();
    try (Sources sources = sources(task);
        LeadFile leads =
            LeadFile.open(task.list(), task.rows().settings(), row -> rejected.incrementAndGet())) {
      // A price needs no key.
      Prospector prospector =
          task.settings()
              .model()
              .on(Prospector.builder(), Budget.unlimited(), name -> NO_KEY)
              .businessContext(sources.context())
              .pages(sources.pages())
              .build();
      Forecast forecast = prospector.forecast(task.settings().chosenPipeline(), leads.leads());
      print(terminal.out(), forecast, task.settings(), rejected.get());
    }
    return ExitCode.DONE;
  }

  /** No page of the live web is read, and none recorded. */
  private Sources sources(Task task) {
    if (task.settings().live().isEmpty()) {
      return Sources.of(task, text -> terminal.err().println(text));
    }
    BusinessContext context =
        task.context().map(BusinessContexts::read).orElse(BusinessContext.empty());
    return Sources.with(task.settings().inLanguage(context), PageSource.none());
  }

  private static void print(
      PrintStream out, Forecast forecast, RunSettings settings, long rejected) {
    Limits limits = settings.model().limits();
    out.println(forecast);
    if (rejected > 0) {
      out.println(rejected == 1 ? "1 row is no lead" : rejected + " rows are no leads");
    }
    for (Limit limit : limits.all()) {
      out.println("limit: " + most(limit));
    }
    if (!limits.all().isEmpty()) {
      out.println("What is more than a limit is not asked: rules do it.");
    }
    if (settings.lookUps().spends()) {
      out.println("What searches and verifiers cost is not in it.");
    }
    out.println("Nothing was asked and nothing was written.");
  }

  private static String most(Limit limit) {
    if (limit.money() != null) {
      return limit.money().toString();
    }
    return limit.tokens() >= 0 ? limit.tokens() + " tokens" : limit.calls() + " calls";
  }
}
