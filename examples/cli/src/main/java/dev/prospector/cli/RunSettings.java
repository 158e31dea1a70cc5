package dev.prospector.cli;

import dev.prospector.context.BusinessContext;
import dev.prospector.context.Language;
import dev.prospector.error.InputException;
import dev.prospector.pipeline.Pipeline;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a run is made and shown. */
final class RunSettings {

  @Option(
      names = "--pipeline",
      paramLabel = "NAME",
      defaultValue = "standard",
      description = "Which agents work; default: ${DEFAULT-VALUE}.")
  private String pipeline = "standard";

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      defaultValue = "16",
      description = "How many leads are worked on at a time; default: ${DEFAULT-VALUE}.")
  private int concurrency = 16;

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

  @Option(
      names = "--progress",
      paramLabel = "auto|plain|json|none",
      defaultValue = "auto",
      description = "How progress is shown; auto is a bar on a terminal, else lines.")
  private ProgressStyle progress = ProgressStyle.AUTO;

  @Option(names = "--quiet", description = "Say nothing but errors.")
  private boolean quiet;

  /** Returns the settings of a run that a command makes for itself. */
  static RunSettings silent() {
    RunSettings settings = new RunSettings();
    settings.quiet = true;
    return settings;
  }

  /** Refuses what cannot be used, before anything is opened. */
  void check() {
    pipeline();
    concurrency();
  }

  Pipeline pipeline() {
    return ChosenPipeline.named(pipeline);
  }

  int concurrency() {
    if (concurrency < 1 || concurrency > 100_000) {
      throw new InputException("--concurrency is 1 to 100,000, not " + concurrency);
    }
    return concurrency;
  }

  /** Returns the context in the language that was asked for. */
  BusinessContext inLanguage(BusinessContext context) {
    if (language == null) {
      return context;
    }
    Language chosen =
        Language.of(language)
            .orElseThrow(
                () -> new InputException("--lang is pt-BR, en or es, not '" + language + "'"));
    return context.toBuilder().language(chosen).build();
  }

  Clock clock() {
    return asOf == null
        ? Clock.systemUTC()
        : Clock.fixed(asOf.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
  }

  ProgressStyle progress() {
    return quiet ? ProgressStyle.NONE : progress;
  }

  boolean quiet() {
    return quiet;
  }
}
