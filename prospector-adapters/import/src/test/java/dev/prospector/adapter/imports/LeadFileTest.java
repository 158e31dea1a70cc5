package dev.prospector.adapter.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.error.ConfigurationException;
import dev.prospector.error.InputException;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.ImportNotes;
import dev.prospector.lead.Lead;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeadFileTest {

  @TempDir Path folder;
  private final List<RejectedRow> rejected = new ArrayList<>();

  private List<Lead> read(Path file, ReadSettings settings) {
    try (LeadFile list = LeadFile.open(file, settings, rejected::add)) {
      List<Lead> leads = new ArrayList<>();
      list.forEach(leads::add);
      assertThat(list.leads()).isEqualTo(leads.size());
      return leads;
    }
  }

  private List<Lead> read(String name, String content) throws IOException {
    return read(write(name, content, StandardCharsets.UTF_8), ReadSettings.defaults());
  }

  private Path write(String name, String content, Charset charset) throws IOException {
    return Files.write(folder.resolve(name), content.getBytes(charset));
  }

  @Test
  void findsDelimiterAndColumnsOfAPortugueseList() throws IOException {
    Lead lead =
        read(
                "lista.csv",
                """
                Razão Social;Site;UF;País;CNPJ;Contato;Cargo
                Padaria Ipê, Ltda;www.ipe.example;SP;Brasil;99.111.222/0001-49;Ana Lima;Gerente
                """)
            .get(0);
    assertThat(lead.company().name()).isEqualTo("Padaria Ipê, Ltda");
    assertThat(lead.company().domain()).contains("ipe.example");
    assertThat(lead.company().country()).contains("Brasil");
    assertThat(lead.company().registrationNumber()).contains("99.111.222/0001-49");
    assertThat(lead.company().columns()).containsEntry("UF", "SP");
    assertThat(lead.people()).singleElement().extracting(p -> p.role()).isEqualTo("Gerente");
    assertThat(lead.id().value()).isEqualTo("ipe.example");
    assertThat(lead.source()).hasToString("lista.csv:2");
    assertThat(lead.supplied().get(0).text()).contains("CNPJ: 99.111.222/0001-49\n");
  }

  @Test
  void readsEveryEncodingThatSpreadsheetProgramsWrite() throws IOException {
    String text = "nome,site\nAção Três,acao.example\n";
    byte[] mark = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    Path marked =
        write("bom.csv", new String(mark, StandardCharsets.UTF_8) + text, Charset.defaultCharset());
    Files.write(
        marked, (new String(mark, StandardCharsets.UTF_8) + text).getBytes(StandardCharsets.UTF_8));
    List<Path> files =
        List.of(
            marked,
            write("utf8.csv", text, StandardCharsets.UTF_8),
            write("windows.csv", text, Charset.forName("windows-1252")),
            write("utf16.csv", text, StandardCharsets.UTF_16),
            write("utf16le.csv", text, StandardCharsets.UTF_16LE));
    for (Path file : files) {
      assertThat(read(file, ReadSettings.defaults()))
          .as(file.toString())
          .singleElement()
          .extracting(lead -> lead.company().name())
          .isEqualTo("Ação Três");
    }
  }

  @Test
  void oneLineInAnotherEncodingDoesNotSpoilTheOthers() throws IOException {
    Path file = folder.resolve("mixed.csv");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("nome,site\nAção 😀,a.example\n".getBytes(StandardCharsets.UTF_8));
      out.write("São João,b.example\n".getBytes(Charset.forName("windows-1252")));
    }
    assertThat(read(file, ReadSettings.defaults()))
        .extracting(lead -> lead.company().name())
        .containsExactly("Ação 😀", "São João");
  }

  @Test
  void valuesMayHoldDelimitersQuotesAndLineBreaks() throws IOException {
    List<Lead> leads =
        read(
            "quoted.csv",
            "name,website,notes\n\"A, \"\"B\"\"\",a.example,\"one\ntwo\"\nC,c.example,x\n");
    assertThat(leads).extracting(l -> l.company().name()).containsExactly("A, \"B\"", "C");
    assertThat(leads.get(0).supplied().get(0).text()).contains("notes: one\ntwo\n");
    assertThat(leads.get(1).source().row()).isEqualTo(4);
  }

  @Test
  void aLostQuotationMarkCostsOneRowAtMost() throws IOException {
    List<Lead> leads =
        read(
            "lost.csv",
            "name,website,city\n\"Lost,l.example,X\nTV 32\" LED,t.example,Y\n"
                + "\"Max \"Q\" Ltd\",q.example,Z\nLast,e.example,W\n");
    assertThat(leads)
        .extracting(l -> l.company().name())
        .containsExactly("\"Lost", "TV 32\" LED", "Max \"Q\" Ltd", "Last");
    assertThat(rejected).isEmpty();
  }

  @Test
  void aBadRowIsReportedWithLineColumnValueAndReason() throws IOException {
    List<Lead> leads =
        read(
            "bad.csv",
            """
            name,website,city
            ,,Lisboa
            ,http://exa mple,Porto
            One,two.example,three,four
            Total: 20
            Good,not a site,Faro
            ,,
            """);
    assertThat(leads).singleElement().extracting(l -> l.company().name()).isEqualTo("Good");
    assertThat(leads.get(0).company().website()).isEmpty();
    assertThat(ImportNotes.of(leads.get(0).company()))
        .singleElement()
        .asString()
        .startsWith("the website in the list is not used: not a site");
    assertThat(rejected).extracting(RejectedRow::line).containsExactly(2L, 3L, 4L, 5L);
    assertThat(rejected.get(1).column()).isEqualTo("website");
    assertThat(rejected.get(1).value()).isEqualTo("http://exa mple");
    assertThat(rejected.get(2).reason()).isEqualTo("4 values for 3 columns");
  }

  @Test
  void aRowOfTheSameDomainFoldsIntoTheFirstAndStaysItsEvidence() throws IOException {
    List<Lead> leads =
        read(
            "twice.csv",
            """
            name,website,phone
            A,www.a.example,1
            B,b.example,2
            A again,https://shop.a.example/x,3
            """);
    assertThat(leads).extracting(l -> l.id().value()).containsExactly("a.example", "b.example");
    assertThat(ImportNotes.of(leads.get(0).company()))
        .containsExactly("rows of the same company were folded into this one: twice.csv:4");
    assertThat(leads.get(0).supplied())
        .extracting(Snapshot::address)
        .containsExactly("twice.csv:2", "twice.csv:4");
    assertThat(leads.get(0).supplied().get(1).text()).contains("phone: 3\n");
    assertThat(ImportNotes.ownColumns(leads.get(0).company())).hasSize(3);
  }

  @Test
  void pagesOnASiteOfManyCompaniesAreDifferentLeads() throws IOException {
    List<Lead> leads =
        read(
            "shared.csv",
            "name,website\nA,https://www.facebook.com/a\nB,facebook.com/b\nA2,http://facebook.com/a/\n");
    assertThat(leads)
        .extracting(l -> l.id().value())
        .containsExactly("facebook.com/a", "facebook.com/b");
    assertThat(leads.get(0).company().domain()).isEmpty();
  }

  @Test
  void rowsWithoutWebsiteHaveIdsOfTheirContent() throws IOException {
    String list = "name,city\nSilva,Porto\nSilva,Braga\nSilva,Porto\n";
    List<Lead> leads = read("names.csv", list);
    assertThat(leads).hasSize(2).extracting(Lead::id).doesNotHaveDuplicates();
    assertThat(leads.get(0).id().value()).startsWith("silva-");
    assertThat(read("names.csv", list))
        .extracting(Lead::id)
        .isEqualTo(leads.stream().map(Lead::id).toList());
  }

  @Test
  void rangeAndLimitChooseRows() throws IOException {
    StringBuilder rows = new StringBuilder("name,website\n");
    for (int i = 1; i <= 30; i++) {
      rows.append("C").append(i).append(",c").append(i).append(".example\n");
    }
    Path file = write("many.csv", rows.toString(), StandardCharsets.UTF_8);
    ReadSettings some = ReadSettings.defaults().withRange(RowRange.parse("10-20"));
    assertThat(read(file, some)).hasSize(11).first().hasToString("lead c10.example");
    assertThat(read(file, some.withLimit(2))).hasSize(2);
    assertThatThrownBy(() -> RowRange.parse("20-10")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void columnsCanBeMappedByHand() throws IOException {
    Path file = write("own.csv", "Kürzel|Wo\nAcme|acme.example\n", StandardCharsets.UTF_8);
    assertThatThrownBy(() -> read(file, ReadSettings.defaults().withColumns(Map.of("nam", "x"))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("did you mean 'name'?");
    assertThatThrownBy(
            () -> read(file, ReadSettings.defaults().withColumns(Map.of("name", "Kurzl"))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("did you mean 'Kürzel'?");
    Map<String, String> mapped = Map.of("name", "kurzel", "website", "Wo");
    assertThat(read(file, ReadSettings.defaults().withColumns(mapped)))
        .singleElement()
        .extracting(l -> l.company().name())
        .isEqualTo("Acme");
  }

  @Test
  void aListWithoutTitlesIsUnderstoodByItsWebsites() throws IOException {
    assertThat(read("bare.txt", "acme.example\nother.example\n")).hasSize(2);
    assertThatThrownBy(() -> read("other.csv", "a,b\n1,2\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no column is known");
  }

  @Test
  void readsJsonLinesAroundABrokenLineAlsoCompressed() throws IOException {
    Path file = folder.resolve("leads.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(
          """
          {"company":"A","website":"a.example","address":{"city":"X"},"tags":["p","q"]}
          {"company":
          ["no","object"]
          {"company":"B"}
          """
              .getBytes(StandardCharsets.UTF_8));
    }
    List<Lead> leads = read(file, ReadSettings.defaults());
    assertThat(leads).extracting(l -> l.company().name()).containsExactly("A", "B");
    assertThat(leads.get(0).company().columns())
        .containsEntry("address.city", "X")
        .containsEntry("tags", "p; q");
    assertThat(rejected).extracting(RejectedRow::line).containsExactly(2L, 3L);
  }

  @Test
  void readsAJsonListWhereverItStandsAndSaysWhereItBreaks() throws IOException {
    assertThat(read("array.json", "[{\"name\":\"A\"},\n{\"name\":\"B\"}]")).hasSize(2);
    assertThat(read("object.json", "{\"total\":2,\"data\":{\"companies\":[{\"name\":\"A\"}]}}"))
        .hasSize(1);
    assertThat(read("one.json", "{\"name\":\"A\",\"people\":[{\"name\":\"P\"}]}")).hasSize(1);
    assertThat(read("cut.json", "[{\"name\":\"A\"},\n{\"name\":")).hasSize(1);
    assertThat(rejected).singleElement().extracting(RejectedRow::line).isEqualTo(2L);
  }

  @Test
  void aHarvestersFailuresAndFillerTextAreNoPages() throws IOException {
    List<Lead> leads =
        read(
            "harvest.json",
            """
            {"original_query": "padarias", "sites_data": [
             {"url": "https://a.example/", "google_search_data": {"title": "Padaria A", "snippet": "Pães"},
              "extracted_text_content": "Pães desde 1990.", "extraction_status_message": "SUCESSO NA EXTRAÇÃO"},
             {"url": "https://a.example/contato", "extracted_text_content": "Fale conosco: 11 4002-8922",
              "extraction_status_message": "SUCESSO NA EXTRAÇÃO"},
             {"url": "https://b.example/", "google_search_data": {"title": "B"},
              "extracted_text_content": "Lorem ipsum dolor sit amet, consectetur adipiscing elit.",
              "extraction_status_message": "SUCESSO NA EXTRAÇÃO"},
             {"url": "https://c.example/", "google_search_data": {"title": "C"},
              "extracted_text_content": "Não deu", "extraction_status_message": "FALHA: TIMEOUT (60000ms)"}],
             "collection_timestamp": "2026-03-01T10:00:00Z"}
            """);
    assertThat(leads).extracting(l -> l.company().name()).containsExactly("Padaria A", "B", "C");
    assertThat(leads.get(0).supplied())
        .extracting(Snapshot::kind)
        .containsExactly(
            Snapshot.Kind.ROW, Snapshot.Kind.PAGE, Snapshot.Kind.ROW, Snapshot.Kind.PAGE);
    assertThat(leads.get(0).supplied().get(1).capturedAt())
        .map(Object::toString)
        .contains("2026-03-01T10:00:00Z");
    assertThat(leads.get(0).supplied().get(3).text()).contains("11 4002-8922");
    for (Lead failed : leads.subList(1, 3)) {
      assertThat(failed.supplied())
          .singleElement()
          .extracting(Snapshot::text)
          .asString()
          .doesNotContain("orem", "Não deu");
      assertThat(ImportNotes.of(failed.company())).hasSize(1);
    }
  }
}
