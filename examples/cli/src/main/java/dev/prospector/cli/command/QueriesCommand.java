package dev.prospector.cli.command;

import dev.prospector.adapter.context.BusinessContexts;
import dev.prospector.agents.discovery.Discovery;
import dev.prospector.agents.discovery.PlanQueries;
import dev.prospector.agents.discovery.PlannedQuery;
import dev.prospector.agents.discovery.QueryPlan;
import dev.prospector.cli.stored.OpenedStore;
import dev.prospector.cli.stored.StoreAddress;
import dev.prospector.cli.stored.StoreOption;
import dev.prospector.cli.terminal.ExitCode;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.context.BusinessContext;
import dev.prospector.web.WebSearch;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what a search for companies would ask. */
@Command(
    name = "queries",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prints the queries that 'discover' would ask, what each looks for and where it comes from.",
      "With --store, those that worked before come first."
    },
    footerHeading = "%nExample:%n",
    footer = "  prospector queries --context context.yaml")
public final class QueriesCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(names = "--context", paramLabel = "FILE", required = true, description = "The context.")
  private Path context = Path.of("");

  @Mixin private StoreOption store = new StoreOption();

  public QueriesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    QueryPlan plan = plan(BusinessContexts.read(context));
    for (PlannedQuery query : plan.queries()) {
      terminal
          .out()
          .printf(
              "%-13s %s%n%-13s from: %s%n",
              query.strategy().name().toLowerCase(Locale.ROOT), query.text(), "", query.from());
    }
    if (!plan.missing().isEmpty()) {
      terminal.err().println("The context lacks " + String.join(", ", plan.missing()));
    }
    return plan.queries().isEmpty() ? ExitCode.USAGE : ExitCode.DONE;
  }

  private QueryPlan plan(BusinessContext read) {
    Optional<StoreAddress> address = store.address(terminal).filter(a -> !a.isMissing());
    if (address.isEmpty()) {
      return PlanQueries.of(read, List.of());
    }
    try (OpenedStore opened = OpenedStore.existing(address.get())) {
      return Discovery.of(read, WebSearch.none(), opened.candidates())
          .preferring(opened.leads())
          .plan();
    }
  }
}
