package dev.prospector.adapter.export.write;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.prospector.adapter.export.SampleRun;
import dev.prospector.adapter.export.cell.SafeCell;
import dev.prospector.adapter.export.record.Claims;
import dev.prospector.adapter.export.record.LeadRecord;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.evidence.Claim;
import dev.prospector.run.LeadResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LeadWriterTest {

  private static final String EVIL = "=HYPERLINK(\"http://evil.example\",\"x\")";

  @TempDir Path folder;

  private static void write(LeadWriter writer, List<LeadResult> results) {
    try (writer) {
      results.forEach(result -> writer.write(LeadRecord.of(result)));
      writer.finish();
    }
  }

  @Test
  void everyClaimOfALineIsFoundInItsKeptTextByCodePoints() throws IOException {
    List<LeadResult> results = SampleRun.of("Ação & Filhos", "Outra");
    Path file = folder.resolve("leads.jsonl");
    write(JsonLinesWriter.to(file), results);
    write(SnapshotFolder.at(folder.resolve("texts")), results);
    int checked = 0;
    for (String line : Files.readAllLines(file)) {
      for (JsonNode claim : JsonMapper.shared().readTree(line).get("claims")) {
        Path kept = folder.resolve("texts/" + claim.get("snapshot").asString() + ".txt");
        int[] text = Files.readString(kept).codePoints().toArray();
        int start = claim.get("start").asInt();
        String quote = new String(text, start, claim.get("end").asInt() - start);
        assertThat(quote).isEqualTo(claim.get("quote").asString());
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(8);
    try (Stream<Path> texts = Files.list(folder.resolve("texts"))) {
      assertThat(texts).allMatch(text -> text.toString().matches(".*[0-9a-f]{64}\\.txt"));
    }
  }

  @Test
  void aStreamGetsTheBytesOfAFileAndIsClosedWithTheWriter() throws IOException {
    List<LeadResult> results = SampleRun.of("Ação & Filhos", "Outra");
    Path csv = folder.resolve("leads.csv");
    write(CsvWriter.to(csv, ColumnPreset.ALL), results);
    Closed stream = new Closed();
    write(CsvWriter.on(stream, "download", ColumnPreset.ALL), results);
    assertThat(stream.toByteArray()).isEqualTo(Files.readAllBytes(csv));
    assertThat(stream.closed).isTrue();

    Closed workbook = new Closed();
    write(XlsxWriter.on(workbook, "download", ColumnPreset.ALL), results);
    assertThat(workbook.closed).isTrue();
    try (var book =
        new org.dhatim.fastexcel.reader.ReadableWorkbook(
            new java.io.ByteArrayInputStream(workbook.toByteArray()))) {
      assertThat(book.getFirstSheet().read()).hasSize(3);
    }
    assertThat(files(folder)).hasSize(1);
  }

  private static final class Closed extends java.io.ByteArrayOutputStream {
    private boolean closed;

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void textsThatAKilledProcessBeganAreWrittenAndNothingElseIsLeft() throws IOException {
    List<LeadResult> results = SampleRun.of("Acme");
    Path whole = folder.resolve("whole");
    write(SnapshotFolder.at(whole), results);
    Path begun = Files.createDirectories(folder.resolve("begun"));
    for (Path text : files(whole)) {
      Files.writeString(begun.resolve(text.getFileName() + ".0.part"), "ha");
    }

    write(SnapshotFolder.at(begun), results);

    assertThat(files(begun)).hasSameSizeAs(files(whole)).isNotEmpty();
    for (Path text : files(whole)) {
      assertThat(begun.resolve(text.getFileName())).hasSameBinaryContentAs(text);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void aLineShowsFactsOfAnySectionInAllFourStates() throws IOException {
    Path file = folder.resolve("leads.jsonl");
    write(JsonLinesWriter.to(file), SampleRun.of("Acme"));
    JsonNode lead = JsonMapper.shared().readTree(Files.readString(file));
    JsonNode own = lead.get("sections").get("own_section");
    assertThat(own.get("year").get("state").asString()).isEqualTo("CONTRADICTED");
    assertThat(own.get("year").get("sides")).hasSize(2);
    assertThat(own.get("nobody").toString()).isEqualTo("{\"state\":\"UNKNOWN\"}");
    assertThat(own.get("none").get("state").asString()).isEqualTo("ABSENT");
    int number = own.get("nested").get(0).get("fact").get("claims").get(0).asInt();
    assertThat(lead.get("claims").get(number).get("quote").asString()).isEqualTo("1990");
    assertThat(own.get("counts").toString()).isEqualTo("{\"a\":1,\"b\":2}");
    assertThat(lead.get("notes").get(0).asString()).contains("list.csv:9");
    assertThat(lead.get("company").get("columns").toString()).isEqualTo("{\"name\":\"Acme\"}");
    assertThat(lead.get("tier").asString()).isNotEmpty();
    assertThat(lead.get("score").get("high").asDouble()).isLessThanOrEqualTo(1);
  }

  @Test
  void claimsAreFoundInAnyRecordEachOnce() {
    LeadResult result = SampleRun.of("Acme").get(0);
    List<Claim<?>> claims = Claims.of(result.dossier());
    assertThat(claims).doesNotHaveDuplicates();
    assertThat(claims.stream().filter(c -> c.field().equals("year"))).hasSize(3);
  }

  @Test
  void aFailedStepIsSaidWithItsReason() throws IOException {
    Path file = folder.resolve("leads.jsonl");
    write(JsonLinesWriter.to(file), SampleRun.of("Broken"));
    JsonNode lead = JsonMapper.shared().readTree(Files.readString(file));
    assertThat(lead.get("status").asString()).isEqualTo("FAILED");
    assertThat(lead.get("steps").get(0).get("step").asString()).isEqualTo("own-section");
    assertThat(lead.get("steps").get(0).get("reason").asString()).contains("broken on purpose");
    assertThat(lead.get("sections").has("intake")).isTrue();
  }

  @Test
  void theSameRunTwiceGivesTheSameBytes() throws IOException {
    Path one = folder.resolve("one.jsonl.gz");
    Path two = folder.resolve("two.jsonl.gz");
    write(JsonLinesWriter.to(one), SampleRun.of("A", "B", "Broken"));
    write(JsonLinesWriter.to(two), SampleRun.of("A", "B", "Broken"));
    assertThat(two).hasSameBinaryContentAs(one);
    write(CsvWriter.to(folder.resolve("one.csv")), SampleRun.of("A", "B"));
    write(CsvWriter.to(folder.resolve("two.csv")), SampleRun.of("A", "B"));
    assertThat(folder.resolve("two.csv")).hasSameBinaryContentAs(folder.resolve("one.csv"));
  }

  @Test
  void noCellOfACsvFileIsAFormula() throws IOException {
    Path file = folder.resolve("leads.csv");
    write(CsvWriter.to(file), SampleRun.of(EVIL, "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3", "Good"));
    List<String> names = new ArrayList<>();
    try (var rows = CsvReader.builder().ofCsvRecord(file)) {
      rows.forEach(
          row -> {
            assertThat(row.getFields())
                .allMatch(
                    cell ->
                        cell.isEmpty()
                            || "=+-@\t\r".indexOf(cell.charAt(0)) < 0
                            || cell.matches("\\+\\d{7,15}"));
            names.add(row.getField(1));
          });
    }
    assertThat(names).hasSize(6).contains("Good");
    assertThat(Files.readString(file)).startsWith("\ufeffid,name,");
  }

  @Test
  void phonesStayReadableAndEverythingElseIsNeutralised() {
    assertThat(SafeCell.of("+551940028922")).isEqualTo("+551940028922");
    assertThat(SafeCell.of("+551940028922; +351210000000")).startsWith("+55");
    for (String evil : List.of("+1+1", "=1", "-1", "@a", "＝1")) {
      assertThat(SafeCell.of(evil)).isEqualTo("'" + evil);
    }
    assertThat(SafeCell.of("\t=1")).isEqualTo("'\t'=1");
    assertThat(SafeCell.of("+12345678\n=1")).isEqualTo("+12345678\n'=1");
    assertThat(SafeCell.of("ana@a.example, +551940028922")).endsWith("e, +551940028922");
    assertThat(SafeCell.of("a, +551940028922+1")).isEqualTo("a, '+551940028922+1");
    assertThat(SafeCell.of("a, +551940028922 =1")).isEqualTo("a, '+551940028922 =1");
    assertThat(SafeCell.of("a, +1234567890123456")).isEqualTo("a, '+1234567890123456");
    assertThat(SafeCell.of("a=1")).isEqualTo("a=1");
  }

  /** Read by another delimiter, or where a quoted line break ends a row, a cell begins there. */
  @Test
  void noFormulaBeginsBehindASeparatorOfAnyDialect() {
    List<String> formulas = List.of("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "＝1");
    for (String separator :
        List.of(";", ",", "\t", "|", "\n", "\r\n", "; ", ";\"", ", \" ", ";\u00a0")) {
      for (String formula : formulas) {
        String safe = SafeCell.of("Oak" + separator + formula + separator + "x");
        assertThat(safe).isEqualTo("Oak" + separator + "'" + formula + separator + "x");
        for (String cell : safe.split("[,;|\\t\\n\\r]")) {
          assertThat(cell.replaceAll("^[\\s\"\u00a0]+", ""))
              .doesNotStartWith(formula.substring(0, 1));
        }
      }
    }
    assertThat(SafeCell.of("a; b, c | d-e = f")).isEqualTo("a; b, c | d-e = f");
  }

  @Test
  void whatStoodThereStaysUntilAllIsWritten() throws IOException {
    for (String name : List.of("a.jsonl", "a.csv", "a.xlsx", "a.jsonl.gz")) {
      Path file = Files.writeString(folder.resolve(name), "of yesterday");
      try (LeadWriter writer = writer(file)) {
        SampleRun.of("A").forEach(result -> writer.write(LeadRecord.of(result)));
        assertThat(file).hasContent("of yesterday");
      }
      assertThat(file).as("closed, not finished").hasContent("of yesterday");
      assertThat(folder.resolve(name + ".part")).isNotEmptyFile();
      write(writer(file), SampleRun.of("A"));
      assertThat(Files.size(file)).isGreaterThan(100);
      assertThat(folder.resolve(name + ".part")).doesNotExist();
    }
  }

  private static LeadWriter writer(Path file) {
    String name = file.toString();
    if (name.endsWith(".csv")) {
      return CsvWriter.to(file);
    }
    return name.endsWith(".xlsx") ? XlsxWriter.to(file) : JsonLinesWriter.to(file);
  }

  @Test
  void anUnfinishedWorkbookCanBeRead() throws IOException {
    Path file = folder.resolve("leads.xlsx");
    try (XlsxWriter writer = XlsxWriter.to(file)) {
      writer.write(LeadRecord.of(SampleRun.of("A").get(0)));
    }
    try (ZipFile zip = new ZipFile(folder.resolve("leads.xlsx.part").toFile())) {
      assertThat(zip.getEntry("xl/worksheets/sheet1.xml")).isNotNull();
    }
  }

  @Test
  void charactersThatSteerATerminalAreWrittenAsEscapes() throws IOException {
    Path file = folder.resolve("leads.jsonl");
    write(JsonLinesWriter.to(file), SampleRun.of("A\u009b31mB\u001b[2Jc\u202ed\u007f"));
    String line = Files.readAllLines(file).get(0);
    assertThat(line.codePoints().filter(c -> c < ' ' || c >= 0x7f && c <= 0x9f || c == 0x202e))
        .isEmpty();
    assertThat(JsonMapper.shared().readTree(line).at("/company/name").asString())
        .isEqualTo("A\u009b31mB\u001b[2Jc\u202ed\u007f");
  }

  @Test
  void aWorkbookHoldsTextsOnlyAndAppearsWhenFinished() throws IOException {
    Path file = folder.resolve("leads.xlsx");
    XlsxWriter writer = XlsxWriter.to(file);
    List<LeadResult> results = SampleRun.of(EVIL, "A\u0001\ud800B");
    for (int i = 0; i < 300; i++) {
      writer.write(LeadRecord.of(results.get(i % 2)));
    }
    assertThat(file).doesNotExist();
    writer.finish();
    writer.close();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      byte[] sheet =
          zip.getInputStream(Objects.requireNonNull(zip.getEntry("xl/worksheets/sheet1.xml")))
              .readAllBytes();
      String xml = new String(sheet, StandardCharsets.UTF_8);
      assertThat(xml)
          .contains("&apos;=HYPERLINK", "state=\"frozen\"")
          .doesNotContain("<f>", "<hyperlink");
      assertThat(xml.split("<row ")).hasSize(302);
    }
  }

  @Test
  void anOutputThatFailsDoesNotTakeTheOthersWithIt() throws IOException {
    LeadWriter broken =
        new LeadWriter() {
          @Override
          public void write(LeadRecord lead) {
            throw new PortException("output", "disk full", RetryAdvice.never());
          }

          @Override
          public void finish() {}

          @Override
          public void close() {
            throw new PortException("output", "disk full at the end", RetryAdvice.never());
          }
        };
    Path file = folder.resolve("leads.jsonl");
    LeadOutputs outputs = LeadOutputs.of(List.of(broken, JsonLinesWriter.to(file)));
    SampleRun.of("A", "B").forEach(outputs::write);
    outputs.finish();
    outputs.close();
    assertThat(outputs.failures()).as("said once").singleElement().asString().contains("disk full");
    assertThat(Files.readAllLines(file)).hasSize(2);
  }

  @Test
  void whatLooksLikeAnEscapeOfASpreadsheetIsShownAsItIs() throws IOException {
    Path file = folder.resolve("leads.xlsx");
    write(XlsxWriter.to(file), SampleRun.of("Fase_x0041_Nord"));
    try (ZipFile zip = new ZipFile(file.toFile())) {
      byte[] sheet =
          zip.getInputStream(Objects.requireNonNull(zip.getEntry("xl/worksheets/sheet1.xml")))
              .readAllBytes();
      assertThat(new String(sheet, StandardCharsets.UTF_8)).contains("Fase_x005F_x0041_Nord");
    }
  }

  @Test
  void aPresetHasTheHeadersThatTheImportOfItsCrmKnows() throws IOException {
    java.util.Map<ColumnPreset, List<String>> known =
        java.util.Map.of(
            ColumnPreset.HUBSPOT,
            List.of("Company name", "Company domain name", "Country/Region", "First name", "Email"),
            ColumnPreset.SALESFORCE,
            List.of("Company", "Last Name", "State/Province", "Zip/Postal Code", "Rating"),
            ColumnPreset.PIPEDRIVE,
            List.of("Organization - Name", "Person - Name", "Person - Email", "Lead - Title"),
            ColumnPreset.TWENTY,
            List.of("Name", "Domain Name / Link URL", "Address / City"));
    for (ColumnPreset preset : ColumnPreset.values()) {
      Path file = folder.resolve(preset.key() + ".csv");
      write(CsvWriter.to(file, preset), SampleRun.of("A", "B"));
      try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
        var all = rows.stream().toList();
        assertThat(all).hasSize(2);
        List<String> header = new ArrayList<>(all.get(0).getHeader());
        header.set(0, header.get(0).replace("\ufeff", ""));
        assertThat(header)
            .containsAll(known.getOrDefault(preset, List.of()))
            .doesNotHaveDuplicates();
        assertThat(all.get(0).getFields()).contains("A");
      }
      write(XlsxWriter.to(folder.resolve(preset.key() + ".xlsx"), preset), SampleRun.of("A"));
      assertThat(ColumnPreset.of(preset.key())).contains(preset);
    }
    assertThat(ColumnPreset.of("none")).isEmpty();
  }
}
