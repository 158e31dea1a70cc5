package dev.prospector.http;

import java.io.IOException;

/**
 * Sends HTTP requests for adapters: bytes out, bytes in, no redirect followed, nothing decoded, no
 * cookie kept, nothing tried twice. Implementations are safe for several threads.
 */
public interface HttpTransport {

  /**
   * Reads an answer while it arrives.
   *
   * @param <T> what is made of it
   */
  @FunctionalInterface
  interface Reader<T> {

    /** Returns what is made of an answer; it may be left before its end. */
    T read(HttpAnswer answer) throws IOException;
  }

  /**
   * Sends one request, and has its answer read while it arrives. The reader runs before this method
   * returns, perhaps in another thread.
   *
   * @return what the reader returned, for any status
   * @throws dev.prospector.error.UnansweredException if the request may have arrived and its answer
   *     was not read
   * @throws dev.prospector.error.AddressRefusedException if the request's policy refused an address
   *     of the host; nothing was sent
   * @throws dev.prospector.error.PortException if it was not sent
   * @throws dev.prospector.error.ConfigurationException if this transport {@link #isGuarding()
   *     cannot hold} the request to its policy; nothing was sent
   * @throws InterruptedException if interrupted while waiting
   */
  <T> T exchange(HttpRequest request, Reader<T> reader) throws InterruptedException;

  /** Sends one request and returns the whole answer; throws as {@link #exchange} does. */
  default HttpResponse send(HttpRequest request) throws InterruptedException {
    return exchange(request, HttpAnswer::whole);
  }

  /**
   * Returns whether it connects to checked addresses of named hosts alone. One that does not can be
   * used under {@link AddressPolicy#any()}, and for hosts that are written as addresses.
   */
  default boolean isGuarding() {
    return true;
  }
}
