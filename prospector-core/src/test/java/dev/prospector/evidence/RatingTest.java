package dev.prospector.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.evidence.value.ValueTypes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RatingTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  /** Who says it decides all. */
  private record By(String address) implements ConfidencePolicy {
    @Override
    public double confidence(
        List<? extends Claim<?>> agreeing, List<? extends Claim<?>> against, Instant asOf) {
      boolean said = agreeing.stream().anyMatch(claim -> claim.address().equals(address));
      return said ? 0.9 - against.size() / 10.0 : 0.2;
    }

    @Override
    public String identity() {
      return "by " + address;
    }
  }

  record Part(Fact<Integer> number) {}

  record Whole(
      List<Fact.Known<Integer>> ordered,
      Map<String, Part> parts,
      Optional<Fact<Integer>> maybe,
      String text) {}

  private static final Snapshot ONE = Snapshot.page("https://one.example/", "We have 12 vans.");
  private static final Snapshot TWO = Snapshot.page("https://two.example/", "We have 13 vans.");

  private static Whole whole(ConfidencePolicy policy) {
    Evidence evidence = new Evidence(policy, NOW);
    List<Claim<Integer>> claims =
        List.of(
            evidence.claim("vans", ValueTypes.INTEGER, 12, ONE, "12").orElseThrow(),
            evidence.claim("vans", ValueTypes.INTEGER, 13, TWO, "13").orElseThrow());
    return new Whole(
        evidence.findings(claims),
        Map.of("vans", new Part(evidence.fact(claims))),
        Optional.of(evidence.fact(claims.subList(0, 1))),
        "text");
  }

  @Test
  void whatIsRatedAnewIsWhatWouldHaveBeenFoundByThatPolicy() {
    Whole byOne = whole(new By(ONE.address()));
    Rating.Rated<Whole> rated = Rating.of(byOne, new By(TWO.address()), NOW);
    assertThat(rated.value()).isEqualTo(whole(new By(TWO.address()))).isNotEqualTo(byOne);
    assertThat(rated.confidences()).isNotEmpty();
    assertThat(rated.value().ordered().get(0).known()).isEqualTo(13);
  }

  @Test
  void byTheSamePolicyTheVeryValueStays() {
    Whole before = whole(ConfidencePolicy.standard());
    Rating.Rated<Whole> rated = Rating.of(before, ConfidencePolicy.standard(), NOW);
    assertThat(rated.value()).isSameAs(before);
    assertThat(rated.confidences()).isEmpty();
  }
}
