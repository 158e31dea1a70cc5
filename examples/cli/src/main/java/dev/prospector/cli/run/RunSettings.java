package dev.prospector.cli.run;

import dev.prospector.agent.Resource;
import dev.prospector.agents.Pipelines;
import dev.prospector.cli.lookup.LookUpSettings;
import dev.prospector.cli.model.ModelSettings;
import dev.prospector.context.BusinessContext;
import dev.prospector.context.Language;
import dev.prospector.error.InputException;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.RetryPolicy;
import dev.prospector.run.RunOptions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How a run is made.
 *
 * @param pipeline the name of a pipeline
 * @param concurrency how many leads are worked on at a time
 * @param language of what is written for people; the context's if empty
 * @param asOf the day as of which ages count; the run's first if empty
 * @param model which models are asked, and what may be spent
 * @param live how pages are read from the live web; not at all if empty
 * @param lookUps what else is asked outside
 */
public record RunSettings(
    String pipeline,
    int concurrency,
    Optional<String> language,
    Optional<LocalDate> asOf,
    ModelSettings model,
    Optional<LiveReading> live,
    LookUpSettings lookUps) {

  /** A network that is away for some seconds costs no lead its pages. */
  private static final RetryPolicy OF_THE_WEB =
      new RetryPolicy(4, Duration.ofMillis(500), Duration.ofSeconds(30));

  static final String USUAL_PIPELINE = "standard";
  static final int USUAL_CONCURRENCY = 16;

  public static RunSettings defaults() {
    return new RunSettings(
        USUAL_PIPELINE,
        USUAL_CONCURRENCY,
        Optional.empty(),
        Optional.empty(),
        ModelSettings.none(),
        Optional.empty(),
        LookUpSettings.none());
  }

  public RunSettings withPipeline(String name) {
    return new RunSettings(name, concurrency, language, asOf, model, live, lookUps);
  }

  RunSettings withConcurrency(int leads) {
    return new RunSettings(pipeline, leads, language, asOf, model, live, lookUps);
  }

  public RunSettings withModel(ModelSettings chosen) {
    return new RunSettings(pipeline, concurrency, language, asOf, chosen, live, lookUps);
  }

  public RunSettings withLive(LiveReading reading) {
    return new RunSettings(
        pipeline, concurrency, language, asOf, model, Optional.of(reading), lookUps);
  }

  /** Returns these settings with what is looked up beside pages. */
  public RunSettings withLookUps(LookUpSettings chosen) {
    return new RunSettings(pipeline, concurrency, language, asOf, model, live, chosen);
  }

  /** Refuses what cannot be used, before anything is opened. */
  public void check() {
    if (concurrency < 1 || concurrency > 100_000) {
      throw new InputException("--concurrency is 1 to 100,000, not " + concurrency);
    }
  }

  /** What ships is known by its name; whether there is another one is seen by making it. */
  void requirePipeline() {
    if (!Pipelines.names().contains(pipeline)) {
      chosenPipeline();
    }
  }

  /** Returns whether an agent of the pipeline asks a search. */
  public boolean searches() {
    return chosenPipeline().plan().steps().stream()
        .anyMatch(step -> step.spec().resources().contains(Resource.SEARCH));
  }

  Pipeline chosenPipeline() {
    return Workshop.USUAL.pipeline(pipeline);
  }

  /** Returns the context in the language that was asked for. */
  BusinessContext inLanguage(BusinessContext context) {
    return language.map(tag -> context.toBuilder().language(language(tag)).build()).orElse(context);
  }

  public static Language language(String tag) {
    return Language.of(tag)
        .orElseThrow(() -> new InputException("--lang is pt-BR, en or es, not '" + tag + "'"));
  }

  public RunOptions options() {
    RunOptions chosen = model.in(RunOptions.defaults().withConcurrency(concurrency));
    RunOptions options = live.isPresent() ? chosen.withRetry(OF_THE_WEB) : chosen;
    return asOf.map(day -> options.withAsOf(day.atStartOfDay().toInstant(ZoneOffset.UTC)))
        .orElse(options);
  }
}
