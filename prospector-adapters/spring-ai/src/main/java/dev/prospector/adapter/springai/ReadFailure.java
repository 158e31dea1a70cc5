package dev.prospector.adapter.springai;

import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.error.UnansweredException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an exception of Spring AI means, by the status that it begins with. A provider's own words
 * are not passed on: some repeat the key that they refuse.
 */
final class ReadFailure {

  private static final Pattern STATUS = Pattern.compile("^(?:HTTP )?([345]\\d\\d)\\b");
  private static final int DEEPEST = 20;

  private ReadFailure() {}

  /** Returns whether a thread was interrupted below. */
  static boolean isInterruption(Throwable failure) {
    return chain(failure).anyMatch(InterruptedException.class::isInstance);
  }

  private static Stream<Throwable> chain(Throwable failure) {
    return Stream.iterate(failure, t -> t != null, Throwable::getCause).limit(DEEPEST);
  }

  static PortException of(RuntimeException failure, String model) {
    Optional<Integer> status = status(failure);
    String kind = failure.getClass().getSimpleName();
    if (status.isPresent()) {
      return new PortException(
          model, kind + " with status " + status.get(), advice(status.get(), failure));
    }
    return kind.equals("NonTransientAiException")
        ? new PortException(model, kind, RetryAdvice.never())
        : new UnansweredException(
            model, kind + "; whether it was answered is not known", RetryAdvice.backOff(), null);
  }

  private static Optional<Integer> status(Throwable failure) {
    return chain(failure)
        .map(t -> STATUS.matcher(String.valueOf(t.getMessage())))
        .filter(Matcher::find)
        .map(found -> Integer.valueOf(found.group(1)))
        .findFirst();
  }

  private static RetryAdvice advice(int status, RuntimeException failure) {
    return switch (status) {
      case 400 -> isTooLong(failure) ? RetryAdvice.shorten() : RetryAdvice.never();
      case 401, 402, 403, 404 -> RetryAdvice.mend();
      case 429 -> RetryAdvice.ease();
      case 408, 409 -> RetryAdvice.backOff();
      default -> status >= 500 ? RetryAdvice.backOff() : RetryAdvice.never();
    };
  }

  private static boolean isTooLong(RuntimeException failure) {
    String said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return said.contains("context_length_exceeded")
        || said.contains("maximum context")
        || said.contains("context window")
        || said.contains("prompt is too long")
        || said.contains("too many tokens");
  }
}
