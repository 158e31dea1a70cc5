package dev.prospector.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An answer's bytes as they arrive, up to a moment: one piece is asked for when the last one was
 * read, so that a slow reader slows the sender down (backpressure).
 */
final class StreamedBody extends InputStream implements BodySubscriber<InputStream> {

  /** What the client tells: bytes, or that there are no more, and why. */
  private record Piece(List<ByteBuffer> bytes, boolean last, @Nullable Throwable failure) {}

  private final LinkedBlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
  private final CompletableFuture<Flow.Subscription> subscribed = new CompletableFuture<>();
  private final long deadline;
  private Piece current = new Piece(List.of(), false, null);
  private int next;

  /**
   * @param deadline by {@link System#nanoTime}
   */
  StreamedBody(long deadline) {
    this.deadline = deadline;
  }

  @Override
  public CompletionStage<InputStream> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    if (subscribed.complete(subscription)) {
      subscription.request(1);
    } else {
      subscription.cancel();
    }
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    pieces.add(new Piece(bytes, false, null));
  }

  @Override
  public void onError(Throwable failure) {
    pieces.add(new Piece(List.of(), true, failure));
  }

  @Override
  public void onComplete() {
    pieces.add(new Piece(List.of(), true, null));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    @Nullable ByteBuffer bytes = bytes();
    if (bytes == null) {
      return -1;
    }
    int count = Math.min(length, bytes.remaining());
    bytes.get(into, offset, count);
    return count;
  }

  /** Returns bytes that were not read yet, or null at the end. */
  private @Nullable ByteBuffer bytes() throws IOException {
    while (true) {
      for (; next < current.bytes().size(); next++) {
        if (current.bytes().get(next).hasRemaining()) {
          return current.bytes().get(next);
        }
      }
      if (current.failure() != null) {
        throw new IOException("the connection failed", current.failure());
      }
      if (current.last()) {
        return null;
      }
      current = piece();
      next = 0;
      if (!current.last()) {
        subscribed.join().request(1);
      }
    }
  }

  private Piece piece() throws IOException {
    try {
      Piece piece = pieces.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (piece == null) {
        throw new HttpTimeoutException("the time for the answer is over");
      }
      return piece;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while reading");
    }
  }

  /** Ends the connection if the answer was not read to its end. */
  @Override
  public void close() {
    var unused = subscribed.thenAccept(Flow.Subscription::cancel);
  }
}
