package dev.prospector.cli.command;

import dev.prospector.adapter.export.write.LeadWriter;
import dev.prospector.adapter.imports.ReadSettings;
import dev.prospector.cli.lookup.LookUpSettings;
import dev.prospector.cli.output.Delivery;
import dev.prospector.cli.output.LeadTable;
import dev.prospector.cli.output.OutputLock;
import dev.prospector.cli.output.OutputOptions;
import dev.prospector.cli.output.Outputs;
import dev.prospector.cli.output.RejectedRows;
import dev.prospector.cli.progress.Reporting;
import dev.prospector.cli.run.BundledExample;
import dev.prospector.cli.run.Job;
import dev.prospector.cli.run.ListRows;
import dev.prospector.cli.run.RunJob;
import dev.prospector.cli.run.RunSettings;
import dev.prospector.cli.run.SeparateFiles;
import dev.prospector.cli.run.SettingsOptions;
import dev.prospector.cli.run.Sources;
import dev.prospector.cli.run.Task;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.context.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the bundled example. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs ten invented companies, their pages and six of others about them, which ship with the",
      "program; what is searched for is found among these pages.",
      "Prints each lead with a quoted fact. Without --out and --report, a report is written to",
      "prospector-demo.html in the working folder."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  prospector demo",
      "  prospector demo --lang en --out leads.jsonl --snapshots texts/ --report report.html"
    })
public final class DemoCommand implements Callable<Integer> {

  public static final String REPORT = "prospector-demo.html";

  private final Terminal terminal;

  @Mixin private OutputOptions outputOptions = new OutputOptions();

  @Mixin private SettingsOptions settingsOptions = new SettingsOptions();

  @Mixin private Reporting reporting = new Reporting();

  public DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    RunSettings settings = settings();
    Outputs outputs = outputOptions.checked();
    try (BundledExample example = BundledExample.unpack()) {
      Task task = task(example, settings, outputs);
      Path rejected = outputs.rejected(example.list(), terminal.folder());
      SeparateFiles.require(task, rejected, List.of());
      try (OutputLock lock = OutputLock.take(written(outputs));
          Sources sources = Sources.of(task, text -> {})) {
        Job job = new Job(example.list(), ReadSettings.defaults(), sources);
        return run(settings, job, outputs, rejected);
      }
    }
  }

  /** The archive is made ready for a search only where an agent searches. */
  private RunSettings settings() {
    RunSettings settings = settingsOptions.checked();
    return settings.searches() ? settings.withLookUps(LookUpSettings.ofArchive()) : settings;
  }

  private int run(RunSettings settings, Job job, Outputs outputs, Path rejected) {
    RejectedRows rows = outputs.hasFiles() ? RejectedRows.in(rejected) : RejectedRows.toldOnly();
    Language language = job.sources().context().language();
    int code =
        new RunJob(terminal, settings, reporting)
            .run(job, rows, () -> new Delivery(writers(outputs, language), written(outputs)));
    written(outputs).stream()
        .filter(Files::exists)
        .forEach(file -> reporting.note(terminal.err(), "written: " + file.toAbsolutePath()));
    return code;
  }

  static Task task(BundledExample example, RunSettings settings, Outputs outputs) {
    return new Task(
        example.list(),
        Optional.of(example.context()),
        Optional.of(example.pages()),
        ListRows.all(),
        settings,
        outputs);
  }

  private List<LeadWriter> writers(Outputs outputs, Language language) {
    List<LeadWriter> writers = new ArrayList<>(outputs.open(language));
    if (outputs.isEmpty()) {
      writers.add(Outputs.report(usualReport(), language));
    }
    writers.add(new LeadTable(terminal.out()));
    return writers;
  }

  private List<Path> written(Outputs outputs) {
    List<Path> written = new ArrayList<>(outputs.written());
    if (outputs.isEmpty()) {
      written.add(usualReport());
    }
    return written;
  }

  private Path usualReport() {
    return terminal.folder().resolve(REPORT);
  }
}
