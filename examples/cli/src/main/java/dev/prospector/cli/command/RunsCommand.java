package dev.prospector.cli.command;

import dev.prospector.cli.stored.OpenedStore;
import dev.prospector.cli.stored.RunLines;
import dev.prospector.cli.stored.StoreOption;
import dev.prospector.cli.terminal.ExitCode;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.error.InputException;
import dev.prospector.event.RunEvent;
import dev.prospector.lead.Tenant;
import dev.prospector.store.RunStore;
import dev.prospector.store.StoredRun;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the runs of a store. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Lists the runs of a store, the latest begun first.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  prospector runs --store sqlite:runs.db",
      "  prospector runs --store sqlite:runs.db --json --limit 1000"
    })
public final class RunsCommand implements Callable<Integer> {

  private static final int PAGE = 100;

  private final Terminal terminal;

  @Mixin private StoreOption store = new StoreOption();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "At most so many; default: ${DEFAULT-VALUE}.")
  private int limit = 20;

  @Option(names = "--json", description = "One JSON object a line, with the notes of each run.")
  private boolean json;

  public RunsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new InputException("--limit is at least 1, not " + limit);
    }
    try (OpenedStore opened = store.open(terminal)) {
      RunLines lines =
          json ? new RunLines.OfJson(terminal.out()) : new RunLines.OfText(terminal.out());
      lines.begin();
      int left = limit;
      List<StoredRun> page = page(opened.runs(), Optional.empty(), left);
      while (!page.isEmpty()) {
        page.forEach(run -> lines.add(run, lastSign(opened.runs(), run)));
        left -= page.size();
        page = page(opened.runs(), Optional.of(page.get(page.size() - 1)), left);
      }
      return ExitCode.DONE;
    }
  }

  private static List<StoredRun> page(RunStore runs, Optional<StoredRun> before, int left) {
    return left == 0
        ? List.of()
        : runs.list(Tenant.DEFAULT, before.map(StoredRun::id), Math.min(left, PAGE));
  }

  /** When something happened last: of a run that has not ended it tells whether anybody works. */
  private static Optional<Instant> lastSign(RunStore runs, StoredRun run) {
    if (run.times().ended().isPresent()) {
      return run.times().ended();
    }
    return runs.events(Tenant.DEFAULT, run.id(), run.lastEvent() - 1, 1).stream()
        .findFirst()
        .map(RunEvent::position)
        .map(RunEvent.Position::at);
  }
}
