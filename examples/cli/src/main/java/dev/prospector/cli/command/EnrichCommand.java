package dev.prospector.cli.command;

import dev.prospector.cli.lookup.LookUpOptions;
import dev.prospector.cli.output.OutputLock;
import dev.prospector.cli.output.OutputOptions;
import dev.prospector.cli.output.RejectedRows;
import dev.prospector.cli.progress.Reporting;
import dev.prospector.cli.run.ContactBeyondFifty;
import dev.prospector.cli.run.DryRun;
import dev.prospector.cli.run.Job;
import dev.prospector.cli.run.ListRows;
import dev.prospector.cli.run.LiveOptions;
import dev.prospector.cli.run.RunJob;
import dev.prospector.cli.run.RunSettings;
import dev.prospector.cli.run.SeparateFiles;
import dev.prospector.cli.run.SettingsOptions;
import dev.prospector.cli.run.Sources;
import dev.prospector.cli.run.Task;
import dev.prospector.cli.run.Workshop;
import dev.prospector.cli.stored.BeginRun;
import dev.prospector.cli.stored.OpenedStore;
import dev.prospector.cli.stored.StoreAddress;
import dev.prospector.cli.stored.StoreOption;
import dev.prospector.cli.terminal.ExitCode;
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
import picocli.CommandLine.Parameters;

/** Runs a list of companies through a pipeline. */
@Command(
    name = "enrich",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Researches and qualifies the companies of a list, from their sites on the live web, or from",
      "an archive of pages.",
      "Without --out, leads are written to standard output as JSON Lines.",
      "With --store the run is kept: it survives its process, and 'resume' goes on with it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  prospector enrich companies.csv --contact https://operator.example/bot > leads.jsonl",
      "  prospector enrich empresas.csv --map name=Empresa,website=Site --context context.yaml \\",
      "      --pages pages/ --snapshots texts/ --out leads.jsonl --out leads.xlsx --report"
          + " report.html",
      "  prospector enrich empresas.csv --registry registry.db --verify email,phone > leads.jsonl",
      "  prospector enrich list.jsonl --pages crawl.warc.gz --range 1001-2000 --progress json",
      "  prospector enrich companies.csv --pages pages/ --store sqlite:runs.db --out leads.jsonl"
    })
public final class EnrichCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      description = "The list: CSV, XLSX, JSON, JSON Lines or a harvester's output, also with .gz.")
  private Path list = Path.of("");

  @Option(
      names = "--context",
      paramLabel = "FILE",
      description =
          "What is sold, and to which customers: YAML or JSON. Without it, fit stays unknown.")
  private @Nullable Path context;

  @Option(
      names = "--pages",
      paramLabel = "ARCHIVE",
      description =
          "The pages: a file .warc or .warc.gz, a folder of them, or a folder with an index.csv"
              + " (url,file,...). The live web is read without it.")
  private @Nullable Path pages;

  @Option(names = "--offline", description = "Read no pages: leads are judged by their rows alone.")
  private boolean offline;

  @Mixin private LiveOptions live = new LiveOptions();

  @Mixin private LookUpOptions lookUps = new LookUpOptions();

  @Option(
      names = "--map",
      paramLabel = "MEANING=COLUMN",
      split = ",",
      description = "What columns mean, if their names do not say it: name=Empresa,website=Site.")
  private Map<String, String> columns = Map.of();

  @Option(names = "--limit", paramLabel = "N", description = "At most so many leads.")
  private @Nullable Long limit;

  @Option(
      names = "--range",
      paramLabel = "ROWS",
      description = "Only these rows, counted from 1 without the header: 10-20, 10- or 10.")
  private @Nullable String range;

  @Mixin private OutputOptions outputs = new OutputOptions();

  @Mixin private StoreOption store = new StoreOption();

  @Option(
      names = "--run-id",
      paramLabel = "ID",
      description =
          "Under which id the run is kept; one is drawn otherwise. The same command with the same"
              + " id goes on with the run.")
  private @Nullable String id;

  @Option(
      names = "--dry-run",
      description =
          "Only say how many leads, calls and tokens there would be, and what they would cost;"
              + " nothing is asked and nothing is written.")
  private boolean dryRun;

  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Mixin private Reporting reporting = new Reporting();

  public EnrichCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Task task = task();
    ContactBeyondFifty.require(task);
    if (dryRun) {
      return new DryRun(terminal).foresee(task);
    }
    task.settings().lookUps().require(terminal.environment(), task.pages().isPresent());
    Optional<RunId> run = Optional.ofNullable(id).map(OpenedStore::id);
    Optional<StoreAddress> address =
        run.isPresent() ? Optional.of(store.required(terminal)) : store.address(terminal);
    SeparateFiles.require(
        task,
        task.outputs().rejected(task.list(), terminal.folder()),
        address.flatMap(StoreAddress::file).stream().toList());
    return address.isPresent()
        ? new BeginRun(terminal, reporting, Workshop.USUAL).begin(task, address.get(), run)
        : pass(task);
  }

  /** Runs without keeping anything. */
  private int pass(Task task) {
    Path rejected = task.outputs().rejected(task.list(), terminal.folder());
    try (OutputLock lock = OutputLock.take(task.outputs().locked(rejected));
        Sources sources = Sources.of(task, text -> reporting.note(terminal.err(), text))) {
      Job job = new Job(task.list(), task.rows().settings(), sources);
      int code =
          new RunJob(terminal, task.settings(), reporting)
              .run(
                  job,
                  RejectedRows.in(rejected),
                  () -> task.outputs().openOrPrint(sources.context().language(), terminal));
      if (code == ExitCode.DONE || code == ExitCode.PARTLY) {
        sources.finish();
      }
      return code;
    }
  }

  private Task task() {
    OptionalLong most = limit == null ? OptionalLong.empty() : OptionalLong.of(limit);
    ListRows rows = new ListRows(columns, Optional.ofNullable(range), most);
    rows.settings();
    return new Task(
        list,
        Optional.ofNullable(context),
        Optional.ofNullable(pages),
        rows,
        chosen(),
        outputs.checked());
  }

  private RunSettings chosen() {
    if (pages != null && offline) {
      throw new InputException("give either --pages or --offline: a run reads from one place");
    }
    Optional<Path> record = settings.recordedPages();
    if (record.isPresent() && (pages != null || offline)) {
      throw new InputException(
          "--record "
              + record.get()
              + " takes what is read from the live web: leave out "
              + (offline ? "--offline" : "--pages"));
    }
    if (record.isPresent() && store.address(terminal).isPresent()) {
      throw new InputException(
          "--record goes with a run that is not kept: in a store each look-up is kept with its"
              + " lead");
    }
    RunSettings checked = settings.checked(lookUps.checked());
    return pages == null && !offline ? checked.withLive(live.reading(record)) : checked;
  }
}
