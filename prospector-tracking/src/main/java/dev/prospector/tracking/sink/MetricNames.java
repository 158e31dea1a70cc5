package dev.prospector.tracking.sink;

/** Names of the meters of a {@link MicrometerSink}, and of their tags. */
public final class MetricNames {

  /** Counter of events; tag {@link #TYPE}. */
  public static final String EVENTS = "prospector.events";

  /** Counter of how steps ended or went on; tags {@link #STEP} and {@link #OUTCOME}. */
  public static final String STEPS = "prospector.steps";

  /** Timer of steps from their beginning to their end; tag {@link #STEP}. */
  public static final String STEP_DURATION = "prospector.step.duration";

  /** Counter of claims that fell for want of a quote; tag {@link #STEP}. */
  public static final String REJECTED_CLAIMS = "prospector.claims.rejected";

  /** Counter of leads that ended; tag {@link #STATUS}. */
  public static final String LEADS = "prospector.leads";

  /** Timer of leads from their beginning to their end. */
  public static final String LEAD_DURATION = "prospector.lead.duration";

  /** Counter of runs that ended; tag {@link #STATE}. */
  public static final String RUNS = "prospector.runs";

  /** The kind of event, such as {@code lead.finished}. */
  public static final String TYPE = "type";

  /** The agent's id, or {@code other} beyond the first 200 different ones. */
  public static final String STEP = "step";

  /** What became of a step, such as {@code completed}. */
  public static final String OUTCOME = "outcome";

  /** The status of a lead, in lower case. */
  public static final String STATUS = "status";

  /** The state of a run, in lower case. */
  public static final String STATE = "state";

  private MetricNames() {}
}
