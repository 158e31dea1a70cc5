package dev.prospector.spring.actuate;

import dev.prospector.Prospector;
import dev.prospector.event.EventSink;
import dev.prospector.event.RunEvent;
import dev.prospector.tracking.sink.MicrometerSink;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.ObjectProvider;

/** Counts what happens in every registry of the application, and how many runs are worked on. */
final class ProspectorMeters implements MeterBinder, EventSink {

  private final ObjectProvider<Prospector> prospector;
  private final List<MicrometerSink> sinks = new CopyOnWriteArrayList<>();

  /** The Prospector is asked for later, since it is given this as a sink. */
  ProspectorMeters(ObjectProvider<Prospector> prospector) {
    this.prospector = prospector;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    sinks.add(MicrometerSink.to(registry));
    Gauge.builder("prospector.runs.active", prospector, p -> p.getObject().active().size())
        .description("Runs that this process works on")
        .register(registry);
  }

  @Override
  public void accept(RunEvent event) {
    sinks.forEach(sink -> sink.accept(event));
  }
}
