package dev.prospector.http;

import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.error.UnansweredException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests with the JDK's own client. A redirect is an answer like any other and is never
 * followed. The time of a request covers everything from connecting to the last byte of the answer;
 * an interrupted or late request is given up at once, and its connection ended. How many requests
 * go out at a time is for the caller to limit.
 *
 * <p>Addresses are not checked here: who sends to addresses that others chose checks them before.
 * Nothing has to be closed. Safe for several threads.
 */
public final class JdkHttpTransport implements HttpTransport {

  private static final String PORT = "http";
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);

  private final HttpClient client;
  private final int mostBytes;

  private JdkHttpTransport(HttpSettings settings) {
    this.mostBytes = settings.mostBytes();
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
  public Response send(Request request) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(built(request), head -> new BoundedBody(mostBytes));
    try {
      return read(answer.get(request.timeout().toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      throw unanswered(request, "no whole answer within " + request.timeout(), e);
    } catch (ExecutionException e) {
      throw failed(request, e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private static HttpRequest built(Request request) {
    try {
      URI url = URI.create(request.url());
      HttpRequest.Builder builder =
          HttpRequest.newBuilder(url)
              .method(
                  request.method(),
                  request.body().isEmpty()
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString(
                          request.body(), StandardCharsets.UTF_8));
      if ("http".equalsIgnoreCase(url.getScheme())) {
        // Without TLS the client would ask to change to HTTP/2, which some servers answer badly.
        builder.version(HttpClient.Version.HTTP_1_1);
      }
      request.headers().forEach(builder::header);
      return builder.build();
    } catch (IllegalArgumentException e) {
      // What the client says may repeat a header's value: it is not passed on.
      throw new PortException(
          PORT,
          "this "
              + request.method()
              + " cannot be sent: its address is not one of http or https, or a header is not"
              + " allowed; correct it",
          RetryAdvice.never());
    }
  }

  private static PortException failed(Request request, @Nullable Throwable cause) {
    if (cause instanceof BoundedBody.TooLarge) {
      return new UnansweredException(
          PORT, "the answer to " + name(request) + " is too large", RetryAdvice.never(), cause);
    }
    String kind = cause == null ? "" : ": " + cause.getClass().getSimpleName();
    if (cause instanceof ConnectException
        || cause instanceof HttpConnectTimeoutException
        || cause instanceof SSLHandshakeException) {
      String message = "no connection" + kind + " for " + name(request);
      return new PortException(PORT, message, RetryAdvice.backOff(), cause);
    }
    return unanswered(request, "no answer" + kind, cause);
  }

  private static PortException unanswered(Request request, String what, @Nullable Throwable cause) {
    return new UnansweredException(
        PORT, what + " to " + name(request), RetryAdvice.backOff(), cause);
  }

  /** Names the host only: keys may stand in a path too. */
  private static String name(Request request) {
    URI url = URI.create(request.url());
    return request.method() + " " + url.getScheme() + "://" + url.getHost();
  }

  private static Response read(HttpResponse<byte[]> answer) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    answer
        .headers()
        .map()
        .forEach(
            (name, values) ->
                headers
                    .computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                    .addAll(values));
    String type = String.join(";", headers.getOrDefault("content-type", List.of()));
    return new Response(answer.statusCode(), headers, new String(answer.body(), charset(type)));
  }

  private static Charset charset(String contentType) {
    Matcher named = CHARSET.matcher(contentType);
    try {
      return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
