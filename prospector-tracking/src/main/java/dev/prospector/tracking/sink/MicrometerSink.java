package dev.prospector.tracking.sink;

import dev.prospector.event.EventSink;
import dev.prospector.event.EventTypes;
import dev.prospector.event.RunEvent;
import dev.prospector.money.Money;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times events with Micrometer, under the names of {@link MetricNames} and {@link
 * GenAiNames}. Tags have few values: neither runs nor leads appear in them. Durations are those
 * between the events' own times.
 *
 * <p>Safe for several threads, and so for several runs.
 */
public final class MicrometerSink implements EventSink {

  private static final int MOST_STEPS = 200;

  private final MeterRegistry registry;
  private final ReentrantLock lock = new ReentrantLock();
  private final Set<String> steps = new HashSet<>();
  private final Set<String> models = new HashSet<>();
  private final Beginnings beginnings = new Beginnings();

  private MicrometerSink(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Counts in a registry. */
  public static MicrometerSink to(MeterRegistry registry) {
    return new MicrometerSink(registry);
  }

  @Override
  public void accept(RunEvent event) {
    lock.lock();
    try {
      String type = EventTypes.of(event);
      registry.counter(MetricNames.EVENTS, MetricNames.TYPE, type).increment();
      ofStep(event, type.substring(type.indexOf('.') + 1));
      ofLead(event);
      ofRun(event);
      ofCall(event);
    } finally {
      lock.unlock();
    }
  }

  private void ofStep(RunEvent event, String outcome) {
    if (event instanceof RunEvent.StepStarted started) {
      beginnings.begin(event, started.step());
    } else if (event instanceof RunEvent.StepCompleted completed) {
      count(completed.step(), outcome);
      time(event, completed.step());
      registry
          .counter(MetricNames.REJECTED_CLAIMS, MetricNames.STEP, tag(completed.step()))
          .increment(completed.rejectedClaims());
    } else if (event instanceof RunEvent.StepFailed failed) {
      count(failed.step(), outcome);
      time(event, failed.step());
    } else if (event instanceof RunEvent.StepReused reused) {
      count(reused.step(), outcome);
    } else if (event instanceof RunEvent.StepFellBack fellBack) {
      count(fellBack.step(), outcome);
    } else if (event instanceof RunEvent.StepRetried retried) {
      count(retried.step(), outcome);
    } else if (event instanceof RunEvent.StepSkipped skipped) {
      count(skipped.step(), outcome);
    }
  }

  private void ofLead(RunEvent event) {
    if (event instanceof RunEvent.LeadStarted) {
      beginnings.begin(event, "");
    } else if (event instanceof RunEvent.LeadFinished finished) {
      registry.counter(MetricNames.LEADS, MetricNames.STATUS, lower(finished.status())).increment();
      beginnings
          .end(event, "")
          .ifPresent(took -> registry.timer(MetricNames.LEAD_DURATION).record(took));
    }
  }

  private void ofCall(RunEvent event) {
    if (event instanceof RunEvent.CallSettled call) {
      String model = tag(models, call.which().model());
      String ending = lower(call.ending());
      String step = tag(call.which().step());
      registry
          .counter(
              GenAiNames.CALLS,
              GenAiNames.MODEL,
              model,
              GenAiNames.ENDING,
              ending,
              MetricNames.STEP,
              step)
          .increment();
      registry
          .summary(GenAiNames.TOKENS, GenAiNames.MODEL, model, GenAiNames.OPERATION, "chat")
          .record(call.usage().tokens());
      cost(model, call.usage().money());
    }
  }

  private void cost(String model, @Nullable Money money) {
    if (money != null) {
      registry
          .counter(
              GenAiNames.COST,
              GenAiNames.MODEL,
              model,
              GenAiNames.CURRENCY,
              money.currency().getCurrencyCode())
          .increment(money.amount().doubleValue());
    }
  }

  private void ofRun(RunEvent event) {
    if (event instanceof RunEvent.RunFinished finished) {
      registry.counter(MetricNames.RUNS, MetricNames.STATE, lower(finished.state())).increment();
    }
  }

  private void count(String step, String outcome) {
    registry
        .counter(MetricNames.STEPS, MetricNames.STEP, tag(step), MetricNames.OUTCOME, outcome)
        .increment();
  }

  private void time(RunEvent event, String step) {
    beginnings
        .end(event, step)
        .ifPresent(
            took ->
                registry
                    .timer(MetricNames.STEP_DURATION, MetricNames.STEP, tag(step))
                    .record(took));
  }

  private String tag(String step) {
    return tag(steps, step);
  }

  /** Only so many different values get a meter of their own. */
  private static String tag(Set<String> known, String value) {
    if (known.size() < MOST_STEPS) {
      known.add(value);
    }
    return known.contains(value) ? value : "other";
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
