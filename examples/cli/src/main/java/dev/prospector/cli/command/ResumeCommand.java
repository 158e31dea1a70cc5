package dev.prospector.cli.command;

import dev.prospector.cli.discover.DiscoverRun;
import dev.prospector.cli.model.ModelOptions;
import dev.prospector.cli.progress.Reporting;
import dev.prospector.cli.stored.OpenedStore;
import dev.prospector.cli.stored.ResumeRun;
import dev.prospector.cli.stored.RunIdParameter;
import dev.prospector.cli.terminal.Terminal;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Goes on with a run. */
@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Goes on with a run that was paused, left or killed: nothing that is finished is done again,",
      "and the outputs are those of a run that was never interrupted. The files that it was begun",
      "with have to lie where they lay. Of a run that is over, only writes the outputs again.",
      "With --model, what is left is done with that model and its limits, by later commands too."
    },
    footerHeading = "%nExample:%n",
    footer = "  prospector resume 20261121-150301-k7q2m --store sqlite:runs.db")
public final class ResumeCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private RunIdParameter run = new RunIdParameter();

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      description = "How many leads are worked on at a time; default: as it was begun.")
  private @Nullable Integer concurrency;

  @Mixin private ModelOptions model = new ModelOptions();

  @Mixin private Reporting reporting = new Reporting();

  public ResumeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    OptionalInt other = concurrency == null ? OptionalInt.empty() : OptionalInt.of(concurrency);
    try (OpenedStore store = run.open(terminal)) {
      ResumeRun resume =
          new ResumeRun(
              terminal, reporting, store, new DiscoverRun(terminal, reporting, store)::resume);
      return model.names()
          ? resume.withModel(model.checked()).resume(run.in(store), other)
          : resume.resume(run.in(store), other);
    }
  }
}
