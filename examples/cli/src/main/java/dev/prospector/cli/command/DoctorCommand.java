package dev.prospector.cli.command;

import dev.prospector.cli.doctor.Diagnosis;
import dev.prospector.cli.doctor.ExamineModels;
import dev.prospector.cli.doctor.GivenFiles;
import dev.prospector.cli.doctor.GivenLookUps;
import dev.prospector.cli.doctor.GivenRun;
import dev.prospector.cli.doctor.LiveTrial;
import dev.prospector.cli.doctor.NotConfigured;
import dev.prospector.cli.doctor.Surroundings;
import dev.prospector.cli.lookup.LookUpOptions;
import dev.prospector.cli.model.KnownModel;
import dev.prospector.cli.model.ModelOptions;
import dev.prospector.cli.model.ModelSettings;
import dev.prospector.cli.output.OutputOptions;
import dev.prospector.cli.run.LiveOptions;
import dev.prospector.cli.run.Workshop;
import dev.prospector.cli.stored.StoreOption;
import dev.prospector.cli.terminal.ExitCode;
import dev.prospector.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Examines the surroundings and the files that a run would use. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Says whether this machine and the files given can be worked with, what is configured and",
      "what is not, each with what to do. Ends with 2 if something given cannot be used."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  prospector doctor companies.csv --context context.yaml --pages pages/",
      "  prospector doctor --model anthropic:claude-haiku-4-5 --ask"
    })
public final class DoctorCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "The list.")
  private @Nullable Path list;

  @Option(names = "--context", paramLabel = "FILE", description = "The business context.")
  private @Nullable Path context;

  @Option(names = "--pages", paramLabel = "ARCHIVE", description = "The page archive.")
  private @Nullable Path pages;

  @Option(
      names = "--live",
      paramLabel = "URL",
      description = "Reads this one address of the live web.")
  private @Nullable String address;

  @Option(
      names = "--pipeline",
      paramLabel = "NAME",
      defaultValue = "standard",
      description = "Which agents work; default: ${DEFAULT-VALUE}.")
  private String pipeline = "standard";

  @Mixin private ModelOptions model = new ModelOptions();

  @Mixin private LiveOptions live = new LiveOptions();

  @Mixin private LookUpOptions lookUps = new LookUpOptions();

  @Option(names = "--ask", description = "Ask each model one small question, which is paid for.")
  private boolean ask;

  @Mixin private OutputOptions outputs = new OutputOptions();

  @Mixin private StoreOption store = new StoreOption();

  public DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    Diagnosis diagnosis = new Diagnosis(terminal.out());
    Surroundings.examine(diagnosis, terminal);
    files(diagnosis);
    run(diagnosis);
    GivenLookUps.examine(lookUps.checked(), terminal.environment(), diagnosis);
    return diagnosis.hasProblems() ? ExitCode.USAGE : ExitCode.DONE;
  }

  private void files(Diagnosis diagnosis) throws InterruptedException {
    GivenFiles files = new GivenFiles(diagnosis);
    if (list == null) {
      diagnosis.note("list", "none given", "give one: prospector doctor companies.csv");
    } else {
      files.list(list);
    }
    if (context == null) {
      diagnosis.note("context", "none given", "without --context, fit and need stay unknown");
    } else {
      files.context(context);
    }
    if (pages == null) {
      diagnosis.note("pages", "no archive given", "without --pages, the live web is read");
    } else {
      files.pages(pages);
    }
    if (address == null) {
      diagnosis.note("live web", "not tried", "name an address of a site: --live URL");
    } else {
      LiveTrial.of(address, live.reading(Optional.empty()), diagnosis);
    }
    models(diagnosis);
    outputs.checked().all().forEach(files::target);
    store.address(terminal).ifPresentOrElse(files::store, () -> NotConfigured.store(diagnosis));
  }

  /** What cannot be read has been told, and would only be told again. */
  private void run(Diagnosis diagnosis) {
    ModelSettings models = model.checked();
    if (models.isEmpty()) {
      NotConfigured.model(diagnosis);
    }
    if (!diagnosis.hasProblems()) {
      new GivenRun(
              Workshop.USUAL.pipeline(pipeline),
              models,
              Optional.ofNullable(context),
              Optional.ofNullable(pages),
              store.address(terminal))
          .examine(diagnosis, terminal);
    }
  }

  private void models(Diagnosis diagnosis) throws InterruptedException {
    ModelSettings chosen = model.checked();
    ExamineModels examine = new ExamineModels(diagnosis);
    for (KnownModel one : chosen.known(terminal.environment())) {
      examine.known(one);
      if (ask) {
        examine.ask(one);
      }
    }
  }
}
