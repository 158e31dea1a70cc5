package dev.prospector.agents.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.intake.IntakeAgent;
import dev.prospector.agents.website.WebsiteAgent;
import dev.prospector.testkit.OneStep;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A town with its state is the company's place only where the page says so of the company. */
class ListedTownsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<nav><ul><li><a href='/a'>Aracaju - SE</a></li><li><a href='/b'>Maceió -"
            + " AL</a></li></ul></nav>",
        "<form><label>Aracaju - SE</label><input></form>",
        "<h2>Atendemos</h2><ul><li>Aracaju - SE</li><li>Maceió - AL</li><li>Recife -"
            + " PE</li><li>Natal - RN</li></ul>",
        "<h2>Vagas</h2><p>Motorista</p><p>Curitiba - PR</p><p>Vendas</p><p>Recife -"
            + " PE</p><p>Fiscal</p><p>Natal - RN</p><p>Chefe</p><p>Aracaju - SE</p>",
        "<h2>Depoimentos</h2><p>Muito bom.</p><p>Rita, Aracaju - SE</p>",
      })
  void townsOfMenusFormsReviewersAndLongListsAreNot(String html) {
    assertThat(towns(html)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Estamos em Aracaju - SE.</p>",
        "<footer><p>Aracaju - SE</p></footer>",
        "<nav><a href='/x'>Recife - PE</a></nav><p>Aracaju - SE</p>",
        "<p>Aracaju - SE</p><p>Unidades: Maceió - AL, Recife - PE</p>",
      })
  void theTownThatItNamesAsItsOwnIs(String html) {
    assertThat(towns(html)).containsExactly("Aracaju");
  }

  @Test
  void aFullAddressStandsInALongListToo() {
    assertThat(
            towns(
                "<p>Aracaju - SE</p><p>Maceió - AL</p><p>Natal - RN</p><p>Curitiba - PR</p>"
                    + "<p>Rua Nova, 12 - Centro - Recife - PE, 50010-000</p>"))
        .containsExactly("Recife");
  }

  private static List<String> towns(String html) {
    String page =
        "<html lang=pt><body><h1>Frota Azul</h1><p>Cuidamos de cargas todos os dias.</p>" + html;
    return OneStep.of(new ContactDetailsAgent())
        .site("https://frotaazul.example/", page + "</body></html>")
        .after(new IntakeAgent(), new WebsiteAgent())
        .run()
        .written()
        .addresses()
        .stream()
        .map(address -> address.place().known().city())
        .toList();
  }
}
