package dev.prospector.adapter.export.write;

import dev.prospector.adapter.export.record.LeadRecord;
import dev.prospector.error.PortException;

/**
 * Writes leads to one place, in the order given. Not safe for several threads.
 *
 * <p>What is written is complete only after closing.
 */
public interface LeadWriter extends AutoCloseable {

  /**
   * Writes one lead.
   *
   * @throws PortException if the place cannot be written to
   */
  void write(LeadRecord lead);

  /**
   * Ends the writing.
   *
   * @throws PortException if the place cannot be written to
   */
  @Override
  void close();
}
