package dev.prospector.engine.internal.lead;

import dev.prospector.run.LeadResult;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Results as a stream that waits for each one. */
public final class ResultSpliterator extends Spliterators.AbstractSpliterator<LeadResult> {

  private final Supplier<Optional<LeadResult>> next;

  public ResultSpliterator(Supplier<Optional<LeadResult>> next) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
    this.next = next;
  }

  @Override
  public boolean tryAdvance(Consumer<? super LeadResult> action) {
    Optional<LeadResult> result = next.get();
    result.ifPresent(action);
    return result.isPresent();
  }
}
