package dev.prospector.adapter.okhttp;

import dev.prospector.error.PortException;
import dev.prospector.http.HttpAnswer;
import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.TransportErrors;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** One request and the reading of its answer, in a thread of the client's. */
final class OneExchange<T> implements Callback {

  private final HttpRequest request;
  private final HttpTransport.Reader<T> reader;
  private final Sending sending;
  private final CompletableFuture<T> result = new CompletableFuture<>();

  OneExchange(HttpRequest request, HttpTransport.Reader<T> reader, Sending sending) {
    this.request = request;
    this.reader = reader;
    this.sending = sending;
  }

  T run(Call call) throws InterruptedException {
    call.enqueue(this);
    try {
      return result.get();
    } catch (InterruptedException e) {
      call.cancel();
      throw e;
    } catch (ExecutionException e) {
      throw failed(e.getCause());
    }
  }

  @Override
  public void onFailure(Call call, IOException failure) {
    result.completeExceptionally(failure);
  }

  @Override
  public void onResponse(Call call, Response response) {
    try (response;
        InputStream body = response.body().byteStream()) {
      result.complete(
          reader.read(
              HttpAnswer.received(
                  response.code(), response.headers().toMultimap(), body, request.limits())));
    } catch (Throwable e) {
      call.cancel(); // What was not read is not wanted.
      result.completeExceptionally(e);
    }
  }

  private RuntimeException failed(@Nullable Throwable cause) {
    if (cause instanceof Error e) {
      throw e;
    }
    if (cause instanceof RuntimeException e) {
      return e;
    }
    if (cause instanceof CheckedDns.Refused e) {
      return TransportErrors.refused(request, String.valueOf(e.getMessage()));
    }
    if (cause instanceof UnknownHostException) {
      return TransportErrors.unknownHost(request);
    }
    return sent(cause);
  }

  private PortException sent(@Nullable Throwable cause) {
    if (cause instanceof InterruptedIOException && "timeout".equals(cause.getMessage())) {
      return TransportErrors.late(request, sending.hasBegun());
    }
    return sending.hasBegun()
        ? TransportErrors.unanswered(request, cause)
        : TransportErrors.notSent(request, cause);
  }
}
