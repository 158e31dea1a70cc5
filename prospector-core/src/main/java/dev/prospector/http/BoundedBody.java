package dev.prospector.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Takes an answer's bytes, up to so many; one more ends the connection. */
final class BoundedBody implements BodySubscriber<byte[]> {

  /** The body has more bytes than are allowed. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;
  }

  private final BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
  private Flow.@Nullable Subscription subscription;
  private long left;

  BoundedBody(int most) {
    left = most;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription to) {
    subscription = to;
    whole.onSubscribe(to);
  }

  @Override
  public void onNext(List<ByteBuffer> some) {
    if (left < 0) {
      return; // What was on its way when the connection was ended.
    }
    left -= some.stream().mapToLong(ByteBuffer::remaining).sum();
    if (left >= 0) {
      whole.onNext(some);
      return;
    }
    if (subscription != null) {
      subscription.cancel();
    }
    whole.onError(new TooLarge());
  }

  @Override
  public void onError(Throwable failure) {
    whole.onError(failure);
  }

  @Override
  public void onComplete() {
    whole.onComplete();
  }
}
