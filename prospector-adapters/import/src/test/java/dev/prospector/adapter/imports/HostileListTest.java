package dev.prospector.adapter.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.error.InputException;
import dev.prospector.lead.Lead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists that were made, or became, what no list should be. */
class HostileListTest {

  @TempDir Path folder;

  private final List<RejectedRow> rejected = new ArrayList<>();
  private Optional<String> breakOff = Optional.empty();

  private List<Lead> read(String name, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    List<Lead> leads = new ArrayList<>();
    try (LeadFile list = LeadFile.open(file, ReadSettings.defaults(), rejected::add)) {
      list.forEach(leads::add);
      breakOff = list.breakOff();
    }
    return leads;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  @Test
  void aHeaderOfAsManyColumnsAsASheetHasIsReadInLinearTime() throws IOException {
    String header = "name" + ",c".repeat(16_383);
    List<Lead> leads = read("wide.csv", utf8(header + "\nOak" + ",v".repeat(16_383) + "\n"));
    assertThat(leads).hasSize(1);
    assertThat(leads.get(0).company().columns()).hasSize(16_384).containsEntry("c (16383)", "v");
  }

  @Test
  void aHeaderThatDoesNotEndIsNotReadToItsEnd() throws IOException {
    byte[] endless = gzip(utf8("a".repeat(3 << 20)));
    for (byte[] content :
        List.of(
            utf8("a".repeat(3 << 20)),
            endless,
            // Torn behind the header's limit: who read on would say so.
            Arrays.copyOf(endless, endless.length - 8))) {
      assertThatThrownBy(() -> read("endless.csv", content))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("the first line has more than 1048576 characters");
    }
  }

  @Test
  void aLineThatDoesNotEndIsWhereTheListBreaksOff() throws IOException {
    byte[] list =
        utf8("name,website\nOak,oak.example\n" + "a".repeat(68 << 20) + "\nElm,elm.example");
    assertThat(read("endless.csv", list)).hasSize(1);
    assertThat(breakOff.orElseThrow()).startsWith("line 3: ").contains("does not end within");
    assertThat(rejected).extracting(RejectedRow::line).containsExactly(3L);
  }

  @Test
  void aFileThatUnpacksToFarTooMuchIsNotReadToItsEnd() throws IOException {
    String blank = " ".repeat(1 << 20) + "\n";
    for (String name : List.of("bomb.csv", "bomb.jsonl", "bomb.json")) {
      rejected.clear();
      String start =
          name.endsWith(".csv")
              ? "name\nOak\n"
              : (name.endsWith(".json") ? "[" : "") + "{\"name\":\"Oak\"}\n";
      assertThat(read(name, gzip(utf8(start + blank.repeat(70))))).hasSize(1);
      assertThat(breakOff.orElseThrow()).contains("unpacks to more than 500 times its size");
    }
    assertThat(
            read("poor.csv", gzip(utf8("name,website\nOak,oak.example\n" + "\n".repeat(5 << 20)))))
        .hasSize(1);
    assertThat(breakOff).isEmpty();
  }

  @Test
  void tooManyColumnsAreRefusedByAShortError() {
    for (String column : List.of("c", "a,b", "")) {
      assertThatThrownBy(
              () -> read("wide.csv", utf8("name" + ("," + column).repeat(40_000) + "\n")))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("columns; a list has at most 16384")
          .satisfies(e -> assertThat(String.valueOf(e.getMessage())).hasSizeLessThan(400));
    }
  }

  @Test
  void aLineOfMegabytesIsRefusedByAShortErrorBeforeItIsLookedInto() throws IOException {
    byte[] line = utf8("lorem ipsum, ".repeat(800_000));
    for (byte[] content : List.of(line, gzip(line))) {
      assertThatThrownBy(() -> read("line.txt", content))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("characters, and should name the columns")
          .satisfies(e -> assertThat(String.valueOf(e.getMessage())).hasSizeLessThan(400));
    }
    assertThatThrownBy(() -> read("no-name.csv", utf8("x".repeat(900_000) + ",y\n1,2\n")))
        .isInstanceOf(InputException.class)
        .satisfies(e -> assertThat(String.valueOf(e.getMessage())).hasSizeLessThan(400));
  }

  @Test
  void aBinaryFileIsCalledByWhatItIs() {
    Map<String, String> kinds =
        Map.of(
            "%PDF-1.7\n%\u00e2\u00e3", "PDF",
            "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1", "old Office",
            "\u0089PNG\r\n\u001a\n", "picture",
            "SQLite format 3\u0000", "SQLite",
            "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0000\u0001", "binary");
    kinds.forEach(
        (start, kind) -> {
          byte[] bytes = Arrays.copyOf(start.getBytes(StandardCharsets.ISO_8859_1), 3000);
          for (int i = start.length(); i < bytes.length; i++) {
            bytes[i] = (byte) (i * 37 % 251);
          }
          assertThatThrownBy(() -> read("list.csv", bytes))
              .isInstanceOf(InputException.class)
              .hasMessageContaining("and no list")
              .hasMessageContaining(kind);
        });
  }

  @Test
  void everyUnicodeEncodingIsReadWithAndWithoutItsMark() throws IOException {
    String list = "name,website,city\n" + "Padaria São João,padaria.example,Brasília\n".repeat(20);
    for (String charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
      for (String mark : List.of("", "\ufeff")) {
        List<Lead> leads = read("list.csv", (mark + list).getBytes(Charset.forName(charset)));
        assertThat(leads).as(charset).hasSize(1);
        assertThat(leads.get(0).company().name()).as(charset).isEqualTo("Padaria São João");
        assertThat(leads.get(0).company().columns()).containsEntry("city", "Brasília");
      }
    }
  }

  @Test
  void numbersOfJsonStayAsTheyAreWritten() throws IOException {
    List<Lead> leads =
        read(
            "list.json",
            utf8(
                "[{\"name\":\"Oak\",\"a\":1e999999999,\"b\":1.10,\"c\":-0.0,\"d\":123456789012345678901,"
                    + "\"e\":1E-400}]"));
    assertThat(leads.get(0).company().columns())
        .containsEntry("a", "1E+999999999")
        .containsEntry("b", "1.10")
        .containsEntry("d", "123456789012345678901")
        .containsEntry("e", "1E-400");
    assertThat(leads.get(0).company().columns().values())
        .noneMatch(value -> value.contains("Infinity"));
  }

  @Test
  void halfAJsonListIsReadAndToldToBreakOff() throws IOException {
    String whole = "[" + "{\"name\":\"Oak\",\"website\":\"oak.example\"},".repeat(1);
    String more = "{\"name\":\"Elm\",\"website\":\"elm.example\"},\n{\"name\":\"As";
    assertThat(read("list.json", utf8(whole + more))).hasSize(2);
    assertThat(breakOff).hasValueSatisfying(where -> assertThat(where).startsWith("line 2"));
    assertThat(rejected).hasSize(1);
    assertThat(read("list.json", utf8(whole.replaceAll(",$", "]")))).hasSize(1);
    assertThat(breakOff).isEmpty();
  }

  @Test
  void aCompressedFileThatWasNotCopiedToItsEndIsReadSoFarAndToldToBreakOff() throws IOException {
    StringBuilder csv = new StringBuilder("name,website\n");
    StringBuilder lines = new StringBuilder();
    java.util.Random random = new java.util.Random(7);
    for (int i = 0; i < 5000; i++) {
      String word = Long.toHexString(random.nextLong());
      csv.append(word).append(",w").append(word).append(".example\n");
      lines.append("{\"name\":\"").append(word).append("\",\"website\":\"w");
      lines.append(word).append(".example\"}\n");
    }
    for (String name : List.of("list.csv.gz", "list.jsonl.gz")) {
      byte[] whole = gzip(utf8(name.contains("csv") ? csv.toString() : lines.toString()));
      rejected.clear();
      List<Lead> leads = read(name, Arrays.copyOf(whole, whole.length / 2));
      assertThat(leads).hasSizeBetween(1000, 4999);
      assertThat(leads)
          .allMatch(lead -> ("w" + lead.company().name() + ".example").equals(lead.id().value()));
      assertThat(breakOff).hasValueSatisfying(where -> assertThat(where).contains("middle"));
      assertThat(read(name, whole)).hasSize(5000);
      assertThat(breakOff).isEmpty();
    }
  }

  @Test
  void aRejectedRowSaysItselfInOneLine() {
    RejectedRow row = new RejectedRow(5, "Site", "a\n b", "it is no web address");
    assertThat(row).hasToString("line 5, column Site: it is no web address ('a b')");
    assertThat(new RejectedRow(5, "", "", "broken")).hasToString("line 5: broken");
  }
}
