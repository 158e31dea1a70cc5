package dev.prospector.http;

import dev.prospector.error.AddressRefusedException;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.error.UnansweredException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How transports say what went wrong: with the origin, and without path, query or headers. */
public final class TransportErrors {

  private static final String PORT = "http";

  private TransportErrors() {}

  /** Says that what is to be sent cannot be written as HTTP, without repeating it. */
  public static PortException notSendable(HttpRequest request) {
    return new PortException(
        PORT,
        request + " cannot be sent: its address or a header is not allowed; correct it",
        RetryAdvice.never());
  }

  /** Says that nothing was sent, as where no connection was made. */
  public static PortException notSent(HttpRequest request, @Nullable Throwable cause) {
    return new PortException(
        PORT, "no connection" + kind(cause) + " for " + request, RetryAdvice.backOff(), cause);
  }

  /** Says that the host has no address. */
  public static PortException unknownHost(HttpRequest request) {
    return new PortException(
        PORT, "the host of " + request + " cannot be found", RetryAdvice.backOff());
  }

  /** Says that the request may have arrived. */
  public static PortException unanswered(HttpRequest request, @Nullable Throwable cause) {
    if (cause instanceof TooLargeException) {
      return new UnansweredException(
          PORT, cause.getMessage() + ": " + request, RetryAdvice.never(), cause);
    }
    return new UnansweredException(
        PORT, "no whole answer" + kind(cause) + " to " + request, RetryAdvice.backOff(), cause);
  }

  /** Says that the time was over. */
  public static PortException late(HttpRequest request, boolean sent) {
    String what = "no whole answer within " + request.limits().timeout() + " to " + request;
    return sent
        ? new UnansweredException(PORT, what, RetryAdvice.backOff(), null)
        : new PortException(PORT, what, RetryAdvice.backOff());
  }

  /** Says that a policy refused an address. */
  public static AddressRefusedException refused(HttpRequest request, String objection) {
    return new AddressRefusedException(PORT, request.toString(), objection);
  }

  /**
   * Asks a request's policy about an address.
   *
   * @throws AddressRefusedException if it is refused
   */
  public static void check(HttpRequest request, InetAddress address) {
    Optional<String> objection =
        request.addresses().objection(request.url().host(), request.url().port(), address);
    if (objection.isPresent()) {
      throw refused(request, objection.get());
    }
  }

  private static String kind(@Nullable Throwable cause) {
    if (cause == null) {
      return "";
    }
    return cause instanceof IOException ? " (" + cause.getClass().getSimpleName() + ")" : "";
  }
}
