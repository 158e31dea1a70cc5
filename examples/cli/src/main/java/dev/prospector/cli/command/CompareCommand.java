package dev.prospector.cli.command;

import dev.prospector.cli.explain.ComparedRoutes;
import dev.prospector.cli.explain.WrittenLeads;
import dev.prospector.cli.terminal.ExitCode;
import dev.prospector.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Compares the routes that leads took. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prints tiers, unknown facts, drafts and cost for each route that leads took, of what enrich",
      "wrote. Routes that were drawn (enrich --pipeline adaptive --split ...) can be compared;",
      "routes that rules chose were taken by leads that differ."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  prospector enrich companies.csv --pipeline adaptive --split full=0.5,persona-first=0.5 \\",
      "      --out leads.jsonl",
      "  prospector compare leads.jsonl"
    })
public final class CompareCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "The JSON Lines that enrich wrote, also with .gz.")
  private List<Path> files = List.of();

  public CompareCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ComparedRoutes routes = new ComparedRoutes();
    files.forEach(file -> WrittenLeads.each(file, routes::add));
    routes.print(terminal.out());
    return ExitCode.DONE;
  }
}
