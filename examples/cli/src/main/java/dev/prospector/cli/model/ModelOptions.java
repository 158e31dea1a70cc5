package dev.prospector.cli.model;

import dev.prospector.error.InputException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which models are asked and what may be spent, as it is said on the command line. */
public final class ModelOptions {

  @Option(
      names = "--model",
      paramLabel = "PROVIDER:NAME[,...]",
      description = {
        "A language model on top of the rules; more of them are asked where the first cannot.",
        "Its key comes from the environment, such as OPENAI_API_KEY."
      })
  private @Nullable String model;

  @Option(
      names = "--model-for",
      paramLabel = "ROLE=PROVIDER:NAME[,...]",
      description = "Others for a role: extract, reason or write.")
  private Map<String, String> roles = new LinkedHashMap<>();

  @Option(
      names = "--model-url",
      paramLabel = "URL",
      description = "Where the model is, if not at its provider's usual address.")
  private @Nullable String url;

  @Option(
      names = "--effort",
      paramLabel = "none|low|medium|high",
      description = "How long models think; default: as each prompt says.")
  private @Nullable String effort;

  @Option(
      names = "--when-down",
      paramLabel = "rules|wait",
      description = "Whether rules take over from a provider that is down, or calls wait an hour.")
  private @Nullable String whenDown;

  @Option(
      names = "--when-spent",
      paramLabel = "rules|stop",
      description = "Whether a run goes on by rules when a limit is reached, or takes no new lead.")
  private @Nullable String whenSpent;

  @Option(
      names = "--max-cost",
      paramLabel = "AMOUNT[CURRENCY]",
      description = "The most money for the run: 5.00 or 5.00USD.")
  private @Nullable String maxCost;

  @Option(
      names = "--max-cost-per-lead",
      paramLabel = "AMOUNT[CURRENCY]",
      description = "The most money for one lead.")
  private @Nullable String maxCostPerLead;

  @Option(names = "--max-tokens", paramLabel = "N", description = "The most tokens for the run.")
  private @Nullable Long maxTokens;

  @Option(names = "--max-calls", paramLabel = "N", description = "The most calls for the run.")
  private @Nullable Long maxCalls;

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description = "Prices in front of those that ship, in the form of genai-prices.")
  private @Nullable Path prices;

  @Option(
      names = "--no-redaction",
      description = "Tell the model personal data that is held back otherwise.")
  private boolean noRedaction;

  @Option(
      names = "--no-joint",
      description = "Ask each agent by itself, also those that the pipeline asks in one request.")
  private boolean noJoint;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description =
          "Add questions and answers of models to a file, as JSON Lines; a file .warc or .warc.gz"
              + " takes every exchange with the live web instead. May be given for both.")
  private List<Path> records = List.of();

  @Option(
      names = "--replay",
      paramLabel = "FILE",
      description = "Replay answers from such a file, free of charge and without any request.")
  private @Nullable Path replay;

  /** Returns what was chosen, if it can be used. */
  public ModelSettings checked() {
    return checked(false);
  }

  /**
   * Returns what was chosen, if it can be used.
   *
   * @param spends whether something else than models is paid for, so that limits go without one
   */
  public ModelSettings checked(boolean spends) {
    Map<String, String> values = new LinkedHashMap<>();
    put(values, "model", model);
    roles.forEach((role, chain) -> put(values, "for." + role, chain));
    put(values, "url", url);
    put(values, "effort", effort);
    put(values, "when-down", whenDown);
    put(values, "when-spent", whenSpent);
    put(values, "max-cost", maxCost);
    put(values, "max-cost-per-lead", maxCostPerLead);
    put(values, "max-tokens", maxTokens);
    put(values, "max-calls", maxCalls);
    put(values, "prices", prices == null ? null : prices.toAbsolutePath());
    put(values, "no-redaction", noRedaction ? "true" : null);
    put(values, "no-joint", noJoint ? "true" : null);
    one(file -> !isWarc(file)).ifPresent(file -> put(values, "record", file.toAbsolutePath()));
    put(values, "replay", replay == null ? null : replay.toAbsolutePath());
    ModelSettings settings = new ModelSettings(values);
    settings.check(spends);
    return settings;
  }

  /** Returns where exchanges with the live web are to be recorded. */
  public Optional<Path> recordedPages() {
    return one(ModelOptions::isWarc);
  }

  private Optional<Path> one(Predicate<Path> wanted) {
    List<Path> files = records.stream().filter(wanted).toList();
    if (files.size() > 1) {
      throw new InputException("--record is given twice for the same: " + files);
    }
    return files.stream().findFirst();
  }

  private static boolean isWarc(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".warc") || name.endsWith(".warc.gz");
  }

  /** Returns whether a model was named. */
  public boolean names() {
    return model != null || !roles.isEmpty();
  }

  private static void put(Map<String, String> values, String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value.toString());
    }
  }
}
