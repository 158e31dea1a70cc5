package dev.prospector.adapter.export.write;

import dev.prospector.adapter.export.record.LeadRecord;
import dev.prospector.error.PortException;
import dev.prospector.run.LeadResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Several outputs of one run. One that fails is closed and left out from then on; the others go on.
 * Not safe for several threads.
 */
public final class LeadOutputs implements AutoCloseable {

  private final List<LeadWriter> writers;
  private final List<PortException> failures = new ArrayList<>();

  private LeadOutputs(List<LeadWriter> writers) {
    this.writers = new ArrayList<>(writers);
  }

  /** Returns the outputs together. */
  public static LeadOutputs of(List<? extends LeadWriter> writers) {
    return new LeadOutputs(List.copyOf(writers));
  }

  /** Writes one lead to every output that still works. */
  public void write(LeadResult result) {
    if (writers.isEmpty()) {
      return;
    }
    LeadRecord lead = LeadRecord.of(result);
    for (LeadWriter writer : List.copyOf(writers)) {
      try {
        writer.write(lead);
      } catch (PortException e) {
        failures.add(e);
        writers.remove(writer);
        close(writer);
      }
    }
  }

  /** Returns what failed so far, in order; empty when every output is as it should be. */
  public List<PortException> failures() {
    return List.copyOf(failures);
  }

  /** Ends every output; what fails is found in {@link #failures()}. */
  @Override
  public void close() {
    for (LeadWriter writer : List.copyOf(writers)) {
      close(writer);
    }
    writers.clear();
  }

  private void close(LeadWriter writer) {
    try {
      writer.close();
    } catch (PortException e) {
      failures.add(e);
    }
  }
}
