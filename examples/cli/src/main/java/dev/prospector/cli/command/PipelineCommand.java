package dev.prospector.cli.command;

import dev.prospector.cli.run.Workshop;
import dev.prospector.cli.terminal.ExitCode;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.pipeline.Pipeline;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the graph of a pipeline. */
@Command(
    name = "pipeline",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Prints the graph of a pipeline: who reads what, and who writes it.",
    footerHeading = "%nExample:%n",
    footer = "  prospector pipeline standard --format mermaid > pipeline.mmd")
public final class PipelineCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      defaultValue = "standard",
      description = "Which one; default: ${DEFAULT-VALUE}.")
  private String name = "standard";

  @Option(
      names = "--format",
      paramLabel = "text|mermaid",
      defaultValue = "text",
      description = "How it is drawn; default: ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  /** How the graph is drawn. */
  enum Format {
    TEXT,
    MERMAID
  }

  public PipelineCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Pipeline pipeline = Workshop.USUAL.pipeline(name);
    String drawing = format == Format.MERMAID ? pipeline.toMermaid() : pipeline.toText();
    terminal.out().println(drawing.stripTrailing());
    return ExitCode.DONE;
  }
}
