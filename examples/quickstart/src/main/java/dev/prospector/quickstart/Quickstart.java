package dev.prospector.quickstart;

import dev.prospector.Prospector;
import dev.prospector.adapter.context.BusinessContexts;
import dev.prospector.adapter.imports.LeadFile;
import dev.prospector.adapter.imports.ReadSettings;
import dev.prospector.adapter.web.PageArchive;
import dev.prospector.agents.Pipelines;
import dev.prospector.agents.qualification.Qualification;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import java.nio.file.Path;

/** Qualifies the companies of a folder and prints the tier of each. */
public final class Quickstart {

  private Quickstart() {}

  /** Takes a folder with {@code context.yaml}, {@code companies.csv} and {@code pages}. */
  public static void main(String[] arguments) {
    Path data = Path.of(arguments[0]);
    // region quickstart
    var prospector =
        Prospector.builder()
            .businessContext(BusinessContexts.read(data.resolve("context.yaml")))
            .pages(PageArchive.open(data.resolve("pages")))
            .build();
    var list = data.resolve("companies.csv");
    try (var leads = LeadFile.open(list, ReadSettings.defaults(), System.err::println);
        Run run = prospector.start(Pipelines.standard(), leads.iterator(), RunOptions.defaults())) {
      run.results()
          .map(
              lead ->
                  lead.lead() + " " + lead.dossier().find(Qualification.KEY).orElseThrow().tier())
          .forEach(System.out::println);
    }
    // endregion
  }
}
