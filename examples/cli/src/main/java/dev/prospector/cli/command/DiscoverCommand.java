package dev.prospector.cli.command;

import dev.prospector.agents.discovery.TriageRules;
import dev.prospector.cli.discover.DiscoverRun;
import dev.prospector.cli.discover.DiscoveryPlan;
import dev.prospector.cli.lookup.LookUpOptions;
import dev.prospector.cli.lookup.LookUpSettings;
import dev.prospector.cli.output.OutputLock;
import dev.prospector.cli.output.OutputOptions;
import dev.prospector.cli.progress.Reporting;
import dev.prospector.cli.run.ListRows;
import dev.prospector.cli.run.LiveOptions;
import dev.prospector.cli.run.RunSettings;
import dev.prospector.cli.run.SeparateFiles;
import dev.prospector.cli.run.SettingsOptions;
import dev.prospector.cli.run.Sources;
import dev.prospector.cli.run.Task;
import dev.prospector.cli.run.Workshop;
import dev.prospector.cli.stored.BeginRun;
import dev.prospector.cli.stored.FreshRunId;
import dev.prospector.cli.stored.Notes;
import dev.prospector.cli.stored.OpenedStore;
import dev.prospector.cli.stored.StoreAddress;
import dev.prospector.cli.stored.StoreOption;
import dev.prospector.cli.stored.WorkOnRun;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.error.InputException;
import dev.prospector.event.RunId;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds companies that nobody listed, and works on those that are accepted. */
@Command(
    name = "discover",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Searches for companies that the business context describes. Those that fit are researched"
          + " and",
      "qualified while the search goes on; the others wait for 'candidates accept'. 'resume' goes"
          + " on with",
      "a run that was left."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  prospector discover --context context.yaml --search searxng=http://localhost:8080 \\",
      "      --store sqlite:runs.db --accept-from 0.4 --contact you@your.example --out leads.jsonl",
      "  prospector discover --context context.yaml --search archive --pages crawl.warc.gz \\",
      "      --store sqlite:runs.db"
    })
public final class DiscoverCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = "--context",
      paramLabel = "FILE",
      required = true,
      description = "What is sold, and to whom: YAML or JSON.")
  private Path context = Path.of("");

  @Mixin private LookUpOptions lookUps = new LookUpOptions();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most so many leads; default: ${DEFAULT-VALUE}.")
  private long limit;

  @Option(
      names = "--hits",
      paramLabel = "N",
      defaultValue = "30",
      description = "At most so many hits for a query; default: ${DEFAULT-VALUE}.")
  private int hits;

  @Option(
      names = "--accept-from",
      paramLabel = "FIT",
      description = "Accept candidates from this fit on, 0 to 1; else all wait.")
  private @Nullable Double acceptFrom;

  @Option(
      names = "--reject-below",
      paramLabel = "FIT",
      description = "Reject candidates below this fit.")
  private @Nullable Double rejectBelow;

  @Option(
      names = "--pages",
      paramLabel = "ARCHIVE",
      description = "An archive whose pages are read; the live web is read without it.")
  private @Nullable Path pages;

  @Mixin private LiveOptions live = new LiveOptions();

  @Mixin private OutputOptions outputs = new OutputOptions();

  @Mixin private StoreOption store = new StoreOption();

  @Option(
      names = "--run-id",
      paramLabel = "ID",
      description = "Under which id the run is kept; one is drawn otherwise.")
  private @Nullable String id;

  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Mixin private Reporting reporting = new Reporting();

  public DiscoverCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (limit < 1 || hits < 1) {
      throw new InputException("--limit and --hits are 1 or more");
    }
    StoreAddress address = store.required(terminal);
    Task task = task();
    task.settings().lookUps().require(terminal.environment(), task.pages().isPresent());
    DiscoveryPlan plan = new DiscoveryPlan(rules(), hits, limit);
    RunId run = id == null ? FreshRunId.draw() : OpenedStore.id(id);
    Path rejected = task.outputs().rejected(context, terminal.folder()).toAbsolutePath();
    SeparateFiles.require(task, rejected, address.file().stream().toList());
    try (OutputLock lock = OutputLock.take(task.outputs().locked(rejected));
        Sources sources = Sources.of(task, text -> reporting.note(terminal.err(), text));
        OpenedStore opened = OpenedStore.openOrMake(address, Workshop.USUAL)) {
      Notes notes = Notes.of(task, sources, rejected).with(plan.notes());
      opened.find(run).ifPresent(there -> BeginRun.requireSame(there, task, notes));
      return new DiscoverRun(terminal, reporting, opened)
          .work(new WorkOnRun.Known(run, task, notes, sources), plan);
    }
  }

  private TriageRules rules() {
    double from = acceptFrom == null ? TriageRules.NONE.acceptFrom() : acceptFrom;
    double below = rejectBelow == null ? 0 : rejectBelow;
    if (below > from || below < 0 || from < 0) {
      throw new InputException("--reject-below is from 0 to --accept-from, and that to 1");
    }
    return new TriageRules(from, below);
  }

  private Task task() {
    LookUpSettings chosenLookUps = lookUps.checked();
    if (!chosenLookUps.searches()) {
      throw new InputException(
          "say where to search: --search tavily, brave, serper, searxng=URL, or archive");
    }
    RunSettings checked = settings.checked(chosenLookUps);
    RunSettings chosen = pages == null ? checked.withLive(live.reading(Optional.empty())) : checked;
    return new Task(
            context,
            Optional.empty(),
            Optional.ofNullable(pages),
            new ListRows(Map.of(), Optional.empty(), OptionalLong.empty()),
            chosen,
            outputs.checked())
        .absolute()
        .withContext(context.toAbsolutePath());
  }
}
