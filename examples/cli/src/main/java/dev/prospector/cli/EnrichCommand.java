package dev.prospector.cli;

import dev.prospector.context.BusinessContext;
import dev.prospector.context.Language;
import dev.prospector.error.InputException;
import dev.prospector.export.read.BusinessContexts;
import dev.prospector.export.read.ReadSettings;
import dev.prospector.export.read.RowRange;
import dev.prospector.export.write.JsonLinesWriter;
import dev.prospector.export.write.LeadWriter;
import dev.prospector.port.PageSource;
import dev.prospector.web.PageArchive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
      "Researches and qualifies the companies of a list, from their pages in an archive.",
      "Without --out, leads are written to standard output as JSON Lines."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  prospector enrich companies.csv > leads.jsonl",
      "  prospector enrich empresas.csv --map name=Empresa,website=Site --context context.yaml \\",
      "      --pages pages/ --snapshots texts/ --out leads.jsonl --out leads.xlsx --report report.html",
      "  prospector enrich list.jsonl --pages crawl.warc.gz --range 1001-2000 --progress json"
    })
final class EnrichCommand implements Callable<Integer> {

  private static final int SHOWN_PROBLEMS = 3;

  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      description = "The list: CSV, JSON, JSON Lines or a harvester's output, also with .gz.")
  private Path list = Path.of("");

  @Option(
      names = "--context",
      paramLabel = "FILE",
      description = "What is sold, and to whom: YAML or JSON. Without it, fit stays unknown.")
  private @Nullable Path context;

  @Option(
      names = "--pages",
      paramLabel = "ARCHIVE",
      description =
          "The pages: a file .warc or .warc.gz, a folder of them, or a folder with an index.csv"
              + " (url,file,...).")
  private @Nullable Path pages;

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

  @Mixin private RunSettings settings = new RunSettings();

  EnrichCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    BusinessContext chosen =
        context == null ? BusinessContext.empty() : BusinessContexts.read(context);
    BusinessContext inLanguage = settings.inLanguage(chosen);
    ReadSettings rows = rows();
    settings.check();
    outputs.check();
    if (pages == null) {
      note("no --pages: leads are judged by their rows alone");
      return run(inLanguage, rows, PageSource.none());
    }
    try (PageArchive archive = PageArchive.open(pages)) {
      warn(archive);
      return run(inLanguage, rows, archive);
    }
  }

  private int run(BusinessContext inLanguage, ReadSettings rows, PageSource source) {
    Job job = new Job(list, rows, inLanguage, source);
    RejectedRows rejected = RejectedRows.in(outputs.rejected(list, terminal.folder()));
    return new RunJob(terminal, settings).run(job, rejected, () -> writers(inLanguage.language()));
  }

  private List<LeadWriter> writers(Language language) {
    List<LeadWriter> writers = new ArrayList<>(outputs.open(language));
    if (!outputs.hasFiles()) {
      writers.add(JsonLinesWriter.on(terminal.data(), "standard output"));
    }
    return writers;
  }

  private ReadSettings rows() {
    try {
      ReadSettings rows = ReadSettings.defaults().withColumns(columns);
      ReadSettings ranged = range == null ? rows : rows.withRange(RowRange.parse(range));
      return limit == null ? ranged : ranged.withLimit(limit);
    } catch (IllegalArgumentException e) {
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
  }

  private void warn(PageArchive archive) {
    List<PageArchive.Problem> problems = archive.problems();
    problems.stream().limit(SHOWN_PROBLEMS).forEach(p -> note("left out of the archive: " + p));
    if (problems.size() > SHOWN_PROBLEMS) {
      note("and " + (problems.size() - SHOWN_PROBLEMS) + " more; 'doctor' counts them");
    }
  }

  private void note(String text) {
    if (!settings.quiet()) {
      terminal.err().println(text);
    }
  }
}
