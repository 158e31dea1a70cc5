package dev.prospector.adapter.langchain4j;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.exception.RateLimitException;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.error.UnansweredException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an exception of LangChain4j means. A provider's own words are not passed on: some repeat the
 * key that they refuse.
 */
final class ReadFailure {

  private ReadFailure() {}

  static boolean isFilter(RuntimeException failure) {
    return failure instanceof ContentFilteredException;
  }

  /** Returns whether a thread was interrupted below. */
  static boolean isInterruption(Throwable failure) {
    return Stream.iterate(failure, t -> t != null, Throwable::getCause)
        .limit(20)
        .anyMatch(InterruptedException.class::isInstance);
  }

  static PortException of(RuntimeException failure, String model) {
    Optional<RetryAdvice> advice = advice(failure);
    String what = what(failure);
    return advice.isPresent()
        ? new PortException(model, what, advice.get())
        : new UnansweredException(
            model, what + "; whether it was answered is not known", RetryAdvice.backOff(), null);
  }

  private static String what(RuntimeException failure) {
    Optional<Integer> status = status(failure);
    return failure.getClass().getSimpleName() + status.map(s -> " with status " + s).orElse("");
  }

  private static Optional<Integer> status(Throwable failure) {
    return Stream.iterate(failure, t -> t != null, Throwable::getCause)
        .limit(20)
        .filter(HttpException.class::isInstance)
        .map(t -> ((HttpException) t).statusCode())
        .findFirst();
  }

  /** Returns what to do; nothing if the provider may have done the work. */
  private static Optional<RetryAdvice> advice(RuntimeException failure) {
    if (failure instanceof RateLimitException) {
      return Optional.of(RetryAdvice.ease());
    } else if (failure instanceof AuthenticationException
        || failure instanceof ModelNotFoundException) {
      return Optional.of(RetryAdvice.mend());
    } else if (failure instanceof InvalidRequestException) {
      return Optional.of(isTooLong(failure) ? RetryAdvice.shorten() : RetryAdvice.never());
    } else if (failure instanceof InternalServerException) {
      return Optional.of(RetryAdvice.backOff());
    }
    Optional<RetryAdvice> byStatus = status(failure).map(ReadFailure::byStatus);
    boolean final_ = failure instanceof NonRetriableException;
    return byStatus.or(() -> final_ ? Optional.of(RetryAdvice.never()) : Optional.empty());
  }

  private static RetryAdvice byStatus(int status) {
    return switch (status) {
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
