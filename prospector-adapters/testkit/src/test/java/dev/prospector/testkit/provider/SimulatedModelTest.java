package dev.prospector.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.lead.Tenant;
import dev.prospector.model.Block;
import dev.prospector.model.Caller;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.LanguageModel.Request;
import dev.prospector.model.Permit;
import dev.prospector.model.ProviderGate;
import dev.prospector.model.ProviderLimits;
import dev.prospector.model.Schema;
import dev.prospector.testkit.contract.LanguageModelContract;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the simulation of models promises, and what a gate makes of one under a jumping clock. */
@Timeout(120)
class SimulatedModelTest extends LanguageModelContract {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Tenant SMALL = new Tenant("small");
  private static final Tenant LARGE = new Tenant("large");
  private static final String SCHEMA =
      "{\"type\":\"object\",\"properties\":{\"places\":{\"type\":\"array\",\"items\":{\"type\":\"object\","
          + "\"properties\":{\"value\":{\"type\":\"string\"},\"source\":{\"type\":\"integer\"},"
          + "\"quote\":{\"type\":\"string\"}}}}}}";
  private static final String SOURCE = "We move pallets from Leeds to Hull every night of the week";
  private static final Request REQUEST =
      Request.of("Copy facts.", "", 500)
          .withMaterial(
              List.of(
                  Block.of("<source number=\"1\" mark=\"m\">\n" + SOURCE + "\n</source m>"),
                  Block.of("<source number=\"2\" mark=\"m\">\nfour words in it\n</source m>")))
          .withSchema(Schema.of("places", SCHEMA));

  private final JumpingTime time = new JumpingTime(START);

  private SimulatedModel model(Manner manner, long seed) {
    return SimulatedModel.of(manner, seed, time.clock(), time::sleep);
  }

  @Override
  protected LanguageModel answering() {
    return model(Manner.HONEST, 1);
  }

  @Override
  protected LanguageModel truncating() {
    return new Cut(model(Manner.HONEST, 1));
  }

  @Override
  protected LanguageModel failing() {
    return model(Manner.HONEST, 1).down(START, Instant.MAX);
  }

  /** Asks for an answer that is longer than is allowed. */
  private record Cut(LanguageModel model) implements LanguageModel {
    @Override
    public String name() {
      return model.name();
    }

    @Override
    public dev.prospector.budget.Usage upperBound(Request request) {
      return model.upperBound(request);
    }

    @Override
    public Answer ask(Request request) throws InterruptedException {
      return model.ask(REQUEST.withLongestAnswer(5));
    }

    @Override
    public dev.prospector.call.Effect effect() {
      return model.effect();
    }
  }

  @Test
  void anHonestAnswerQuotesItsSourcesAndIsTheSameForTheSameSeed() throws Exception {
    String answer = model(Manner.HONEST, 7).ask(REQUEST).text();
    assertThat(answer).isEqualTo(model(Manner.HONEST, 7).ask(REQUEST).text());
    for (var place : Asked.JSON.readTree(answer).path("places")) {
      String quote = place.path("quote").asString("");
      assertThat(SOURCE + "\nfour words in it").contains(quote);
      assertThat(quote).contains(place.path("value").asString(""));
    }
    assertThat(answer).contains("quote");
  }

  @Test
  void mannersDifferAndWhatIsInventedSaysSo() throws Exception {
    int sloppy = 0;
    int invented = 0;
    String honest = model(Manner.HONEST, 7).ask(REQUEST).text();
    for (int seed = 0; seed < 50; seed++) {
      sloppy += model(Manner.SLOPPY, seed).ask(REQUEST).text().equals(honest) ? 0 : 1;
      String hostile = model(Manner.HOSTILE, seed).ask(REQUEST.withLongestAnswer(100_000)).text();
      invented += hostile.contains(SimulatedModel.INVENTED) ? 1 : 0;
    }
    assertThat(sloppy).isGreaterThan(40);
    assertThat(invented).isGreaterThan(15);
  }

  /** Asks so often through a gate, again where it may, and returns when each was answered. */
  private List<Instant> ask(LanguageModel model, Tenant tenant, int calls, AtomicInteger lost)
      throws InterruptedException {
    List<Instant> answered = new ArrayList<>();
    Caller caller = new Caller(tenant, Duration.ofHours(1));
    for (int i = 0; i < calls; i++) {
      boolean there = false;
      for (int attempt = 0; attempt < 20 && !there; attempt++) {
        try (Permit permit = model.turn(REQUEST, caller)) {
          there = !model.ask(REQUEST).text().isEmpty();
          answered.add(time.clock().instant());
        } catch (PortException e) {
          time.sleep(
              e.advice().kind() == RetryAdvice.Kind.AFTER
                  ? e.advice().delay()
                  : Duration.ofSeconds(1));
        }
      }
      if (!there) {
        lost.incrementAndGet();
      }
    }
    return answered;
  }

  private List<Instant> all(LanguageModel model, int threads, int callsEach, AtomicInteger lost)
      throws Exception {
    List<Callable<List<Instant>>> works = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      works.add(() -> ask(model, LARGE, callsEach, lost));
    }
    List<Instant> answered = new ArrayList<>();
    time.all(works).forEach(answered::addAll);
    return answered;
  }

  private LanguageModel gated(LanguageModel model, ProviderLimits limits) {
    Clock clock = time.clock();
    return ProviderGate.of(limits, clock, time::sleep).guard(model);
  }

  @Test
  void aProviderThatIsDownTenMinutesIsHardlyAskedAndNoCallIsLost() throws Exception {
    Instant back = START.plus(Duration.ofMinutes(10));
    SimulatedModel model =
        model(Manner.HONEST, 1).withLatency(Duration.ofSeconds(1)).down(START, back);
    AtomicInteger lost = new AtomicInteger();
    ProviderLimits limits = ProviderLimits.defaults().withConcurrency(16, 16);
    List<Instant> answered = all(gated(model, limits), 20, 50, lost);

    assertThat(lost).hasValue(0);
    assertThat(answered).hasSize(1_000);
    assertThat(model.attempts()).isLessThanOrEqualTo(1_200);
    Instant soon = back.plusSeconds(30);
    long full =
        answered.stream()
            .filter(t -> !t.isBefore(soon) && t.isBefore(soon.plusSeconds(10)))
            .count();
    assertThat(full).as("of 160 calls in ten seconds").isGreaterThanOrEqualTo(144);
  }

  @Test
  void theRatesOfAProviderAreUsedAndHardlyEverPassed() throws Exception {
    SimulatedModel model =
        model(Manner.HONEST, 1).withLatency(Duration.ofMillis(800)).withLimits(600, 100_000);
    ProviderLimits limits =
        ProviderLimits.defaults().withRates(600, 100_000).withConcurrency(20, 20);
    AtomicInteger lost = new AtomicInteger();
    List<Instant> answered = all(gated(model, limits), 20, 120, lost);

    Instant minute = START.plusSeconds(60);
    for (int i = 0; i < 2; i++) {
      Instant from = minute.plusSeconds(60L * i);
      long calls =
          answered.stream()
              .filter(t -> !t.isBefore(from) && t.isBefore(from.plusSeconds(60)))
              .count();
      assertThat(calls).as("of 600 in a minute").isBetween(540L, 610L);
    }
    assertThat(model.refused()).isLessThanOrEqualTo(answered.size() / 100);
    assertThat(lost).hasValue(0);
  }

  @Test
  void aSmallTenantWaitsNoLongerThanTwiceItsLoneTimeBesideALargeOne() throws Exception {
    Duration alone = small(0);
    Duration beside = small(100);
    assertThat(beside).isLessThanOrEqualTo(alone.multipliedBy(2));
  }

  private Duration small(int others) throws Exception {
    JumpingTime own = new JumpingTime(START);
    SimulatedModel slow =
        SimulatedModel.of(Manner.HONEST, 1, own.clock(), own::sleep)
            .withLatency(Duration.ofSeconds(10));
    LanguageModel model =
        ProviderGate.of(ProviderLimits.defaults().withConcurrency(1, 1), own.clock(), own::sleep)
            .guard(slow);
    List<Callable<Instant>> works = new ArrayList<>();
    for (int i = 0; i < others; i++) {
      works.add(() -> answered(own, model, LARGE, Duration.ZERO));
    }
    // It comes when the first of the others is just being answered.
    works.add(() -> answered(own, model, SMALL, Duration.ofSeconds(1)));
    List<Instant> all = own.all(works);
    return Duration.between(START.plusSeconds(1), all.get(others));
  }

  private static Instant answered(
      JumpingTime own, LanguageModel model, Tenant tenant, Duration later)
      throws InterruptedException {
    own.sleep(later);
    try (Permit permit = model.turn(REQUEST, Caller.of(tenant))) {
      Answer answer = model.ask(REQUEST);
      return answer.text().isEmpty() ? Instant.MAX : own.clock().instant();
    }
  }
}
