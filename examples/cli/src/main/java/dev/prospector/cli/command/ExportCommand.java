package dev.prospector.cli.command;

import dev.prospector.cli.output.OutputLock;
import dev.prospector.cli.output.OutputOptions;
import dev.prospector.cli.output.Outputs;
import dev.prospector.cli.progress.Reporting;
import dev.prospector.cli.run.RunSettings;
import dev.prospector.cli.run.SeparateFiles;
import dev.prospector.cli.stored.Notes;
import dev.prospector.cli.stored.OpenedStore;
import dev.prospector.cli.stored.RunIdParameter;
import dev.prospector.cli.stored.WriteResults;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.context.BusinessContext;
import dev.prospector.context.Language;
import dev.prospector.store.StoredRun;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes what a run found out. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes what a run found out, from the store alone: neither its list nor its pages are",
      "needed. Without --out, leads are written to standard output as JSON Lines. Leads that have",
      "not ended are left out; the others are written as they stand in the store now."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  prospector export 20261121-150301-k7q2m --store sqlite:runs.db --out leads.xlsx \\",
      "      --report report.html"
    })
public final class ExportCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private RunIdParameter id = new RunIdParameter();

  @Mixin private OutputOptions outputOptions = new OutputOptions();

  @Option(
      names = "--lang",
      paramLabel = "pt-BR|en|es",
      description = "Language of the report; default: the run's.")
  private @Nullable String language;

  @Option(names = "--quiet", description = "Say nothing but errors.")
  private boolean quiet;

  public ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Outputs outputs = outputOptions.checked();
    try (OpenedStore store = id.open(terminal);
        OutputLock lock = lock(outputs, store)) {
      StoredRun run = id.in(store);
      return new WriteResults(terminal, quiet ? Reporting.silent() : new Reporting(), store)
          .write(run, outputs, language(run));
    }
  }

  private static OutputLock lock(Outputs outputs, OpenedStore store) {
    SeparateFiles.require(
        outputs.written(),
        outputs.snapshots().stream().toList(),
        store.address().file().stream().toList());
    return OutputLock.take(outputs.written());
  }

  private Language language(StoredRun run) {
    if (language != null) {
      return RunSettings.language(language);
    }
    return Notes.in(run)
        .map(notes -> RunSettings.language(notes.language()))
        .orElse(BusinessContext.empty().language());
  }
}
