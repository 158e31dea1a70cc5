package dev.prospector.adapter.registry.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prospector.error.InputException;
import dev.prospector.registry.CompanyRegistry;
import dev.prospector.registry.CompanyRegistry.RegistryRecord;
import dev.prospector.registry.CompanySearch;
import dev.prospector.registry.CompanySearch.Candidate;
import dev.prospector.testkit.contract.CompanyRegistryContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRegistryTest extends CompanyRegistryContract {

  @TempDir private Path folder;
  private final List<LocalRegistry> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(LocalRegistry::close);
  }

  private static OpenData data() {
    return new OpenData()
        .company("11222333", "AÇO FORTE LTDA")
        .establishment("11222333", "0001", "81", "AÇO FORTE", "7107")
        .establishment("11222333", "0002", "62", "", "6001")
        .company("22333444", "PADARIA CENTRAL LTDA")
        .establishment("22333444", "0001", "00", "", "7107")
        .company("33444555", "PADARIA CENTRAL EIRELI")
        .establishment("33444555", "0001", "00", "", "6001")
        .company("12ABC345", "FULANO DE TAL 12345678901")
        .establishment("12ABC345", "01DE", "35", "BAR DO FULANO", "7107")
        .partner("11222333", "FULANA DE TAL");
  }

  private LocalRegistry imported(boolean people) {
    try {
      Path target = Files.createTempDirectory(folder, "made").resolve("registry.db");
      ImportRegistry.run(data().write(folder.resolve("data")), target, people);
      LocalRegistry registry = LocalRegistry.open(target);
      opened.add(registry);
      return registry;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected CompanyRegistry registry() {
    return imported(false);
  }

  @Test
  void aRecordTellsWhatTheOpenDataTells() {
    RegistryRecord record = imported(false).find("BR", NUMBER).found().orElseThrow();
    assertThat(record.legalName()).isEqualTo("AÇO FORTE LTDA");
    assertThat(record.activityCode()).isEqualTo("2511000");
    assertThat(record.status()).isEqualTo("Situação cadastral: ATIVA");
    assertThat(record.openedOn()).isEqualTo(LocalDate.of(2013, 10, 3));
    assertThat(record.text())
        .contains(
            "Município: SÃO PAULO", "Estabelecimento: MATRIZ", "Endereço: RUA DAS FLORES; FUNDOS")
        .doesNotContain("FULANA", "dono@");
  }

  @Test
  void naturalPersonsAreLeftOutUnlessAskedFor() {
    assertThat(imported(true).find("BR", NUMBER).found().orElseThrow().text())
        .contains("Sócio: FULANA DE TAL");
    RegistryRecord trader = imported(false).find("BR", "12ABC34501DE35").found().orElseThrow();
    assertThat(trader.text()).doesNotContain("12345678901");
  }

  @Test
  void branchesBelongToTheirRoot() {
    assertThat(imported(false).establishments("11222333"))
        .extracting(Candidate::number)
        .containsExactly("11222333000181", "11222333000262");
  }

  @Test
  void everyRowOfAFolderOfManyBatchesIsFoundByItsNumberAndByItsName() throws IOException {
    int companies = 7_001;
    OpenData data = new OpenData();
    for (int i = 0; i < companies; i++) {
      String root = "%08d".formatted(i);
      data.company(root, "OFICINA N" + i + " LTDA").establishment(root, "0001", "00", "", "7107");
    }
    Path target = folder.resolve("many.db");
    long rows = ImportRegistry.run(data.write(folder.resolve("many")), target, false);
    assertThat(rows).isGreaterThanOrEqualTo(2L * companies);
    LocalRegistry registry = LocalRegistry.open(target);
    opened.add(registry);
    for (int i : new int[] {0, 1, 4_999, 5_000, 5_001, companies - 1}) {
      String number = "%08d000100".formatted(i);
      assertThat(registry.find("BR", number).found().orElseThrow().legalName())
          .isEqualTo("OFICINA N" + i + " LTDA");
      assertThat(registry.candidates(query("Oficina N" + i, "São Paulo", "SP")).get(0).number())
          .isEqualTo(number);
    }
    assertThat(registry.find("BR", "%08d000100".formatted(companies)).found()).isEmpty();
  }

  private static CompanySearch.Query query(String name, String city, String state) {
    return new CompanySearch.Query(name, city, state, 10);
  }

  @Test
  void aNameAtItsPlaceIsFoundWhateverItsSpelling() {
    LocalRegistry registry = imported(false);
    List<Candidate> found = registry.candidates(query("Aco forte Ltda.", "sao paulo", "sp"));
    assertThat(found.get(0).number()).isEqualTo(NUMBER);
    assertThat(CompanySearch.beyondDoubt(found)).contains(found.get(0));
    assertThat(registry.candidates(query("Bar do Fulano", "São Paulo", ""))).hasSize(1);
  }

  @Test
  void aNameThatTwoCompaniesShareIsNeverPicked() {
    List<Candidate> found = imported(false).candidates(query("Padaria Central", "São Paulo", "SP"));
    assertThat(found).hasSize(2);
    assertThat(found.get(0).samePlace()).isTrue();
    assertThat(CompanySearch.beyondDoubt(found)).isEmpty();
  }

  @Test
  void aNameWithoutAPlaceOrOfAnotherPlaceOrInPartIsNeverPicked() {
    LocalRegistry registry = imported(false);
    for (CompanySearch.Query doubtful :
        List.of(
            query("Aço Forte", "", ""),
            query("Aço Forte", "Curitiba", "PR"),
            query("Aço", "São Paulo", "SP"))) {
      assertThat(registry.candidates(doubtful)).isNotEmpty();
      assertThat(CompanySearch.beyondDoubt(registry.candidates(doubtful))).isEmpty();
    }
  }

  @Test
  void whateverIsSearchedForIsText() {
    LocalRegistry registry = imported(false);
    for (String odd : List.of("", "\"", "a\" OR \"b", "NEAR(", "* -", "'; drop table name; --")) {
      assertThat(registry.candidates(query(odd, odd, odd))).isEmpty();
    }
  }

  @Test
  void theSameDataGivesTheSameIdentityAndOtherDataAnother() {
    String identity = imported(false).identity();
    assertThat(imported(false).identity()).isEqualTo(identity);
    assertThat(imported(true).identity()).isNotEqualTo(identity);
  }

  @Test
  void whatIsNoRegisterAndNoOpenDataIsSaid() throws IOException {
    Path text = Files.writeString(folder.resolve("text.db"), "no database at all, but a text");
    for (Path wrong : List.of(text, folder.resolve("none.db"))) {
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> LocalRegistry.open(wrong))
          .withMessageContaining("registry import");
    }
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> ImportRegistry.run(folder, folder.resolve("x.db"), false))
        .withMessageContaining("open data");
  }
}
