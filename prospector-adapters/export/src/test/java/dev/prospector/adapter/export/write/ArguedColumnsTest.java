package dev.prospector.adapter.export.write;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.prospector.adapter.export.ArguedRun;
import dev.prospector.adapter.export.SampleRun;
import dev.prospector.adapter.export.record.LeadRecord;
import dev.prospector.agents.outreach.Messages;
import dev.prospector.context.Language;
import dev.prospector.run.LeadResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was argued, planned and written, as a table shows it. */
class ArguedColumnsTest {

  private static final List<String> COLUMNS =
      List.of(
          ("route, pains, urgency, trigger, trigger_date, competitor, supplier, persona,"
                  + " persona_basis, angle, first_contact, channel, subject, message,"
                  + " gate_findings, top_objection, summary, sections_by_model,"
                  + " sections_by_rules, cost")
              .split(", "));

  @TempDir Path folder;

  private NamedCsvRecord row(LeadResult result) throws IOException {
    Path file = folder.resolve("leads.csv");
    try (LeadWriter writer = CsvWriter.to(file)) {
      writer.write(LeadRecord.of(result));
      writer.finish();
    }
    try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      return rows.stream().findFirst().orElseThrow();
    }
  }

  @Test
  void aTableTellsWhatWasArguedPlannedAndWritten() throws IOException {
    LeadResult result = ArguedRun.of(Language.EN, "");
    NamedCsvRecord row = row(result);
    assertThat(row.getHeader()).containsAll(COLUMNS);
    assertThat(row.getField("pains")).contains("routes planned by hand in spreadsheets (");
    assertThat(row.getField("trigger"))
        .startsWith("EXPANSION: ")
        .contains("opened a new warehouse");
    assertThat(row.getField("persona_basis")).isEqualTo("ASSUMED");
    assertThat(row.getField("first_contact"))
        .matches("2026-06-\\d\\d \\d\\d:\\d\\d-.* Europe/Lisbon");
    Messages.Draft first = result.dossier().find(Messages.KEY).orElseThrow().drafts().get(0);
    assertThat(row.getField("channel")).isEqualTo(first.channel().name());
    assertThat(row.getField("message")).startsWith(first.body());
    assertThat(row.getField("gate_findings")).isEmpty();
    assertThat(row.getField("top_objection")).isNotEmpty();
    assertThat(row.getField("summary")).isNotEmpty();
    assertThat(row.getField("sections_by_model")).isEqualTo("0");
    assertThat(row.getField("sections_by_rules"))
        .isEqualTo(String.valueOf(result.dossier().entries().size()));
    assertThat(row.getField("cost")).isEmpty();
  }

  @Test
  void whereNothingWasArguedTheCellsAreEmpty() throws IOException {
    NamedCsvRecord row = row(SampleRun.of("Acme").get(0));
    COLUMNS.stream()
        .filter(name -> !name.startsWith("sections_by"))
        .forEach(name -> assertThat(row.getField(name)).as(name).isEmpty());
  }
}
