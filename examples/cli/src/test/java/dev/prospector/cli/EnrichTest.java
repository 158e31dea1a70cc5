package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.adapter.imports.ReadSettings;
import dev.prospector.cli.output.Delivery;
import dev.prospector.cli.output.RejectedRows;
import dev.prospector.cli.progress.Reporting;
import dev.prospector.cli.run.Job;
import dev.prospector.cli.run.RunJob;
import dev.prospector.cli.run.RunSettings;
import dev.prospector.cli.run.Sources;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.context.BusinessContext;
import dev.prospector.web.PageLookup;
import dev.prospector.web.PageSource;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class EnrichTest {

  private static final String PAGE =
      """
      <!doctype html><html lang="en"><head><title>Alder Freight</title></head><body>
      <h1>Alder Freight moves pallets 🚚 across the north</h1>
      <p>We are 85 people with 40 trucks. Founded in 1991, still a family firm, and we plan our
      routes by hand every morning. Call us on +44 20 7946 0321 or write to office@alder.example.</p>
      </body></html>
      """;

  @TempDir private Path folder;

  @BeforeEach
  void anArchiveAndAList() throws Exception {
    Files.createDirectories(folder.resolve("pages"));
    Files.writeString(
        folder.resolve("pages/index.csv"), "url,file\nhttps://alder.example/,alder.html\n");
    Files.writeString(folder.resolve("pages/alder.html"), PAGE);
    Files.writeString(
        folder.resolve("list.csv"),
        "Firma;Site;Ort\nAlder Freight;alder.example;York\nBirch Haulage;birch.example;\n;;Hull\n"
            + "Cedar Cargo;cedar.example;\n");
  }

  private Invocation enrich(Object... more) {
    Object[] arguments = new Object[more.length + 2];
    arguments[0] = "enrich";
    arguments[1] = folder.resolve("list.csv");
    System.arraycopy(more, 0, arguments, 2, more.length);
    return Invocation.of(folder, arguments);
  }

  @Test
  void readsAFolderArchiveAndQuotesIt() throws Exception {
    Path texts = folder.resolve("texts");
    Path out = folder.resolve("leads.jsonl");
    Invocation run =
        enrich(
            "--map",
            "name=Firma",
            "--pages",
            folder.resolve("pages"),
            "--snapshots",
            texts,
            "--out",
            out);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
    List<JsonNode> leads = JsonLines.read(out);
    assertThat(leads).hasSize(3);
    assertThat(leads.get(0).at("/company/name").asString()).isEqualTo("Alder Freight");
    assertThat(new Findings(leads.get(0)).of("phone")).contains("+442079460321");
    assertThat(new Findings(leads.get(0)).of("founded")).contains("1991");
    assertThat(QuoteCheck.check(leads, texts)).isGreaterThan(5);
  }

  @Test
  void writesJsonLinesToStandardOutputUnlessTold() {
    Invocation run = enrich("--map", "name=Firma", "--offline", "--progress", "json");
    assertThat(run.code()).isZero();
    assertThat(JsonLines.parse(run.out()))
        .extracting(lead -> lead.path("id").asString())
        .containsExactly("alder.example", "birch.example", "cedar.example");
    assertThat(run.err().lines().filter(l -> l.startsWith("{")).map(l -> JsonLines.parse(l).get(0)))
        .anyMatch(p -> p.path("ended").asInt() == 3 && p.path("expected").asInt() == 3);
    assertThat(folder.resolve("list.csv.rejected.csv")).isNotEmptyFile();
  }

  @Test
  void aLeadWithoutPagesSaysWhatItsRowSaysAndLeavesTheRestOpen() {
    Invocation run = enrich("--map", "name=Firma", "--offline", "--limit", "1");
    JsonNode lead = JsonLines.parse(run.out()).get(0);
    assertThat(lead.path("status").asString()).isEqualTo("ENRICHED");
    assertThat(lead.at("/sections/company_profile/employees/state").asString())
        .isEqualTo("UNKNOWN");
    assertThat(lead.at("/score/low").asDouble()).isLessThan(lead.at("/score/high").asDouble());
  }

  @Test
  void takesOnlyTheRowsAskedFor() {
    Invocation run = enrich("--map", "name=Firma", "--offline", "--range", "2-4", "--limit", "1");
    assertThat(JsonLines.parse(run.out()))
        .extracting(lead -> lead.path("id").asString())
        .containsExactly("birch.example");
  }

  @Test
  void quietMeansNothingOnStandardError() {
    Invocation run = enrich("--map", "name=Firma", "--offline", "--quiet");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
  }

  @Test
  void whatCannotBeReadEndsWithTwoAndAMessageWithoutAStackTrace() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.yaml"), "what_we_sell: [");
    Path typo = Files.writeString(folder.resolve("typo.yaml"), "what_we_sel: trucks");
    for (Object[] arguments :
        List.of(
            new Object[] {"enrich", folder.resolve("nowhere.csv")},
            new Object[] {"enrich", folder.resolve("list.csv"), "--pages", folder.resolve("no")},
            new Object[] {"enrich", folder.resolve("list.csv"), "--context", broken},
            new Object[] {"enrich", folder.resolve("list.csv"), "--context", typo},
            new Object[] {"enrich", folder.resolve("list.csv"), "--map", "nmae=Firma"},
            new Object[] {"enrich", folder.resolve("list.csv"), "--map", "name=Nobody"},
            new Object[] {"enrich", folder.resolve("list.csv"), "--range", "9-1"},
            new Object[] {"enrich", folder.resolve("list.csv"), "--limit", "0"},
            new Object[] {"enrich", folder.resolve("list.csv"), "--concurrency", "0"},
            new Object[] {"enrich", folder.resolve("list.csv"), "--lang", "tlh"},
            new Object[] {"enrich", folder.resolve("list.csv"), "--pipeline", "none-such"},
            new Object[] {"enrich", folder.resolve("list.csv"), "--out", "leads.docx"},
            new Object[] {"enrich", folder.resolve("list.csv"), "--nonsense"},
            new Object[] {"enrich"},
            new Object[] {})) {
      Invocation run = Invocation.of(folder, arguments);
      assertThat(run.code()).as("%s: %s", List.of(arguments), run.err()).isEqualTo(2);
      assertThat(run.err()).contains("prospector: ").doesNotContain("\tat ", "Exception");
      assertThat(run.out()).isEmpty();
    }
  }

  @Test
  void anEarlierResultSurvivesASlipInTheNameOfTheList() throws Exception {
    Path earlier = Files.writeString(folder.resolve("leads.jsonl"), "precious\n");
    Invocation run =
        Invocation.of(folder, "enrich", folder.resolve("lits.csv"), "--offline", "--out", earlier);
    assertThat(run.code()).isEqualTo(2);
    assertThat(earlier).hasContent("precious");
  }

  @Test
  void endsWithThreeWhenALeadFailedAndDeliversTheOthers() throws Exception {
    PageSource source = failingFor("birch");
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(print, print, false, folder, name -> null);
    ReadSettings rows = ReadSettings.defaults().withColumns(java.util.Map.of("name", "Firma"));
    Job job =
        new Job(folder.resolve("list.csv"), rows, Sources.with(BusinessContext.empty(), source));
    int code =
        new RunJob(terminal, RunSettings.defaults(), new Reporting())
            .run(job, RejectedRows.toldOnly(), () -> new Delivery(List.of(), List.of()));
    assertThat(code).isEqualTo(3);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("2 enriched", "1 failed", "failed: birch.example at website");
  }

  private static PageSource failingFor(String host) {
    return new PageSource() {
      @Override
      public PageLookup fetch(String url) {
        if (url.contains(host)) {
          throw new LinkageError("the disk is gone"); // No outage, a defect.
        }
        return new PageLookup.Absent(url, "nothing is there");
      }

      @Override
      public String identity() {
        return "1";
      }
    };
  }
}
