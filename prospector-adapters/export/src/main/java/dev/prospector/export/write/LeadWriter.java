package dev.prospector.export.write;

import dev.prospector.error.PortException;
import dev.prospector.export.record.LeadRecord;

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
