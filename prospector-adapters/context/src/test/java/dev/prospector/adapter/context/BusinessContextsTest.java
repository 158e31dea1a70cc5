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
  void whatIsWrittenAsTextIsReadAsTheSameContext() {
    BusinessContext.Builder builder =
        BusinessContext.builder()
            .language(Language.of("pt-BR").orElseThrow())
            .averageDealValue(Money.of("48000.50", "BRL"))
            .margin(0.55);
    for (BusinessContext.Text property : BusinessContext.Text.values()) {
      builder.text(property, "*não: \"" + property + "\" # {é 😀}\nsecond line: - yes");
    }
    for (BusinessContext.Items property : BusinessContext.Items.values()) {
      builder.items(property, java.util.List.of("yes", "1.50", "null", "&a [x]", "'ção'"));
    }
    BusinessContext context = builder.build();
    for (BusinessContexts.Format format : BusinessContexts.Format.values()) {
      String text = BusinessContexts.write(context, format);
      assertThat(BusinessContexts.parse(text, format)).as(text).isEqualTo(context);
      String nothing = BusinessContexts.write(BusinessContext.empty(), format);
      assertThat(BusinessContexts.parse(nothing, format)).isEqualTo(BusinessContext.empty());
    }
    assertThatThrownBy(
            () -> BusinessContexts.parse("x".repeat((1 << 20) + 1), BusinessContexts.Format.YAML))
        .isInstanceOf(InputException.class);
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

  @Test
  void whatWouldFillTheMemoryOrIsWrittenElsewhereIsRefusedWithItsPlace() throws IOException {
    StringBuilder doubling = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      doubling.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
    }
    assertThatThrownBy(() -> read("doubling.yaml", doubling.toString()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("'*a0'");
    assertThatThrownBy(() -> read("deep.yaml", "tone: " + "[".repeat(5000)))
        .isInstanceOf(InputException.class);
    assertThatThrownBy(() -> read("deep.json", "{\"tone\":" + "[".repeat(5000)))
        .isInstanceOf(InputException.class);
    assertThatThrownBy(() -> read("long.yaml", "tone: " + "x".repeat(1 << 20)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("1 MB");
    for (String amount : new String[] {"1e2147483647", "1e-2147483647", "9".repeat(200), "1e60"}) {
      assertThatThrownBy(
              () ->
                  read("deal.yaml", "average_deal_value: {amount: " + amount + ", currency: BRL}"))
          .isInstanceOfAny(ConfigurationException.class, InputException.class);
    }
  }

  @Test
  void theEncodingIsToldByTheFile() throws IOException {
    for (String charset : new String[] {"UTF-8", "UTF-16", "UTF-32", "windows-1252"}) {
      String mark = charset.equals("UTF-32") ? "\ufeff" : "";
      Path file = folder.resolve("c.yaml");
      Files.write(
          file, (mark + "tone: ação\n").getBytes(java.nio.charset.Charset.forName(charset)));
      assertThat(BusinessContexts.read(file).text(BusinessContext.Text.TONE))
          .as(charset)
          .isEqualTo("ação");
    }
  }
}
