package dev.prospector.http;

import dev.prospector.error.ConfigurationException;
import dev.prospector.error.PortException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests with the JDK's own client, which looks names up by itself and cannot be held to
 * addresses that were checked before. So it is for hosts that the operator wrote, such as those of
 * models: under another policy than {@link AddressPolicy#any()} it sends to hosts that are written
 * as addresses, and refuses those with a name. For these there is the transport of {@code
 * dev.prospector:prospector-http-okhttp}.
 *
 * <p>The time of a request covers everything from connecting to the last byte of the answer; an
 * interrupted or late request is given up at once, and its connection ended. How many requests go
 * out at a time is for the caller to limit. Nothing has to be closed. Safe for several threads.
 */
public final class JdkHttpTransport implements HttpTransport {

  private final HttpClient client;

  private JdkHttpTransport(HttpSettings settings) {
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(settings.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(TransportThreads.create())
            .build();
  }

  /** Returns a transport with default settings. */
  public static JdkHttpTransport create() {
    return create(HttpSettings.defaults());
  }

  /** Returns a transport with these settings. */
  public static JdkHttpTransport create(HttpSettings settings) {
    return new JdkHttpTransport(settings);
  }

  @Override
  public boolean isGuarding() {
    return false;
  }

  @Override
  public <T> T exchange(HttpRequest request, Reader<T> reader) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    guard(request);
    long deadline = System.nanoTime() + request.limits().timeout().toNanos();
    CompletableFuture<java.net.http.HttpResponse<InputStream>> answer =
        client.sendAsync(built(request), head -> new StreamedBody(deadline));
    try {
      return read(request, answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS), reader);
    } catch (TimeoutException e) {
      throw TransportErrors.late(request, true);
    } catch (ExecutionException e) {
      throw failed(request, e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private static void guard(HttpRequest request) {
    if (request.addresses().equals(AddressPolicy.any())) {
      return;
    }
    TransportErrors.check(request, request.url().literal().orElseThrow(() -> unguarded(request)));
  }

  private static ConfigurationException unguarded(HttpRequest request) {
    return new ConfigurationException(
        "a guarded connection for " + request,
        List.of(
            "the JDK's client looks hosts up by itself and cannot be held to checked addresses:"
                + " give the transport of dev.prospector:prospector-http-okhttp"));
  }

  private static java.net.http.HttpRequest built(HttpRequest request) {
    try {
      java.net.http.HttpRequest.Builder builder =
          java.net.http.HttpRequest.newBuilder(request.url().toUri())
              .method(request.method(), publisher(request.body()));
      if (!request.url().isSecure()) {
        // Without TLS the client would ask to change to HTTP/2, which some servers answer badly.
        builder.version(HttpClient.Version.HTTP_1_1);
      }
      request.headers().forEach(builder::header);
      return builder.build();
    } catch (IllegalArgumentException e) {
      // What the client says may repeat a header's value: it is not passed on.
      throw TransportErrors.notSendable(request);
    }
  }

  private static BodyPublisher publisher(HttpBody body) {
    return body.length() == 0
        ? BodyPublishers.noBody()
        : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(body::open), body.length());
  }

  private static <T> T read(
      HttpRequest request, java.net.http.HttpResponse<InputStream> answer, Reader<T> reader)
      throws InterruptedException {
    try (InputStream body = answer.body()) {
      return reader.read(
          HttpAnswer.received(answer.statusCode(), answer.headers().map(), body, request.limits()));
    } catch (HttpTimeoutException e) {
      throw TransportErrors.late(request, true);
    } catch (InterruptedIOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw TransportErrors.unanswered(request, e);
    } catch (IOException e) {
      throw TransportErrors.unanswered(request, e);
    }
  }

  private static PortException failed(HttpRequest request, @Nullable Throwable cause) {
    boolean unsent =
        cause instanceof ConnectException
            || cause instanceof HttpConnectTimeoutException
            || cause instanceof SSLHandshakeException;
    return unsent
        ? TransportErrors.notSent(request, cause)
        : TransportErrors.unanswered(request, cause);
  }
}
