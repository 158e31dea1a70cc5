package dev.prospector.agents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.contact.text.ResourceLines;
import dev.prospector.agents.intake.Countries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedTableTest {

  private static final SortedTable TABLE =
      SortedTable.read(SortedTableTest.class, "sorted-table.txt");

  @Test
  void aKeyIsFoundWhereverItStands() {
    assertThat(TABLE.value("alfa")).contains("1");
    assertThat(TABLE.value("alfa romeo")).contains("2");
    assertThat(TABLE.value("çedilha")).contains("last");
    assertThat(TABLE.values("bravo")).containsExactly("3;x", "4;y");
    assertThat(TABLE.contains("charlie")).isTrue();
  }

  @Test
  void partsOfKeysAndKeysBesideThemAreNotFound() {
    for (String other : List.of("", "a", "alf", "alfa ", "alfa rome", "alfaa", "zulu", "#", "2")) {
      assertThat(TABLE.value(other)).as(other).isEmpty();
      assertThat(TABLE.values(other)).as(other).isEmpty();
      assertThat(TABLE.contains(other)).as(other).isFalse();
    }
    assertThat(TABLE.contains("alfa")).as("has a value").isFalse();
    assertThat(TABLE.value("charlie")).as("has none").isEmpty();
  }

  @Test
  void keysThatBeginSoAreKnown() {
    assertThat(TABLE.hasKeyWith("alfa ")).isTrue();
    assertThat(TABLE.hasKeyWith("ç")).isTrue();
    assertThat(TABLE.hasKeyWith("bravo ")).isFalse();
    assertThat(TABLE.hasKeyWith("zz")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "towns.csv",
        "br-area-codes.csv",
        "disposable.txt",
        "free-providers.txt",
        "role-localparts.txt"
      })
  void whatShipsForContactsIsSorted(String name) throws IOException {
    requireSorted(ResourceLines.class, name);
  }

  @Test
  void whatShipsForCountriesIsSorted() throws IOException {
    requireSorted(Countries.class, "country-names.txt");
  }

  private static void requireSorted(Class<?> neighbour, String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(neighbour.getResourceAsStream(name), name)) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .dropWhile(line -> line.startsWith("#"))
              .toList();
      List<String> sorted = lines.stream().sorted(SortedTableTest::byBytes).toList();
      assertThat(lines).isEqualTo(sorted).noneMatch(String::isBlank);
    }
  }

  private static int byBytes(String one, String other) {
    return Arrays.compareUnsigned(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
