package dev.prospector.adapter.export.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.adapter.export.SampleRun;
import dev.prospector.adapter.export.record.LeadRecord;
import dev.prospector.context.Language;
import dev.prospector.error.PortException;
import dev.prospector.run.LeadResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HtmlReportTest {

  private static final String EVIL =
      "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'<!--";

  private static final Pattern SCRIPT = Pattern.compile("(?s)<script([^>]*)>(.*?)</script>");

  @TempDir Path folder;

  private String report(ReportSettings settings, List<LeadResult> results) throws IOException {
    Path file = folder.resolve("report.html");
    try (HtmlReport report = HtmlReport.to(file, settings)) {
      results.forEach(result -> report.write(LeadRecord.of(result)));
      report.finish();
    }
    return Files.readString(file);
  }

  private static JsonNode data(String html, String id) {
    Matcher script = SCRIPT.matcher(html);
    while (script.find()) {
      if (script.group(1).contains("id=\"" + id + "\"")) {
        return JsonMapper.shared().readTree(script.group(2));
      }
    }
    throw new AssertionError("no data " + id);
  }

  @Test
  void hostileNamesQuotesAndPagesStayText() throws IOException {
    ReportSettings settings = ReportSettings.defaults().withTitle(EVIL);
    String html = report(settings, SampleRun.of(EVIL, "Broken " + EVIL, "Good"));
    Matcher script = SCRIPT.matcher(html);
    int code = 0;
    while (script.find()) {
      boolean data = script.group(1).contains("application/json");
      assertThat(data ? script.group(2) : "").doesNotContain("<", "alert(1)>");
      code += data ? 0 : 1;
    }
    assertThat(code).isEqualTo(1);
    String markup = SCRIPT.matcher(html).replaceAll("");
    assertThat(markup).doesNotContain("<img", "onerror=alert(1)>");
    assertThat(data(html, "lead-0").get("company").get("name").asString()).isEqualTo(EVIL);
  }

  @Test
  void nothingIsLoadedFromElsewhere() throws IOException {
    String html = report(ReportSettings.defaults(), SampleRun.of("Acme"));
    String markup =
        Pattern.compile("(?s)(<script[^>]*>).*?</script>").matcher(html).replaceAll("$1");
    assertThat(markup).doesNotContain(" src=", "srcset", "@import", "url(", "<link", "<iframe");
    assertThat(markup.replaceAll("<a href=\"https?://[^\"]*\" target=", "<a target="))
        .doesNotContain("=\"http", "='http");
    assertThat(markup).contains("default-src 'none'");
    Matcher script = SCRIPT.matcher(html);
    while (script.find()) {
      if (!script.group(1).contains("json")) {
        assertThat(script.group(2))
            .doesNotContain(
                "fetch(", "XMLHttpRequest", "innerHTML", "eval(", "document.write", "import(");
      }
    }
  }

  @Test
  void thePolicyAllowsExactlyTheReportsOwnScriptAndStyle() throws Exception {
    String html = report(ReportSettings.defaults(), SampleRun.of("Acme"));
    Matcher code = Pattern.compile("(?s)<script>(.*?)</script>").matcher(html);
    Matcher style = Pattern.compile("(?s)<style>(.*?)</style>").matcher(html);
    for (Matcher part : List.of(code, style)) {
      assertThat(part.find()).isTrue();
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(part.group(1).getBytes(StandardCharsets.UTF_8));
      assertThat(html).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
    }
    assertThat(html).doesNotContain("unsafe-inline");
  }

  @Test
  void everyQuoteIsFoundInTheTextShownForItsPage() throws IOException {
    String html = report(ReportSettings.defaults(), SampleRun.of("Ação 😀"));
    JsonNode lead = data(html, "lead-0");
    assertThat(lead.get("claims").size()).isGreaterThan(4);
    for (JsonNode claim : lead.get("claims")) {
      JsonNode part = lead.get("pages").get(claim.get("snapshot").asString()).get("parts").get(0);
      int[] text = part.get("text").asString().codePoints().toArray();
      int start = claim.get("start").asInt() - part.get("start").asInt();
      int length = claim.get("end").asInt() - claim.get("start").asInt();
      assertThat(new String(text, start, length)).isEqualTo(claim.get("quote").asString());
    }
  }

  @Test
  void ofManyLeadsTheBestAreShownInFullAndAllAreCounted() throws IOException {
    String[] names =
        Stream.iterate(0, i -> i + 1).limit(30).map(i -> "C" + i).toArray(String[]::new);
    String html = report(ReportSettings.defaults().withMost(5, 10), SampleRun.of(names));
    assertThat(data(html, "run").get("leads").asInt()).isEqualTo(30);
    assertThat(data(html, "run").get("cards").asInt()).isEqualTo(5);
    assertThat(data(html, "rows")).hasSize(15);
    assertThat(html.split("id=\"lead-")).hasSize(6);
    for (int i = 0; i < 5; i++) {
      long shown = data(html, "rows").get(i).get("n").asLong();
      assertThat(html).contains("id=\"lead-" + shown + "\"");
    }
  }

  @Test
  void theSameRunTwiceGivesTheSameReport() throws IOException {
    ReportSettings settings = ReportSettings.defaults().withLanguage(Language.PT_BR);
    String one = report(settings, SampleRun.of("A", "B", "Broken"));
    assertThat(report(settings, SampleRun.of("A", "B", "Broken"))).isEqualTo(one);
    assertThat(one).contains("<html lang=\"pt-BR\">");
  }

  @Test
  void aRunWithoutLeadsIsAReportToo() throws IOException {
    assertThat(data(report(ReportSettings.defaults(), List.of()), "rows")).isEmpty();
  }

  @Test
  void labelsAreThereInEveryLanguage() throws IOException {
    JsonNode labels = data(report(ReportSettings.defaults(), List.of()), "labels");
    for (Language language : Language.values()) {
      assertThat(labels.get(language.tag()).propertyNames())
          .isEqualTo(labels.get("en").propertyNames());
    }
  }

  @Test
  void aReportThatCannotBeWrittenIsNoticedBeforeTheRun() throws IOException {
    Path folderInTheWay = Files.createDirectory(folder.resolve("taken.html"));
    assertThatThrownBy(() -> HtmlReport.to(folderInTheWay))
        .isInstanceOf(PortException.class)
        .hasMessageContaining("taken.html");
    Path noFolder = Files.writeString(folder.resolve("file"), "x").resolve("report.html");
    assertThatThrownBy(() -> HtmlReport.to(noFolder)).isInstanceOf(PortException.class);
  }

  /** As after kill -9: nobody comes to remove anything. */
  @Test
  void whatWaitsForTheReportIsNotLeftBehindByAProcessThatDies() throws IOException {
    Path file = folder.resolve("report.html");
    HtmlReport report = HtmlReport.to(file);
    SampleRun.of("A", "B").forEach(result -> report.write(LeadRecord.of(result)));
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(folder.resolve("report.html.part"));
    }
    assertThat(folder.resolve("report.html.part")).isEmptyFile();
    report.finish();
    report.close();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void controlCharactersAreShownAsSuch() throws IOException {
    String html =
        report(ReportSettings.defaults(), SampleRun.of("A\u001b[31mB\u009bC\u202eD\u007fE"));
    assertThat(html).contains("A\u241b[31mB\ufffdC\ufffdD\u2421E");
    assertThat(html.codePoints().filter(c -> c < ' ' && c != '\n' || c >= 0x7f && c <= 0x9f))
        .isEmpty();
  }
}
