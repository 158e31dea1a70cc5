package dev.prospector.adapter.export.write;

import dev.prospector.adapter.export.record.LeadRecord;
import dev.prospector.error.PortException;

/**
 * Writes leads to one place, in the order given. A file is written beside its place, under its name
 * and {@code .part}, and appears there when it is finished. Not safe for several threads.
 */
public interface LeadWriter extends AutoCloseable {

  /**
   * Writes one lead.
   *
   * @throws PortException if the place cannot be written to
   */
  void write(LeadRecord lead);

  /**
   * Says that all leads were written: what was written takes its place, and what stood there before
   * is gone. Nothing but {@link #close()} is called afterwards.
   *
   * @throws PortException if the place cannot be written to
   */
  void finish();

  /**
   * Ends the writing. What was written and not finished stays, readable, under its name and {@code
   * .part}.
   *
   * @throws PortException if the place cannot be written to
   */
  @Override
  void close();
}
