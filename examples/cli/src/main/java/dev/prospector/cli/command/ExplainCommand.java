package dev.prospector.cli.command;

import dev.prospector.adapter.export.write.JsonLinesWriter;
import dev.prospector.adapter.imports.ReadSettings;
import dev.prospector.cli.explain.Explanation;
import dev.prospector.cli.explain.WrittenLeads;
import dev.prospector.cli.lookup.LookUpSettings;
import dev.prospector.cli.output.Delivery;
import dev.prospector.cli.output.Outputs;
import dev.prospector.cli.output.RejectedRows;
import dev.prospector.cli.progress.Reporting;
import dev.prospector.cli.run.BundledExample;
import dev.prospector.cli.run.Job;
import dev.prospector.cli.run.RunJob;
import dev.prospector.cli.run.RunSettings;
import dev.prospector.cli.run.Sources;
import dev.prospector.cli.terminal.ExitCode;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.error.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Explains the scores of one lead. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prints every score of a lead with its factors, ranges, reasons and quotes, its route, how",
      "far it intends to buy, and why it is approached as it is.",
      "Reads what enrich wrote; without a leads.jsonl in the working folder, the bundled example",
      "is run and searched."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  prospector explain transcuriango.example",
      "  prospector explain acme.com --in leads.jsonl"
    })
public final class ExplainCommand implements Callable<Integer> {

  /** Of everything that can be explained there is something in it. */
  private static final String EXPLAINED = "adaptive";

  private static final String USUAL = "leads.jsonl";

  private final Terminal terminal;

  @Parameters(paramLabel = "LEAD", description = "Its id or its registrable domain.")
  private String lead = "";

  @Option(
      names = "--in",
      paramLabel = "FILE",
      description = "The JSON Lines that enrich wrote, also with .gz; default: " + USUAL + ".")
  private @Nullable Path in;

  public ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Path usual = terminal.folder().resolve(USUAL);
    if (in != null) {
      return explain(in);
    }
    return Files.isRegularFile(usual) ? explain(usual) : explainExample();
  }

  private int explain(Path file) {
    JsonNode found =
        WrittenLeads.find(file, lead)
            .orElseThrow(
                () -> new InputException(file + " has no lead with id or domain '" + lead + "'"));
    new Explanation(terminal.out(), found).print();
    return ExitCode.DONE;
  }

  private int explainExample() {
    terminal.err().println("there is no " + USUAL + " here: running the bundled example");
    RunSettings settings =
        RunSettings.defaults().withPipeline(EXPLAINED).withLookUps(LookUpSettings.ofArchive());
    Outputs none = new Outputs(List.of(), Optional.empty(), Optional.empty());
    try (BundledExample example = BundledExample.unpack();
        Sources sources = Sources.of(DemoCommand.task(example, settings, none), text -> {})) {
      Job job = new Job(example.list(), ReadSettings.defaults(), sources);
      Path leads = example.file(USUAL);
      int code =
          new RunJob(terminal, settings, Reporting.silent())
              .run(
                  job,
                  RejectedRows.toldOnly(),
                  () -> new Delivery(List.of(JsonLinesWriter.to(leads)), List.of()));
      return code == ExitCode.DONE ? explain(leads) : code;
    }
  }
}
