package dev.prospector.adapter.registry.service;

import dev.prospector.adapter.registry.record.EstablishmentRecord;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.http.AddressPolicy;
import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpResponse;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.HttpUrl;
import dev.prospector.http.RetryAfter;
import dev.prospector.registry.CompanyRegistry;
import dev.prospector.registry.RegistryLookup;
import dev.prospector.run.Threads;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Brazilian register by a service over HTTP. Questions are asked one after the other at the
 * service's pace. Safe for several threads.
 */
public final class RegistryService implements CompanyRegistry {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpTransport transport;
  private final ServiceSettings settings;
  private final Threads threads;
  private final Clock clock;
  private final ReentrantLock turn = new ReentrantLock();
  private long next = Long.MIN_VALUE;

  /**
   * Asks a service.
   *
   * @param threads how time passes between two questions
   * @param clock tells how long a service that gives a time asks to be left alone
   */
  public RegistryService(
      HttpTransport transport, ServiceSettings settings, Threads threads, Clock clock) {
    this.transport = Objects.requireNonNull(transport);
    this.settings = Objects.requireNonNull(settings);
    this.threads = Objects.requireNonNull(threads);
    this.clock = Objects.requireNonNull(clock);
  }

  @Override
  public RegistryLookup find(String country, String number) throws InterruptedException {
    if (!country.equals("BR") || !EstablishmentRecord.isNumber(number)) {
      return new RegistryLookup.Absent();
    }
    HttpUrl url = HttpUrl.parse(settings.host().origin() + settings.format().path() + number);
    HttpResponse answer = asked(url);
    return switch (answer.status()) {
      case 200 -> read(url, answer.text());
      case 400, 404 -> new RegistryLookup.Absent();
      case 401, 403 -> throw failed("it refuses to answer us", RetryAdvice.mend());
      case 429 -> throw failed("it was asked too often", asks(answer));
      default ->
          throw failed(
              "it answered with status " + answer.status(),
              answer.status() >= 500 ? RetryAdvice.backOff() : RetryAdvice.never());
    };
  }

  private HttpResponse asked(HttpUrl url) throws InterruptedException {
    turn.lockInterruptibly();
    try {
      long now = threads.nanoTime();
      if (next != Long.MIN_VALUE && next - now > 0) {
        threads.sleep(Duration.ofNanos(next - now));
      }
      next = threads.nanoTime() + settings.pace().toNanos();
    } finally {
      turn.unlock();
    }
    return transport.send(
        HttpRequest.get(url)
            .withHeader("Accept", "application/json")
            .withAddresses(AddressPolicy.any()));
  }

  private RetryAdvice asks(HttpResponse answer) {
    Duration asked = RetryAfter.in(answer.headers(), clock.instant());
    return asked.isZero() ? RetryAdvice.ease() : RetryAdvice.after(asked);
  }

  private RegistryLookup read(HttpUrl url, String text) {
    JsonNode answer;
    try {
      answer = JSON.readTree(text);
    } catch (JacksonException e) {
      throw failed("its answer is no JSON", RetryAdvice.backOff());
    }
    EstablishmentRecord record = new EstablishmentRecord(url.text());
    settings.format().read(answer, record, settings.people());
    if (!record.isNamed()) {
      throw failed(
          "its answer is not of the format " + settings.format() + ": check host and format",
          RetryAdvice.never());
    }
    return new RegistryLookup.Found(record.record());
  }

  private PortException failed(String what, RetryAdvice advice) {
    return new PortException("registry", settings.host() + ": " + what, advice);
  }

  @Override
  public String identity() {
    return settings.format()
        + " "
        + settings.host().origin()
        + (settings.people() ? " people" : "");
  }
}
