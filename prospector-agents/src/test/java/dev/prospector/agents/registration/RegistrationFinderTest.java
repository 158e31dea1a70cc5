package dev.prospector.agents.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.registration.RegistrationMention.StatusWord;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationFinderTest {

  private final RegistrationFinder finder = new RegistrationFinder();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CNPJ: 12.ABC.345/01DE-35           | CNPJ            | 12ABC34501DE35",
        "inscrita no CNPJ/MF sob o nº 00000000000191 | CNPJ   | 00000000000191",
        "Exemplo Ltda 00.000.000/0001-91    | CNPJ            | 00000000000191",
        "NIPC 501 442 600                   | NIPC            | 501442600",
        "Contribuinte n.º 501442600         | NIPC            | 501442600",
        "CIF: A-28015865                    | NIF             | A28015865",
        "Company No. 00445790               | COMPANY_NUMBER  | 00445790",
        "Registered in Scotland No. SC095000| COMPANY_NUMBER  | SC095000",
        "VAT number GB 220 4302 31          | VAT             | GB220430231",
        "VAT No. 220 4302 31                | VAT             | GB220430231",
        "USt-IdNr.: DE 129 273 398          | VAT             | DE129273398",
        "P.IVA 00905811006                  | VAT             | IT00905811006",
        "UID: ATU36801500                   | VAT             | ATU36801500",
        "VAT CHE-116.281.710 MWST           | VAT             | CHE116281710MWST",
        "VAT IE6388047V                     | VAT             | IE6388047V",
        "BTW nr. NL 004495445 B01           | VAT             | NL004495445B01",
        "Amtsgericht München HRB 42243      | HANDELSREGISTER | HRB42243",
        "HRB-Nr. 6684                       | HANDELSREGISTER | HRB6684",
        "CUIT 30-50001091-2                 | CUIT            | 30500010912",
        "RFC: WMT970714R10                  | RFC             | WMT970714R10",
        "RUT: 90.749.000-9                  | RUT             | 907490009",
        "NIT 890.903.938-8                  | NIT             | 8909039388",
        "KvK-nummer 33011433                | KVK             | 33011433",
        "RCS Paris 552 032 534              | SIREN           | 552032534",
        "SIRET: 552 032 534 00646           | SIRET           | 55203253400646"
      })
  void findsLabelledNumbers(String text, RegistrationKind kind, String value) {
    assertThat(finder.find(text))
        .extracting(RegistrationMention::number)
        .containsExactly(new RegistrationNumber(kind, value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CNPJ: 12.ABC.345/01DE-34",
        "CNPJ 00.000.000/0000-00",
        "20240101123045",
        "Tel. 501 442 600",
        "Unser Code DE 129 273 398",
        "NIF 501442601",
        "CIF: A-28015866",
        "company 20190101",
        "SIREN 552 032 535",
        "RFC: WMT971314R10",
        "RUT: 12.345.678-5",
        "monit 890.903.938-8"
      })
  void leavesOutWhatIsInvalidUnlabelledOrPersonal(String text) {
    assertThat(finder.find(text)).isEmpty();
  }

  @Test
  void givesThePlaceOfTheNumberWithoutItsLabel() {
    String text = "Rodapé\nExemplo S.A. – CNPJ nº 00.000.000/0001-91.";

    RegistrationMention mention = finder.find(text).get(0);

    assertThat(text.substring(mention.start(), mention.end())).isEqualTo("00.000.000/0001-91");
    assertThat(mention.labelled()).isTrue();
    assertThat(mention.status()).isEmpty();
  }

  @Test
  void findsEveryEstablishmentInOrder() {
    String text = "Matriz 00.000.000/0001-91, filial CNPJ 00.000.000/0002-72";

    assertThat(finder.find(text))
        .extracting(m -> m.number().formatted())
        .containsExactly("00.000.000/0001-91", "00.000.000/0002-72");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CNPJ 00.000.000/0001-91 - Situação cadastral: BAIXADA   | ENDED",
        "CNPJ inapta: 00.000.000/0001-91                         | UNFIT",
        "CNPJ 00.000.000/0001-91 (em recuperação judicial)       | INSOLVENT",
        "CNPJ 00.000.000/0001-91 Situação: Ativa                 | ACTIVE",
        "Company No. 00445790 (dissolved 2019)                   | ENDED"
      })
  void reportsWhatTheTextSaysAboutTheRegistration(String text, RegistrationStatus status) {
    RegistrationMention mention = finder.find(text).get(0);

    assertThat(mention.status()).map(StatusWord::status).contains(status);
  }

  @Test
  void aPlaceNameIsNoStatus() {
    assertThat(finder.find("CNPJ 00.000.000/0001-91 Baixada Santista").get(0).status()).isEmpty();
  }

  @Test
  void anyTextEndsQuicklyWithMentionsInOrder() {
    Random random = new Random(3);
    List<String> parts =
        List.of(
            "CNPJ", " ", "n", "VAT", "\t", "0", "9", "registered in England", "ß", ".", "/", "HRB");
    for (int round = 0; round < 50; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 2_000; i++) {
        text.append(parts.get(random.nextInt(parts.size())));
      }
      int end = 0;
      for (RegistrationMention mention : finder.find(text.toString())) {
        assertThat(mention.start()).isGreaterThanOrEqualTo(end);
        end = mention.end();
      }
    }
  }
}
