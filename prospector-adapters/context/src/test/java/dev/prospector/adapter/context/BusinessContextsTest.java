package dev.prospector.adapter.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.context.BusinessContext;
import dev.prospector.context.Language;
import dev.prospector.error.ConfigurationException;
import dev.prospector.error.InputException;
import dev.prospector.money.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusinessContextsTest {

  @TempDir Path folder;

  private BusinessContext read(String name, String text) throws IOException {
    return BusinessContexts.read(Files.writeString(folder.resolve(name), text));
  }

  @Test
  void yamlAndJsonSayTheSame() throws IOException {
    BusinessContext yaml =
        read(
            "context.yaml",
            """
            what_we_sell: >
              Rotas
            industries: [transporte, logística]
            places: Brasil
            average_deal_value: {amount: 48000, currency: brl}
            margin: 0.55
            language: pt-BR
            """);
    assertThat(yaml.text(BusinessContext.Text.WHAT_WE_SELL)).isEqualTo("Rotas");
    assertThat(yaml.items(BusinessContext.Items.PLACES)).containsExactly("Brasil");
    assertThat(yaml.averageDealValue()).contains(Money.of("48000", "BRL"));
    assertThat(yaml.language()).isEqualTo(Language.PT_BR);
    BusinessContext json =
        read(
            "context.json",
            """
            {"what_we_sell":"Rotas","industries":["transporte","logística"],"places":["Brasil"],
             "average_deal_value":{"amount":"48000.00","currency":"BRL"},"margin":0.55,"language":"pt"}
            """);
    assertThat(json).isEqualTo(yaml);
  }

  @Test
  void everyProblemIsSaidAtOnceWithTheNearestName() {
    assertThatThrownBy(
            () ->
                read(
                    "wrong.yaml",
                    """
                    what_we_sel: x
                    margin: 55
                    language: klingon
                    average_deal_value: {amount: many, currency: BRL}
                    tone: [a, b]
                    """))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e ->
                assertThat(e.problems()).hasSize(5).first().asString().contains("'what_we_sell'?"));
  }

  @Test
  void brokenYamlIsAnInputErrorThatNamesTheLine() {
    assertThatThrownBy(() -> read("broken.yaml", "tone: a\nnotes: 'open\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line");
    assertThatThrownBy(() -> read("text.yaml", "just words")).isInstanceOf(InputException.class);
  }
}
