package dev.prospector.tracking.sink;

/**
 * Names of the meters of calls to language models, and of their tags: those of OpenTelemetry's
 * semantic conventions for generative AI where there are such, ours for what things cost.
 */
public final class GenAiNames {

  /** Summary of the tokens of prompt and answer of a call; tags {@link #MODEL}. */
  public static final String TOKENS = "gen_ai.client.token.usage";

  /** Counter of calls; tags {@link #MODEL}, {@link #ENDING} and {@link MetricNames#STEP}. */
  public static final String CALLS = "prospector.model.calls";

  /** Counter of money, in whole units of a currency; tags {@link #MODEL}, {@link #CURRENCY}. */
  public static final String COST = "prospector.cost.models";

  /** What a model was asked to do: always {@code chat}. */
  public static final String OPERATION = "gen_ai.operation.name";

  /** The name of the model that was asked, or {@code other} beyond the first 200. */
  public static final String MODEL = "gen_ai.request.model";

  /** How a call ended, in lower case. */
  public static final String ENDING = "ending";

  /** An ISO 4217 code. */
  public static final String CURRENCY = "currency";

  private GenAiNames() {}
}
