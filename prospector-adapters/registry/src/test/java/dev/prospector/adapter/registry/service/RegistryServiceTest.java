package dev.prospector.adapter.registry.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.http.HttpAnswer;
import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.HttpUrl;
import dev.prospector.registry.CompanyRegistry;
import dev.prospector.registry.CompanyRegistry.RegistryRecord;
import dev.prospector.registry.RegistryLookup;
import dev.prospector.run.Threads;
import dev.prospector.testkit.contract.CompanyRegistryContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The wire as the services' documentation shows it; the companies are invented. */
class RegistryServiceTest extends CompanyRegistryContract {

  private static final String FLAT =
      """
      {"cnpj": "11222333000181", "descricao_identificador_matriz_filial": "MATRIZ",
       "razao_social": "AÇO FORTE LTDA", "nome_fantasia": "AÇO FORTE",
       "descricao_situacao_cadastral": "ATIVA", "data_inicio_atividade": "2013-10-03",
       "cnae_fiscal": 2511000, "cnae_fiscal_descricao": "Fabricação de estruturas metálicas",
       "descricao_tipo_de_logradouro": "RUA", "logradouro": "DAS FLORES", "numero": "10",
       "complemento": "", "bairro": "CENTRO", "cep": "01310100", "uf": "SP",
       "municipio": "SAO PAULO", "email": null, "porte": "DEMAIS",
       "natureza_juridica": "Sociedade Empresária Limitada",
       "qsa": [{"nome_socio": "FULANA DE TAL", "cnpj_cpf_do_socio": "***123456**"}]}
      """;
  private static final String NESTED =
      """
      {"cnpj_raiz": "11222333", "razao_social": "AÇO FORTE LTDA",
       "porte": {"id": "05", "descricao": "Demais"},
       "natureza_juridica": {"id": "2062", "descricao": "Sociedade Empresária Limitada"},
       "socios": [{"nome": "FULANA DE TAL", "tipo": "Pessoa Física"}],
       "estabelecimento": {"cnpj": "11222333000181", "tipo": "Matriz", "nome_fantasia": null,
         "situacao_cadastral": "Ativa", "data_inicio_atividade": "2013-10-03",
         "tipo_logradouro": "RUA", "logradouro": "DAS FLORES", "numero": "10", "complemento": null,
         "bairro": "CENTRO", "cep": "01310100",
         "atividade_principal": {"id": "2511000", "descricao": "Estruturas metálicas"},
         "cidade": {"nome": "São Paulo"}, "estado": {"sigla": "SP"}}}
      """;

  private final List<String> asked = new ArrayList<>();
  private final List<Duration> waited = new ArrayList<>();

  private RegistryService service(ServiceSettings settings, int status, String body) {
    HttpTransport transport =
        new HttpTransport() {
          @Override
          public <T> T exchange(HttpRequest request, Reader<T> reader) {
            asked.add(request.url().text());
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            boolean there = status != 200 || request.url().target().endsWith(NUMBER);
            try {
              return reader.read(
                  HttpAnswer.received(
                      there ? status : 404,
                      Map.of("Retry-After", List.of("7")),
                      new ByteArrayInputStream(bytes),
                      request.limits()));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        };
    return new RegistryService(transport, settings, new Waits(), Clock.systemUTC());
  }

  /** Time that passes by waiting alone. */
  private final class Waits implements Threads {
    private long now = 1_000;

    @Override
    public Workers workers(String name, int leads, int stepsEach) {
      return Threads.platform().workers(name, leads, stepsEach);
    }

    @Override
    public Background background(String name, Runnable work) {
      return Threads.platform().background(name, work);
    }

    @Override
    public Background every(Duration pause, String name, Runnable work) {
      return Threads.platform().every(pause, name, work);
    }

    @Override
    public long nanoTime() {
      return now;
    }

    @Override
    public void sleep(Duration time) {
      waited.add(time);
      now += time.toNanos();
    }
  }

  private RegistryService service(RegistryFormat format, int status, String body) {
    return service(ServiceSettings.of(format), status, body);
  }

  @Override
  protected CompanyRegistry registry() {
    return service(RegistryFormat.BRASIL_API, 200, FLAT);
  }

  private static String body(RegistryFormat format) {
    return format == RegistryFormat.CNPJ_WS ? NESTED : FLAT;
  }

  @Test
  void eachFormatGivesTheSameRecord() throws Exception {
    for (RegistryFormat format : RegistryFormat.values()) {
      RegistryRecord record =
          service(format, 200, body(format)).find(COUNTRY, NUMBER).found().orElseThrow();
      assertThat(record.legalName()).as(format.name()).isEqualTo("AÇO FORTE LTDA");
      assertThat(record.activityCode()).isEqualTo("2511000");
      assertThat(record.status()).isEqualTo("Situação cadastral: ATIVA");
      assertThat(record.openedOn()).isEqualTo(LocalDate.of(2013, 10, 3));
      assertThat(record.text())
          .contains("CNPJ: 11222333000181", "Endereço: RUA DAS FLORES 10", "UF: SP", "2013-10-03");
    }
    assertThat(asked)
        .containsExactly(
            "https://brasilapi.com.br/api/cnpj/v1/" + NUMBER,
            "https://minhareceita.org/" + NUMBER,
            "https://publica.cnpj.ws/cnpj/" + NUMBER);
  }

  @Test
  void naturalPersonsAreLeftOutUnlessAskedFor() throws Exception {
    for (RegistryFormat format : RegistryFormat.values()) {
      ServiceSettings settings = ServiceSettings.of(format);
      String without =
          service(settings, 200, body(format)).find(COUNTRY, NUMBER).found().orElseThrow().text();
      String with =
          service(settings.withPeople(), 200, body(format))
              .find(COUNTRY, NUMBER)
              .found()
              .orElseThrow()
              .text();
      assertThat(without).doesNotContain("FULANA");
      assertThat(with).contains("Sócio: FULANA DE TAL");
    }
  }

  @Test
  void aSoleTradersTaxpayerNumberIsNeverTakenOver() throws Exception {
    String body = FLAT.replace("AÇO FORTE LTDA", "FULANA DE TAL 12345678901");
    RegistryRecord record =
        service(RegistryFormat.MINHA_RECEITA, 200, body)
            .find(COUNTRY, NUMBER)
            .found()
            .orElseThrow();
    assertThat(record.legalName()).isEqualTo("FULANA DE TAL");
    assertThat(record.text()).doesNotContain("12345678901");
  }

  @Test
  void numbersWithLettersAreAskedForAndWhatIsNoNumberIsNot() throws Exception {
    RegistryService service = service(RegistryFormat.BRASIL_API, 404, "{}");
    RegistryLookup none = new RegistryLookup.Absent();
    assertThat(service.find("BR", "12ABC34501DE35")).isEqualTo(none);
    assertThat(asked).hasSize(1);
    for (String wrong : List.of("", "1122233300018", "11222333000181/x", "12abc34501de35")) {
      assertThat(service.find("BR", wrong)).isEqualTo(none);
    }
    assertThat(service.find("PT", NUMBER)).isEqualTo(none);
    assertThat(asked).hasSize(1);
  }

  private static RetryAdvice.Kind advice(RegistryService service) {
    RetryAdvice.Kind[] kind = new RetryAdvice.Kind[1];
    assertThatExceptionOfType(PortException.class)
        .isThrownBy(() -> service.find(COUNTRY, NUMBER))
        .satisfies(e -> kind[0] = e.advice().kind());
    return kind[0];
  }

  @Test
  void whatGoesWrongIsAnErrorWithAdviceAndNeverAnEmptyResult() throws Exception {
    RegistryFormat format = RegistryFormat.BRASIL_API;
    assertThat(advice(service(format, 429, ""))).isEqualTo(RetryAdvice.Kind.AFTER);
    assertThat(advice(service(format, 503, ""))).isEqualTo(RetryAdvice.Kind.BACK_OFF);
    assertThat(advice(service(format, 403, ""))).isEqualTo(RetryAdvice.Kind.MEND);
    assertThat(advice(service(format, 302, ""))).isEqualTo(RetryAdvice.Kind.NEVER);
    assertThat(advice(service(format, 200, "<html>"))).isEqualTo(RetryAdvice.Kind.BACK_OFF);
    assertThat(advice(service(format, 200, "{}"))).isEqualTo(RetryAdvice.Kind.NEVER);
    assertThat(advice(service(RegistryFormat.CNPJ_WS, 200, "[]")))
        .isEqualTo(RetryAdvice.Kind.NEVER);
    assertThat(service(format, 404, "").find(COUNTRY, NUMBER))
        .isEqualTo(new RegistryLookup.Absent());
  }

  @Test
  void questionsKeepTheServicesPaceAndOwnHostsTheirOwn() throws Exception {
    RegistryService service = service(RegistryFormat.CNPJ_WS, 404, "{}");
    for (int i = 0; i < 4; i++) {
      service.find(COUNTRY, NUMBER);
    }
    assertThat(waited).hasSize(3).allMatch(Duration.ofSeconds(20)::equals);

    waited.clear();
    ServiceSettings own =
        ServiceSettings.of(RegistryFormat.MINHA_RECEITA)
            .at(HttpUrl.parse("http://registry.internal:8000"), Duration.ZERO);
    RegistryService ours = service(own, 404, "{}");
    ours.find(COUNTRY, NUMBER);
    ours.find(COUNTRY, NUMBER);
    assertThat(waited).isEmpty();
    assertThat(asked).contains("http://registry.internal:8000/" + NUMBER);
  }
}
