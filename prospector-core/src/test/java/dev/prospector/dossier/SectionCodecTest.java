package dev.prospector.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.error.ConfigurationException;
import dev.prospector.error.InputException;
import dev.prospector.evidence.ConfidencePolicy;
import dev.prospector.evidence.Evidence;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.value.ValueTypes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SectionCodecTest {

  record Fleet(
      Fact<Integer> vehicles,
      Fact<String> maker,
      List<Fact.Known<String>> bases,
      Optional<String> note) {
    static final Section<Fleet> KEY = Section.of("fleet", Fleet.class, 2);

    boolean isLarge() {
      return vehicles.value().orElse(0) > 100;
    }
  }

  private final SectionCodec codec = new SectionCodec();

  private static Fleet fleet() {
    Snapshot page =
        Snapshot.page("https://a.example/", "Temos 120 caminhões 🚚 da Scania. 130 veículos.")
            .capturedAt(Instant.parse("2026-01-02T03:04:05Z"));
    Evidence evidence =
        new Evidence(ConfidencePolicy.standard(), Instant.parse("2026-11-21T00:00:00Z"));
    return new Fleet(
        evidence.fact(
            List.of(
                evidence
                    .claim("vehicles", ValueTypes.INTEGER, 120, page, "120 caminhões")
                    .orElseThrow(),
                evidence
                    .claim("vehicles", ValueTypes.INTEGER, 130, page, "130 veículos")
                    .orElseThrow())),
        evidence.fact(
            List.of(
                evidence
                    .claim("maker", ValueTypes.PROPER_NAME, "Scania", page, "Scania")
                    .orElseThrow())),
        List.of(),
        Optional.empty());
  }

  @Test
  void aHostsOwnRecordNeedsNoAnnotations() {
    String json = codec.encode(Fleet.KEY, fleet());
    assertThat(codec.decode(Fleet.KEY, 2, json)).isEqualTo(fleet());
    assertThat(json).doesNotContain("large").doesNotContain("dev.prospector");
  }

  @Test
  void aComponentMoreSaysThatNothingIsKnown() {
    Fleet read = codec.decode(Fleet.KEY, 2, "{}");
    assertThat(read.vehicles()).isEqualTo(Fact.unknown());
    assertThat(read.bases()).isEmpty();
    assertThat(read).isEqualTo(codec.decode(Fleet.KEY, 2, codec.encode(Fleet.KEY, read)));
  }

  /** A record within lists and facts, of which one part cannot say that nothing is known. */
  record Depot(String town, Optional<String> manager, List<Fact<Integer>> gates) {}

  record Yard(Map<String, List<Depot>> depots, int size) {
    static final Section<Yard> KEY =
        Section.of("yard", Yard.class, 3)
            .upgrading(
                1,
                parts -> {
                  parts.put("extent", parts.remove("acres"));
                  return parts;
                })
            .upgrading(
                2,
                parts -> {
                  parts.put(
                      "size",
                      ((Number) Objects.requireNonNull(parts.remove("extent"))).intValue() * 4047);
                  return parts;
                });
  }

  @Test
  void componentsMoreAreReadInRecordsWithinListsAndMaps() {
    Yard read =
        codec.decode(Yard.KEY, 3, "{\"size\":1,\"depots\":{\"south\":[{\"town\":\"Lages\"}]}}");
    assertThat(read.depots().get("south"))
        .containsExactly(new Depot("Lages", Optional.empty(), List.of()));
  }

  @Test
  void whatCannotSayThatNothingIsKnownIsNotMadeUp() {
    for (String json : List.of("{}", "{\"size\":1,\"depots\":{\"south\":[{}]}}")) {
      assertThatThrownBy(() -> codec.decode(Yard.KEY, 3, json))
          .as(json)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("yard");
    }
  }

  @Test
  void whatALaterVersionAddedIsKeptOnRewriting() {
    String stored =
        "{\"depots\":{\"south\":[{\"town\":\"Lages\",\"manager\":null,\"gates\":[],"
            + "\"opened\":1990}]},\"size\":1,\"owner\":{\"name\":\"later\"}}";
    SectionCodec.Stored<Yard> read = codec.read(Yard.KEY, 3, stored);

    assertThat(codec.encode(Yard.KEY, read.value(), read.unknown())).isEqualTo(stored);

    Depot moved = new Depot("Palmas", Optional.empty(), List.of());
    Yard changed = new Yard(Map.of("south", List.of(moved)), 1);
    // When a depot opened says something about that depot, and not about another one.
    assertThat(codec.encode(Yard.KEY, changed, read.unknown()))
        .contains("Palmas", "\"owner\":{\"name\":\"later\"}")
        .doesNotContain("Lages", "opened");
  }

  @Test
  void aFactThatIsNotKnownAnyMoreDoesNotKeepThePartsOfOneThatWas() {
    String stored = codec.encode(Fleet.KEY, fleet()).replaceFirst("\\{", "{\"later\":1,");
    SectionCodec.Stored<Fleet> read = codec.read(Fleet.KEY, 2, stored);
    assertThat(read.value()).isEqualTo(fleet());
    Fleet nothing = new Fleet(Fact.unknown(), Fact.unknown(), List.of(), Optional.empty());

    String written = codec.encode(Fleet.KEY, nothing, read.unknown());

    assertThat(written).contains("\"later\":1").doesNotContain("120", "Scania");
    assertThat(codec.decode(Fleet.KEY, 2, written)).isEqualTo(nothing);
  }

  @Test
  void anEarlierFormatGoesThroughItsUpgrades() {
    assertThat(codec.decode(Yard.KEY, 1, "{\"depots\":{},\"acres\":2}"))
        .isEqualTo(codec.decode(Yard.KEY, 2, "{\"depots\":{},\"extent\":2}"))
        .isEqualTo(codec.decode(Yard.KEY, 3, "{\"depots\":{},\"size\":8094}"));
  }

  @Test
  void anUpgradeThatIsMissingIsNamed() {
    assertThatThrownBy(() -> codec.decode(Fleet.KEY, 1, "{}"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("fleet")
        .hasMessageContaining("from format 1 to 2");
    assertThatThrownBy(() -> Fleet.KEY.upgrading(2, parts -> parts))
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void aLaterFormatIsRefusedWithBothNumbers() {
    assertThatThrownBy(() -> codec.decode(Fleet.KEY, 3, "{}"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("format 3")
        .hasMessageContaining("reads 2");
  }
}
