package dev.prospector.cli;

import dev.prospector.cli.command.CancelCommand;
import dev.prospector.cli.command.CandidatesCommand;
import dev.prospector.cli.command.CompareCommand;
import dev.prospector.cli.command.DemoCommand;
import dev.prospector.cli.command.DiscoverCommand;
import dev.prospector.cli.command.DoctorCommand;
import dev.prospector.cli.command.EnrichCommand;
import dev.prospector.cli.command.ExplainCommand;
import dev.prospector.cli.command.ExportCommand;
import dev.prospector.cli.command.FetchCommand;
import dev.prospector.cli.command.PauseCommand;
import dev.prospector.cli.command.PipelineCommand;
import dev.prospector.cli.command.QueriesCommand;
import dev.prospector.cli.command.RegistryCommand;
import dev.prospector.cli.command.ResumeCommand;
import dev.prospector.cli.command.RetryErrorsCommand;
import dev.prospector.cli.command.RunsCommand;
import dev.prospector.cli.command.ShowCommand;
import dev.prospector.cli.command.SuppressCommand;
import dev.prospector.cli.stored.StoreAddress;
import dev.prospector.cli.terminal.ExitCode;
import dev.prospector.cli.terminal.PathWord;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.error.ConfigurationException;
import dev.prospector.error.InputException;
import dev.prospector.error.PortException;
import dev.prospector.error.RunException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The root command: chooses the command, and turns what went wrong into a message and a code. */
@Command(
    name = "prospector",
    mixinStandardHelpOptions = true,
    versionProvider = Cli.Version.class,
    sortOptions = false,
    description =
        "Turns company lists and their pages into qualified leads whose every fact quotes its"
            + " source.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  prospector demo",
      "  prospector enrich companies.csv --context context.yaml --pages pages/ --snapshots texts/"
          + " \\",
      "      --out leads.jsonl --out leads.xlsx --report report.html",
      "  prospector explain transcuriango.example --in leads.jsonl",
      "  prospector enrich companies.csv --store sqlite:runs.db --out leads.jsonl",
      "  prospector runs --store sqlite:runs.db",
      "",
      "Exit codes: 0 done, 1 internal error or failing store, 2 usage or unreadable input, 3 done"
          + " in part:",
      "leads or outputs failed or the list breaks off, 4 not all leads had their turn, 130 ended by"
          + " Ctrl-C."
    },
    subcommands = {CommandLine.HelpCommand.class})
final class Cli implements Runnable {

  private static final int LONGEST_MESSAGE = 4000;

  /** By the name that each gives itself, in the order of the help. */
  static final Map<String, Function<Terminal, Object>> COMMANDS = commands();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs one command; returns the process's exit code. */
  static int run(Terminal terminal, String... arguments) {
    CommandLine line = new CommandLine(new Cli());
    Function<Terminal, Object> named = COMMANDS.get(arguments.length == 0 ? "" : arguments[0]);
    // The others are described only where they could be meant: describing one takes long.
    Collection<Function<Terminal, Object>> described =
        named == null ? COMMANDS.values() : List.of(named);
    described.forEach(command -> line.addSubcommand(command.apply(terminal)));
    line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.registerConverter(Path.class, new PathWord());
    line.setUsageHelpWidth(100);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(Cli::explainUsage);
    line.setExecutionExceptionHandler(Cli::explain);
    int code = line.execute(arguments);
    terminal.flush();
    return code;
  }

  private static Map<String, Function<Terminal, Object>> commands() {
    Map<String, Function<Terminal, Object>> commands = new LinkedHashMap<>();
    commands.put("enrich", EnrichCommand::new);
    commands.put("discover", DiscoverCommand::new);
    commands.put("queries", QueriesCommand::new);
    commands.put("candidates", CandidatesCommand::new);
    commands.put("suppress", SuppressCommand::new);
    commands.put("demo", DemoCommand::new);
    commands.put("runs", RunsCommand::new);
    commands.put("resume", ResumeCommand::new);
    commands.put("retry-errors", RetryErrorsCommand::new);
    commands.put("show", ShowCommand::new);
    commands.put("pause", PauseCommand::new);
    commands.put("cancel", CancelCommand::new);
    commands.put("export", ExportCommand::new);
    commands.put("fetch", FetchCommand::new);
    commands.put("pipeline", PipelineCommand::new);
    commands.put("registry", RegistryCommand::new);
    commands.put("explain", ExplainCommand::new);
    commands.put("compare", CompareCommand::new);
    commands.put("doctor", DoctorCommand::new);
    return Collections.unmodifiableMap(commands);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say which command");
  }

  private static int explainUsage(ParameterException problem, String[] arguments) {
    CommandLine command = problem.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(message(problem));
    CommandLine.UnmatchedArgumentException.printSuggestions(problem, err);
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE;
  }

  private static int explain(Exception problem, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (problem instanceof InputException || problem instanceof ConfigurationException) {
      err.println(message(problem));
      return ExitCode.USAGE;
    }
    if (problem instanceof PortException || problem instanceof RunException) {
      err.println(message(problem));
      return ExitCode.INTERNAL_ERROR;
    }
    err.println("prospector: this is a defect of the program, please report it with these lines:");
    StringWriter trace = new StringWriter();
    problem.printStackTrace(new PrintWriter(trace));
    err.println(StoreAddress.withoutSecrets(trace.toString()));
    return ExitCode.INTERNAL_ERROR;
  }

  /** What a person can read: of a message that quotes a file of megabytes the beginning. */
  private static String message(Exception problem) {
    String text =
        "prospector: " + StoreAddress.withoutSecrets(String.valueOf(problem.getMessage()));
    return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…";
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Cli.class.getPackage().getImplementationVersion();
      return new String[] {
        "prospector " + (version == null ? "(not packaged)" : version),
        "Java " + System.getProperty("java.version") + ", " + System.getProperty("java.vm.name")
      };
    }
  }
}
