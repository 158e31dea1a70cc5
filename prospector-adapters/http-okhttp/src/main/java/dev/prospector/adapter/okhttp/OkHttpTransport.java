package dev.prospector.adapter.okhttp;

import dev.prospector.error.ConfigurationException;
import dev.prospector.http.AddressPolicy;
import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.TransportErrors;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests with OkHttp, over HTTP/2 where the server has it. Each host is looked up once for
 * a connection, every address found is shown to the request's policy, and one of those is connected
 * to. No redirect is followed, no cookie kept and nothing decoded: what is compressed arrives as it
 * was sent. Nothing is sent twice, but for a {@code GET} or {@code HEAD} on a connection that was
 * kept and that its server had ended meanwhile, as servers without keep-alive do.
 *
 * <p>The time of a request covers everything from finding the host to the last byte of the answer;
 * an interrupted or late request is given up at once, and its connection ended. How many requests
 * go out at a time is for the caller to limit. Nothing has to be closed. Safe for several threads.
 */
public final class OkHttpTransport implements HttpTransport {

  private static final int UNLIMITED = Integer.MAX_VALUE;
  private static final int MOST_IDLE = 64;

  private final OkHttpSettings settings;

  /** Made when something is first asked, as ciphers take long to load. Making two does no harm. */
  private volatile @Nullable OkHttpClient client;

  private OkHttpTransport(OkHttpSettings settings) {
    this.settings = settings;
  }

  private OkHttpClient client() {
    OkHttpClient made = client;
    if (made == null) {
      made = newClient(settings);
      client = made;
    }
    return made;
  }

  private static OkHttpClient newClient(OkHttpSettings settings) {
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher())
        .connectionPool(
            new ConnectionPool(
                MOST_IDLE, Math.max(1, settings.keepAlive().toNanos()), TimeUnit.NANOSECONDS))
        .connectTimeout(settings.connectTimeout())
        .readTimeout(0, TimeUnit.SECONDS)
        .writeTimeout(0, TimeUnit.SECONDS)
        .protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1))
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .cookieJar(CookieJar.NO_COOKIES)
        .proxy(proxy(settings))
        .build();
  }

  private static Dispatcher dispatcher() {
    Dispatcher dispatcher = new Dispatcher(CallThreads.create());
    dispatcher.setMaxRequests(UNLIMITED);
    dispatcher.setMaxRequestsPerHost(UNLIMITED);
    return dispatcher;
  }

  private static Proxy proxy(OkHttpSettings settings) {
    return settings
        .proxy()
        .map(to -> new Proxy(Proxy.Type.HTTP, new InetSocketAddress(to.host(), to.port())))
        .orElse(Proxy.NO_PROXY);
  }

  /** Returns a transport with default settings. */
  public static OkHttpTransport create() {
    return create(OkHttpSettings.defaults());
  }

  /** Returns a transport with these settings. */
  public static OkHttpTransport create(OkHttpSettings settings) {
    return new OkHttpTransport(settings);
  }

  /**
   * Returns whether it guards, which it does unless everything goes through a proxy that does not.
   */
  @Override
  public boolean isGuarding() {
    return settings.proxy().map(HttpProxy::checksAddresses).orElse(true);
  }

  @Override
  public <T> T exchange(HttpRequest request, Reader<T> reader) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    guard(request);
    Sending sending = new Sending();
    OkHttpClient one =
        client()
            .newBuilder()
            .dns(new CheckedDns(settings.resolver(), request.addresses(), request.url().port()))
            .callTimeout(request.limits().timeout())
            .retryOnConnectionFailure(onlyReads(request))
            .eventListener(sending)
            .build();
    return new OneExchange<>(request, reader, sending).run(one.newCall(built(request)));
  }

  private static boolean onlyReads(HttpRequest request) {
    return List.of("GET", "HEAD").contains(request.method()) && request.body().length() == 0;
  }

  /** The client asks for addresses of names only: those that are written are checked here. */
  private void guard(HttpRequest request) {
    request.url().literal().ifPresent(address -> TransportErrors.check(request, address));
    if (!isGuarding() && !request.addresses().equals(AddressPolicy.any())) {
      throw new ConfigurationException(
          "a guarded connection for " + request,
          List.of(
              "the proxy looks hosts up itself: send without one, or through one that refuses"
                  + " addresses of the inner network and say so by thatChecksAddresses()"));
    }
  }

  private static Request built(HttpRequest request) {
    @Nullable HttpUrl url = HttpUrl.parse(request.url().text());
    if (url == null || !isSame(url, request.url())) {
      throw TransportErrors.notSendable(request);
    }
    Request.Builder builder =
        new Request.Builder().url(url).method(request.method(), body(request));
    // Said first, so that the client neither asks for compression nor undoes it.
    builder.header("Accept-Encoding", "identity");
    request.headers().forEach(builder::header);
    return builder.build();
  }

  private static boolean isSame(HttpUrl url, dev.prospector.http.HttpUrl asked) {
    boolean sameHost =
        asked.literal().isPresent()
            ? url.host().contains(":") == asked.host().contains(":")
            : url.host().equals(asked.host());
    return sameHost && url.port() == asked.port() && url.isHttps() == asked.isSecure();
  }

  private static @Nullable RequestBody body(HttpRequest request) {
    boolean needed = List.of("POST", "PUT", "PATCH").contains(request.method());
    return request.body().length() == 0 && !needed ? null : new SentBody(request.body());
  }
}
