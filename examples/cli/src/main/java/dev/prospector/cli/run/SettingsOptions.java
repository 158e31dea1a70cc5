package dev.prospector.cli.run;

import dev.prospector.cli.model.ModelOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a run is made, as it is said on the command line. */
public final class SettingsOptions {

  @Option(
      names = "--pipeline",
      paramLabel = "NAME",
      defaultValue = RunSettings.USUAL_PIPELINE,
      description = "Which agents work; default: ${DEFAULT-VALUE}.")
  private String pipeline = RunSettings.USUAL_PIPELINE;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      defaultValue = "" + RunSettings.USUAL_CONCURRENCY,
      description = "How many leads are worked on at a time; default: ${DEFAULT-VALUE}.")
  private int concurrency = RunSettings.USUAL_CONCURRENCY;

  @Option(
      names = "--lang",
      paramLabel = "pt-BR|en|es",
      description = "Language of what is written for people; default: the context's.")
  private @Nullable String language;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The day as of which ages count, such as 2026-11-21; default: today.")
  private @Nullable LocalDate asOf;

  @Mixin private ModelOptions model = new ModelOptions();

  /** Returns the settings, if they can be used. */
  public RunSettings checked() {
    RunSettings settings =
        new RunSettings(
            pipeline,
            concurrency,
            Optional.ofNullable(language),
            Optional.ofNullable(asOf),
            model.checked(),
            Optional.empty());
    settings.chosenPipeline();
    settings.check();
    return settings;
  }

  /** Returns the file that exchanges of the live web are recorded in. */
  public Optional<Path> recordedPages() {
    return model.recordedPages();
  }
}
