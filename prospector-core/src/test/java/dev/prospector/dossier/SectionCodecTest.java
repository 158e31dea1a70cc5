package dev.prospector.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.error.InputException;
import dev.prospector.evidence.ConfidencePolicy;
import dev.prospector.evidence.Evidence;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.ValueTypes;
import java.time.Instant;
import java.util.List;
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
  void anUnknownFieldIsNotPassedOver() {
    assertThatThrownBy(() -> codec.decode(Fleet.KEY, 2, "{\"wheels\":4}"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("fleet");
  }

  @Test
  void aMissingFieldIsNotMadeUp() {
    String json = codec.encode(Fleet.KEY, fleet()).replaceFirst(",\"bases\":\\[]", "");
    assertThatThrownBy(() -> codec.decode(Fleet.KEY, 2, json))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("bases");
  }

  @Test
  void anotherFormatIsRefusedWithBothNumbers() {
    assertThatThrownBy(() -> codec.decode(Fleet.KEY, 1, "{}"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("format 1")
        .hasMessageContaining("reads 2");
  }
}
