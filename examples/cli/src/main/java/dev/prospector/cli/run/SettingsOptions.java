package dev.prospector.cli.run;

import dev.prospector.agents.Pipelines;
import dev.prospector.agents.qualification.Tier;
import dev.prospector.agents.route.Split;
import dev.prospector.cli.lookup.LookUpSettings;
import dev.prospector.cli.model.ModelOptions;
import dev.prospector.error.InputException;
import dev.prospector.pipeline.Pipeline;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
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
      names = "--gate",
      paramLabel = "TIER",
      description =
          "The lowest tier that is argued for and written to: high, medium, low or not-qualified;"
              + " default: low. What is unknown stops no lead.")
  private @Nullable String gate;

  @Option(
      names = "--split",
      paramLabel = "WAY=SHARE",
      description =
          "Draws the way of each lead by its id, to compare them: full=0.5,persona-first=0.5. What"
              + " no share covers goes as rules choose. Goes with --pipeline adaptive.")
  private @Nullable String split;

  @Option(
      names = "--split-seed",
      paramLabel = "WORD",
      defaultValue = "1",
      description = "Another one draws anew; default: ${DEFAULT-VALUE}.")
  private String seed = "1";

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      defaultValue = "" + RunSettings.USUAL_CONCURRENCY,
      description = "How many leads are worked on at a time; default: ${DEFAULT-VALUE}.")
  private int concurrency = RunSettings.USUAL_CONCURRENCY;

  @Option(
      names = {"--lang", "--language"},
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
    return checked(LookUpSettings.none());
  }

  /** Returns the settings with what is looked up beside pages, if they can be used. */
  public RunSettings checked(LookUpSettings lookUps) {
    RunSettings settings =
        new RunSettings(
            gated(),
            concurrency,
            Optional.ofNullable(language),
            Optional.ofNullable(asOf),
            model.checked(lookUps.spends()),
            Optional.empty(),
            lookUps);
    settings.requirePipeline();
    settings.check();
    return settings;
  }

  private String gated() {
    if (split != null) {
      return drawn(split);
    }
    if (gate == null) {
      return pipeline;
    }
    Tier least = tier(gate);
    return Pipelines.named(pipeline, least)
        .map(Pipeline::name)
        .orElseThrow(
            () ->
                new InputException(
                    "--gate goes with --pipeline enhanced, persona-first or adaptive, not with '"
                        + pipeline
                        + "'"));
  }

  private String drawn(String shares) {
    if (!pipeline.equals("adaptive")) {
      throw new InputException(
          "--split goes with --pipeline adaptive, not with '" + pipeline + "'");
    }
    return Pipelines.split(Split.of(shares, seed), gate == null ? Tier.LOW : tier(gate)).name();
  }

  private static Tier tier(String name) {
    String code = name.toUpperCase(Locale.ROOT).replace('-', '_');
    return Stream.of(Tier.values())
        .filter(tier -> tier.name().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "--gate is high, medium, low or not-qualified, not '" + name + "'"));
  }

  /** Returns the file that exchanges of the live web are recorded in. */
  public Optional<Path> recordedPages() {
    return model.recordedPages();
  }
}
