package dev.prospector.cli;

import dev.prospector.context.BusinessContext;
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
      "Prints each lead with a quoted fact."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  prospector demo",
      "  prospector demo --lang en --out leads.jsonl --snapshots texts/"
    })
final class DemoCommand implements Callable<Integer> {

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
      int code = new RunJob(terminal, settings).run(job, rejected, () -> writers());
      if (!settings.quiet()) {
        written().forEach(file -> terminal.err().println("written: " + file.toAbsolutePath()));
      }
      return code;
    }
  }

  private List<LeadWriter> writers() {
    List<LeadWriter> writers = new ArrayList<>(outputs.open());
    writers.add(new LeadTable(terminal.out()));
    return writers;
  }

  private List<Path> written() {
    return outputs.all();
  }
}
