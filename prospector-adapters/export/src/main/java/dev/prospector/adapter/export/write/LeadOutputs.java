package dev.prospector.adapter.export.write;

import dev.prospector.adapter.export.record.LeadRecord;
import dev.prospector.error.PortException;
import dev.prospector.run.LeadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Several outputs of one run, each on its own: one that fails is closed and left out from then on,
 * and the others go on. Not safe for several threads.
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
    if (!writers.isEmpty()) {
      LeadRecord lead = LeadRecord.of(result);
      forEach(writer -> writer.write(lead));
    }
  }

  /** Finishes every output that still works. */
  public void finish() {
    forEach(LeadWriter::finish);
  }

  private void forEach(Consumer<LeadWriter> action) {
    for (LeadWriter writer : List.copyOf(writers)) {
      try {
        action.accept(writer);
      } catch (PortException e) {
        failures.add(e);
        writers.remove(writer);
        closeFailed(writer);
      }
    }
  }

  /** Why it failed is known; that its end fails as well says nothing new. */
  private static void closeFailed(LeadWriter writer) {
    try {
      writer.close();
    } catch (PortException e) {
      return;
    }
  }

  /** Returns whether an output is left that works. */
  public boolean working() {
    return !writers.isEmpty();
  }

  /** Returns what failed so far, one for each output, in order. */
  public List<PortException> failures() {
    return List.copyOf(failures);
  }

  /** Ends every output; what fails is found in {@link #failures()}. */
  @Override
  public void close() {
    for (LeadWriter writer : writers) {
      try {
        writer.close();
      } catch (PortException e) {
        failures.add(e);
      }
    }
    writers.clear();
  }
}
