package dev.prospector.tracking.client;

import dev.prospector.error.PortException;
import dev.prospector.error.ProspectorException;
import dev.prospector.http.HttpBody;
import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpResponse;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.HttpUrl;
import dev.prospector.http.RetryAfter;
import java.time.Clock;
import java.time.Duration;

/** Sends a report once, and tells what became of it. */
final class SendReport {

  private final HttpTransport transport;
  private final TrackingSettings settings;
  private final Clock clock;

  SendReport(HttpTransport transport, TrackingSettings settings, Clock clock) {
    this.transport = transport;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What became of a report.
   *
   * @param kind whether it is to be sent again
   * @param asked how long the host asks to be left alone; zero if it does not
   */
  record Outcome(Kind kind, Duration asked) {
    enum Kind {
      TAKEN,
      REFUSED,
      AGAIN
    }
  }

  Outcome send(WaitingReport report) throws InterruptedException {
    try {
      HttpResponse answer = transport.send(request(report));
      return new Outcome(kind(answer.status()), RetryAfter.in(answer.headers(), clock.instant()));
    } catch (PortException e) {
      boolean passing = e.advice().isPassing();
      return outcome(passing ? Outcome.Kind.AGAIN : Outcome.Kind.REFUSED);
    } catch (ProspectorException e) {
      return outcome(Outcome.Kind.REFUSED);
    }
  }

  private static Outcome outcome(Outcome.Kind kind) {
    return new Outcome(kind, Duration.ZERO);
  }

  private HttpRequest request(WaitingReport report) {
    String host = settings.host().text();
    String base = host.endsWith("/") ? host.substring(0, host.length() - 1) : host;
    HttpRequest request =
        HttpRequest.post(HttpUrl.parse(base + report.path()), HttpBody.of(report.body()))
            .withHeader("Content-Type", "application/json")
            .withAddresses(settings.addresses());
    return settings
        .token()
        .map(token -> request.withHeader("Authorization", "Bearer " + token))
        .orElse(request);
  }

  private static Outcome.Kind kind(int status) {
    if (status >= 200 && status < 300) {
      return Outcome.Kind.TAKEN;
    }
    boolean later = status == 408 || status == 425 || status == 429 || status >= 500;
    return later ? Outcome.Kind.AGAIN : Outcome.Kind.REFUSED;
  }
}
