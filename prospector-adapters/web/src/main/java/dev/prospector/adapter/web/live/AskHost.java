package dev.prospector.adapter.web.live;

import dev.prospector.error.AddressRefusedException;
import dev.prospector.error.PortException;
import dev.prospector.http.AddressPolicy;
import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpResponse;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.HttpUrl;
import dev.prospector.http.RetryAfter;
import java.time.Duration;

/** Sends one request, tells the host who asks, and writes the exchange down if that is wanted. */
final class AskHost {

  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final HttpTransport transport;
  private final AddressPolicy addresses;
  private final String userAgent;
  private final HostTurns turns;
  private final Recorder recorder;

  AskHost(LivePages.Builder settings, HostTurns turns, Recorder recorder) {
    this.transport = settings.transport;
    this.addresses = settings.addresses;
    this.userAgent = settings.userAgent();
    this.turns = turns;
    this.recorder = recorder;
  }

  /** Asks, after the host's turn has come. */
  Exchanged get(HttpUrl url, Duration apart) throws NotRead, InterruptedException {
    turns.next(url.host(), apart);
    HttpRequest request =
        HttpRequest.get(url)
            .withHeader("User-Agent", userAgent)
            .withHeader("Accept", "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5")
            .withHeader("Accept-Encoding", "gzip, br")
            .withAddresses(addresses);
    recorder.request(request);
    try {
      HttpResponse response = transport.send(request);
      Exchanged answer =
          new Exchanged(
              url, response.status(), response.headers(), response.body(), recorder.now());
      recorder.answer(answer);
      slowDown(answer);
      return answer;
    } catch (AddressRefusedException e) {
      throw recorder.failure(url, "not asked: " + e.objection());
    } catch (PortException e) {
      throw recorder.failure(url, String.valueOf(e.getMessage()));
    }
  }

  private void slowDown(Exchanged answer) {
    if (answer.isOverloaded()) {
      Duration asked = RetryAfter.in(answer.headers(), answer.at());
      turns.slowDown(answer.url().host(), asked.isZero() ? PAUSE : asked);
    }
  }
}
