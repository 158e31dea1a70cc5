package dev.prospector.agents.company.industry;

import static dev.prospector.agents.page.Language.ENGLISH;
import static dev.prospector.agents.page.Language.OTHER;
import static dev.prospector.agents.page.Language.PORTUGUESE;
import static dev.prospector.agents.page.Language.SPANISH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.prospector.agents.company.industry.IndustryJudgement.Likelihood;
import dev.prospector.agents.company.industry.IndustryJudgement.Outcome;
import dev.prospector.agents.page.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndustryClassifierTest {

  /** Of the unpacked model that TrainIndustry writes; docs/industry-model.md says how. */
  private static final String SHIPPED_SHA256 =
      "1d9a0f84a54148e5251b72a3ec27baa232748e22750a89c37c31ca9da4eea5ab";

  private final IndustryClassifier classifier = IndustryClassifier.shipped();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INDUSTRIALS|Transporte rodoviário de cargas fracionadas com frota própria e armazenagem em Curitiba.
          HEALTH_CARE|Clínica odontológica: implantes dentários, ortodontia e próteses. Agende com nossos dentistas.
          REAL_ESTATE|Imobiliária com apartamentos e casas para venda e aluguel. Lançamentos e imóveis prontos.
          INFORMATION_TECHNOLOGY|Software de gestão na nuvem para pequenas empresas, com integração via API e suporte.
          CONSUMER_STAPLES|Rede de supermercados com quinze lojas, açougue, padaria e hortifruti.
          UTILITIES|Operação de usinas solares e eólicas: geração e distribuição de energia elétrica.
          FINANCIALS|Corretora de seguros: seguro de vida, seguro de automóvel e previdência privada.
          ENERGY|Distribuidora de combustíveis: gasolina, diesel, etanol e lubrificantes para postos.
          """)
  void namesTheIndustryOfPortugueseTexts(Industry industry, String text) {
    assertThat(classifier.classify("", text, PORTUGUESE).industry()).contains(industry);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MATERIALS|Compañía minera dedicada a la exploración y extracción de cobre, oro y plata.
          CONSUMER_DISCRETIONARY|Hotel con habitaciones frente al mar, restaurante y spa. Reserve su estancia.
          COMMUNICATION_SERVICES|Operador de telecomunicaciones con fibra óptica, telefonía móvil y banda ancha.
          INDUSTRIALS|Constructora de carreteras, puentes y obra civil; ingeniería y montaje industrial.
          """)
  void namesTheIndustryOfSpanishTexts(Industry industry, String text) {
    assertThat(classifier.classify("", text, SPANISH).industry()).contains(industry);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          REAL_ESTATE|Letting agent and estate agency selling houses and flats in Leeds; property management.
          HEALTH_CARE|Develops vaccines and gene therapies for rare diseases, now in clinical trials.
          CONSUMER_STAPLES|Our bakery makes bread, cakes and biscuits for supermarkets and grocery stores.
          """)
  void namesTheIndustryOfEnglishTexts(Industry industry, String text) {
    assertThat(classifier.classify("", text, ENGLISH).industry()).contains(industry);
  }

  @Test
  void saysNothingAboutATextOfAFewWords() {
    IndustryJudgement judgement = classifier.classify("Acme", "Bem-vindo ao site!", PORTUGUESE);

    assertThat(judgement.industry()).isEmpty();
    assertThat(judgement.outcome()).isEqualTo(Outcome.TOO_LITTLE_TEXT);
  }

  @Test
  void isUndecidedWhereTheTextSpeaksOfManyIndustries() {
    String text =
        "The group holds interests in hotels, a bank, coal mines, a pharmacy, software houses, "
            + "apartment buildings, radio stations and a power plant.";

    assertThat(classifier.classify("", text, ENGLISH).outcome()).isEqualTo(Outcome.UNDECIDED);
  }

  @Test
  void quotesTheSentencesThatSpeakForTheIndustry() {
    String text =
        "Fundada em 1987 pela família Souza.\n"
            + "Fale conosco de segunda a sexta.\n"
            + "Fabricamos medicamentos genéricos e vacinas para hospitais e clínicas.\n"
            + "Estamos em Goiânia.";

    IndustryJudgement judgement = classifier.classify("Souza S.A.", text, PORTUGUESE);

    assertThat(judgement.industry()).contains(Industry.HEALTH_CARE);
    assertThat(judgement.support().get(0).of(text))
        .isEqualTo("Fabricamos medicamentos genéricos e vacinas para hospitais e clínicas.");
    assertThat(judgement.support()).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void probabilitiesAddUpToOneAndDescend() {
    IndustryJudgement judgement =
        classifier.classify("Northwind", "Operates gold mines in Canada and Peru.", ENGLISH);

    double sum = judgement.likelihoods().stream().mapToDouble(Likelihood::probability).sum();
    assertThat(sum).isEqualTo(1, within(1e-9));
    assertThat(judgement.likelihoods())
        .extracting(likelihood -> -likelihood.probability())
        .isSorted();
  }

  @Test
  void anyTextIsJudgedTheSameTwiceWithSupportInsideIt() {
    Random random = new Random(7);
    String letters = "aeiou rst.\n•|;ãçñ1 ß漢\ud83d\ude00ABC-";
    for (int round = 0; round < 200; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(900); i > 0; i--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      Language language = round % 2 == 0 ? OTHER : PORTUGUESE;
      IndustryJudgement judgement = classifier.classify("", text.toString(), language);

      assertThat(classifier.classify("", text.toString(), language)).isEqualTo(judgement);
      assertThat(judgement.support())
          .allSatisfy(passage -> assertThat(passage.of(text.toString())).isNotBlank());
    }
  }

  @Test
  void theShippedModelIsTheOneThatTheTrainingProgramWrites() throws Exception {
    byte[] model = unpacked();

    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(model));
    assertThat(digest).isEqualTo(SHIPPED_SHA256);
  }

  @Test
  void aModelIsWrittenAsItWasRead() throws IOException {
    byte[] model = unpacked();
    ByteArrayOutputStream written = new ByteArrayOutputStream();

    IndustryModel.read(new ByteArrayInputStream(model)).write(written);

    assertThat(written.toByteArray()).isEqualTo(model);
  }

  private static byte[] unpacked() throws IOException {
    try (InputStream raw = IndustryClassifier.class.getResourceAsStream("industry-model.bin.gz");
        InputStream in = new GZIPInputStream(raw)) {
      return in.readAllBytes();
    }
  }
}
