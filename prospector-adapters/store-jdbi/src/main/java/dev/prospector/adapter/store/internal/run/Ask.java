package dev.prospector.adapter.store.internal.run;

import dev.prospector.error.LeaseLostException;
import dev.prospector.error.RunException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A request and what its caller is told. The writer's thread leaves the answer here, anew each time
 * that it tries the transaction, and the caller takes it once the transaction is durable.
 */
final class Ask<R> {

  private final RunRequest<R> request;
  private Optional<R> told = Optional.empty();
  private Optional<RuntimeException> refusal = Optional.empty();

  Ask(RunRequest<R> request) {
    this.request = request;
  }

  RunRequest<R> request() {
    return request;
  }

  void answer(Answering by) throws SQLException {
    told = Optional.empty();
    refusal = Optional.empty();
    try {
      told = Optional.of(request.answer(by));
    } catch (RunException | LeaseLostException | IllegalArgumentException e) {
      refusal = Optional.of(e);
    }
  }

  /** Returns the answer, or throws what refused the request. */
  R told() {
    if (refusal.isPresent()) {
      // Made in the writer's thread; here the caller sees its own stack.
      refusal.get().fillInStackTrace();
      throw refusal.get();
    }
    return told.orElseThrow();
  }
}
