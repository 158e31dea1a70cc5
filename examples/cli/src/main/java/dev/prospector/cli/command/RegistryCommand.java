package dev.prospector.cli.command;

import dev.prospector.adapter.registry.local.ImportRegistry;
import dev.prospector.adapter.registry.local.LocalRegistry;
import dev.prospector.cli.terminal.ExitCode;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.registry.CompanySearch;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a local copy of the Brazilian register and searches it. */
@Command(
    name = "registry",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Makes a local copy of the Brazilian company register and searches it.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  prospector registry import receita/ --into registry.db",
      "  prospector registry find registry.db --name \"Aço Forte\" --city \"São Paulo\""
    })
public final class RegistryCommand implements Callable<Integer> {

  private final Terminal terminal;

  public RegistryCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.err().println("registry import FOLDER --into FILE, or registry find FILE --name NAME");
    return ExitCode.USAGE;
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description = "Reads the open data files of the Receita Federal, zipped or not.")
  int importFolder(
      @Parameters(paramLabel = "FOLDER", description = "Where the files lie.") Path folder,
      @Option(names = "--into", paramLabel = "FILE", required = true, description = "What is made.")
          Path into,
      @Option(names = "--people", description = "Also partners who are natural persons.")
          boolean people) {
    long rows = ImportRegistry.run(folder, into, people);
    terminal.err().println(rows + " rows are in " + into);
    return ExitCode.DONE;
  }

  @Command(
      name = "find",
      mixinStandardHelpOptions = true,
      description = "Shows the record of a number, or candidates by name and place.")
  int find(
      @Parameters(paramLabel = "FILE", description = "A register that was imported.") Path file,
      @Option(names = "--number", paramLabel = "CNPJ", defaultValue = "") String number,
      @Option(names = "--name", paramLabel = "NAME", defaultValue = "") String name,
      @Option(names = "--city", paramLabel = "CITY", defaultValue = "") String city,
      @Option(names = "--state", paramLabel = "UF", defaultValue = "") String state) {
    try (LocalRegistry registry = LocalRegistry.open(file)) {
      return number.isEmpty()
          ? candidates(registry, new CompanySearch.Query(name, city, state, 10))
          : record(registry, number);
    }
  }

  private int record(LocalRegistry registry, String number) {
    String plain = number.replaceAll("[./\\s-]", "").toUpperCase(Locale.ROOT);
    String text =
        registry
            .find("BR", plain)
            .found()
            .map(record -> record.text().stripTrailing())
            .orElse("the register has no " + plain);
    terminal.out().println(text);
    return ExitCode.DONE;
  }

  private int candidates(LocalRegistry registry, CompanySearch.Query query) {
    List<CompanySearch.Candidate> found = registry.candidates(query);
    for (CompanySearch.Candidate candidate : found) {
      terminal
          .out()
          .println(
              "%s  %.2f  %s  %s, %s, %s"
                  .formatted(
                      candidate.number(),
                      candidate.likeness(),
                      candidate.legalName(),
                      candidate.city(),
                      candidate.state(),
                      candidate.status()));
    }
    String sure =
        CompanySearch.beyondDoubt(found)
            .map(one -> "beyond doubt: " + one.number())
            .orElse("none is beyond doubt: compare them yourself");
    terminal.err().println(found.isEmpty() ? "no candidates" : sure);
    return ExitCode.DONE;
  }
}
