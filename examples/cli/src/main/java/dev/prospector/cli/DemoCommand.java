package dev.prospector.cli;

import dev.prospector.context.BusinessContext;
import dev.prospector.context.Language;
import dev.prospector.export.read.BusinessContexts;
import dev.prospector.export.read.ReadSettings;
import dev.prospector.export.write.LeadWriter;
import dev.prospector.web.PageArchive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the bundled example. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs ten invented companies and their pages, which ship with the program.",
      "Prints each lead with a quoted fact. Without --out and --report, a report is written to",
      "prospector-demo.html in the working folder."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  prospector demo",
      "  prospector demo --lang en --out leads.jsonl --snapshots texts/ --report report.html"
    })
final class DemoCommand implements Callable<Integer> {

  static final String REPORT = "prospector-demo.html";

  private final Terminal terminal;

  @Mixin private OutputOptions outputs = new OutputOptions();

  @Mixin private RunSettings settings = new RunSettings();

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    settings.check();
    outputs.check();
    try (BundledExample example = BundledExample.unpack();
        PageArchive pages = PageArchive.open(example.pages())) {
      BusinessContext context = settings.inLanguage(BusinessContexts.read(example.context()));
      Job job = new Job(example.list(), ReadSettings.defaults(), context, pages);
      RejectedRows rejected =
          outputs.hasFiles()
              ? RejectedRows.in(outputs.rejected(example.list(), terminal.folder()))
              : RejectedRows.toldOnly();
      int code =
          new RunJob(terminal, settings).run(job, rejected, () -> writers(context.language()));
      if (!settings.quiet()) {
        written().forEach(file -> terminal.err().println("written: " + file.toAbsolutePath()));
      }
      return code;
    }
  }

  private List<LeadWriter> writers(Language language) {
    List<LeadWriter> writers = new ArrayList<>(outputs.open(language));
    if (outputs.isEmpty()) {
      writers.add(OutputOptions.report(usualReport(), language));
    }
    writers.add(new LeadTable(terminal.out()));
    return writers;
  }

  private List<Path> written() {
    List<Path> written = new ArrayList<>(outputs.all());
    if (outputs.isEmpty()) {
      written.add(usualReport());
    }
    return written;
  }

  private Path usualReport() {
    return terminal.folder().resolve(REPORT);
  }
}
