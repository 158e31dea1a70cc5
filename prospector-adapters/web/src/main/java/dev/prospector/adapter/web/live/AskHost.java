package dev.prospector.adapter.web.live;

import dev.prospector.error.AddressRefusedException;
import dev.prospector.error.PortException;
import dev.prospector.error.UnansweredException;
import dev.prospector.http.AddressPolicy;
import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpResponse;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.HttpUrl;
import dev.prospector.http.RetryAfter;
import dev.prospector.run.Threads;
import java.time.Duration;
import java.util.Map;

/** Sends one request, tells the host who asks, and writes the exchange down if that is wanted. */
final class AskHost {

  /** A host that took so long and sent no whole answer is slow, and the network is not away. */
  private static final Duration SLOW = Duration.ofSeconds(10);

  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final HttpTransport transport;
  private final AddressPolicy addresses;
  private final String userAgent;
  private final HostTurns turns;
  private final Recorder recorder;
  private final Threads threads;
  private final Network network;

  AskHost(LivePages.Builder settings, HostTurns turns, Recorder recorder) {
    this.transport = settings.transport;
    this.addresses = settings.addresses;
    this.userAgent = settings.userAgent();
    this.turns = turns;
    this.recorder = recorder;
    this.threads = settings.threads;
    this.network = new Network(threads);
  }

  /** Asks, after the host's turn has come. */
  Exchanged get(HttpUrl url, Duration apart) throws NotRead, InterruptedException {
    return get(url, apart, Map.of());
  }

  /**
   * Asks, after the host's turn has come.
   *
   * @param conditions headers by which the host may say that nothing has changed
   * @throws PortException if no host answers at the moment
   */
  Exchanged get(HttpUrl url, Duration apart, Map<String, String> conditions)
      throws NotRead, InterruptedException {
    turns.next(url.host(), apart);
    HttpRequest request =
        HttpRequest.get(url)
            .withHeader("User-Agent", userAgent)
            .withHeader("Accept", "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5")
            .withHeader("Accept-Encoding", "gzip, br")
            .withHeaders(conditions)
            .withAddresses(addresses);
    long before = network.answers();
    long begun = threads.nanoTime();
    recorder.request(request);
    try {
      HttpResponse response = transport.send(request);
      Exchanged answer =
          new Exchanged(
              url, response.status(), response.headers(), response.body(), recorder.now());
      network.answered();
      recorder.answer(answer);
      slowDown(answer);
      return answer;
    } catch (AddressRefusedException e) {
      throw recorder.failure(url, "not asked: " + e.objection());
    } catch (PortException e) {
      NotRead reason = recorder.failure(url, String.valueOf(e.getMessage()));
      boolean slow =
          e instanceof UnansweredException && threads.nanoTime() - begun > SLOW.toNanos();
      if (!slow && e.advice().isPassing() && network.isAway(before)) {
        throw e; // Says the same as the reason, so that results do not depend on when it was.
      }
      throw reason;
    } finally {
      turns.done(url.host());
    }
  }

  private void slowDown(Exchanged answer) {
    if (answer.isOverloaded()) {
      Duration asked = RetryAfter.in(answer.headers(), answer.at());
      turns.slowDown(answer.url().host(), asked.isZero() ? PAUSE : asked);
    }
  }

  Recorder recorder() {
    return recorder;
  }
}
