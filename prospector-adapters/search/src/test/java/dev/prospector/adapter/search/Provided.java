package dev.prospector.adapter.search;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import dev.prospector.http.HttpSettings;
import dev.prospector.http.JdkHttpTransport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Servers on this machine that answer as providers do. */
final class Provided implements AutoCloseable {

  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

  Provided() {
    server.start();
  }

  WireMockServer server() {
    return server;
  }

  /** Lets everything be answered so. */
  Provided answering(int status, String body, HttpHeader... headers) {
    server.resetAll();
    server.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withBody(body)
                    .withHeaders(new HttpHeaders(headers))));
    return this;
  }

  HttpSearch search(SearchProvider provider) {
    return search(provider, SearchSettings.defaults());
  }

  HttpSearch search(SearchProvider provider, SearchSettings settings) {
    return HttpSearch.of(
        provider,
        JdkHttpTransport.create(HttpSettings.defaults()),
        settings.withKey("secret-key").withUrl("http://127.0.0.1:" + server.port()));
  }

  static String recorded(SearchProvider provider) {
    try (InputStream in =
        Objects.requireNonNull(Provided.class.getResourceAsStream(provider.key() + ".json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns a provider's way to say that nothing was found. */
  static String nothing(SearchProvider provider) {
    return switch (provider) {
      case SEARXNG -> "{\"query\":\"x\",\"results\":[],\"unresponsive_engines\":[]}";
      case BRAVE -> "{\"type\":\"search\",\"query\":{\"original\":\"x\"},\"mixed\":{}}";
      case TAVILY -> "{\"query\":\"x\",\"results\":[],\"response_time\":0.4}";
      case SERPER -> "{\"searchParameters\":{\"q\":\"x\"},\"organic\":[],\"credits\":1}";
    };
  }

  @Override
  public void close() {
    server.stop();
  }
}
