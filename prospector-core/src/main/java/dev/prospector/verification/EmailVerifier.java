package dev.prospector.verification;

import dev.prospector.lookup.Source;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says what can be known of an e-mail address without writing to it. Whether there is a mailbox of
 * that name is never asked. Implementations are safe for several threads.
 */
public interface EmailVerifier extends Source {

  /** Returns whether anything is verified. */
  default boolean isConfigured() {
    return true;
  }

  /**
   * Verifies an address. Whatever goes wrong on the way gives {@code UNKNOWN}, never an error.
   *
   * @throws InterruptedException if interrupted while waiting
   */
  EmailVerdict verify(String address) throws InterruptedException;

  /**
   * Verifies addresses; one whose domain was asked about already is not asked about again.
   *
   * @return a verdict for each, in their order
   * @throws InterruptedException if interrupted while waiting
   */
  default Map<String, EmailVerdict> verifyAll(Collection<String> addresses)
      throws InterruptedException {
    Map<String, EmailVerdict> verdicts = new LinkedHashMap<>();
    for (String address : addresses) {
      if (!verdicts.containsKey(address)) {
        verdicts.put(address, verify(address));
      }
    }
    return verdicts;
  }

  /** Returns a verifier that verifies nothing, and says so. */
  static EmailVerifier none() {
    return NoEmailVerifier.INSTANCE;
  }
}
