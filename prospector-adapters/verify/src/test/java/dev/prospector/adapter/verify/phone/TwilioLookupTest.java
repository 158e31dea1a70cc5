package dev.prospector.adapter.verify.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.http.HttpAnswer;
import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.HttpUrl;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryResponseCache;
import dev.prospector.money.Money;
import dev.prospector.verification.PhoneVerdict;
import dev.prospector.verification.PhoneVerdict.Status;
import dev.prospector.verification.PhoneVerdict.Type;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The wire as the service's documentation shows it. */
class TwilioLookupTest {

  private static final Money PRICE = Money.of("0.008", "USD");
  private static final String ANSWER =
      """
      {"calling_country_code": "55", "country_code": "BR", "phone_number": "+5511987654321",
       "national_format": "(11) 98765-4321", "valid": %s, "validation_errors": [],
       "caller_name": null, "sim_swap": null,
       "line_type_intelligence": {"error_code": null, "mobile_country_code": "724",
         "mobile_network_code": "06", "carrier_name": "Vivo", "type": "mobile"},
       "url": "https://lookups.twilio.com/v2/PhoneNumbers/+5511987654321"}
      """;

  private final List<HttpRequest> sent = new ArrayList<>();

  private TwilioLookup answering(int status, String body) {
    return over(
        new HttpTransport() {
          @Override
          public <T> T exchange(HttpRequest request, Reader<T> reader) {
            sent.add(request);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            try {
              return reader.read(
                  HttpAnswer.received(
                      status, Map.of(), new ByteArrayInputStream(bytes), request.limits()));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        });
  }

  private static TwilioLookup over(HttpTransport transport) {
    TwilioLookup.Service service =
        new TwilioLookup.Service(
            HttpUrl.parse("https://lookups.example"), "AC1", "secret-token", PRICE);
    return new TwilioLookup(
        transport, service, new InMemoryResponseCache(100, Clock.systemUTC()), new Tenant("acme"));
  }

  @Test
  void anAnswerTellsTypeCarrierAndCostAndIsAskedForOnce() throws Exception {
    TwilioLookup lookup = answering(200, ANSWER.formatted("true"));
    PhoneVerdict verdict = lookup.verify("(11) 98765-4321", "BR");
    assertThat(verdict.status()).isEqualTo(Status.VALID);
    assertThat(verdict.plan().orElseThrow().type()).isEqualTo(Type.MOBILE);
    assertThat(verdict.plan().orElseThrow().carrier()).contains("Vivo");
    assertThat(verdict.cost()).contains(PRICE);

    PhoneVerdict again = lookup.verify("+55 11 98765 4321", "");
    assertThat(again.plan()).isEqualTo(verdict.plan());
    assertThat(again.cost()).isEmpty();
    assertThat(sent).hasSize(1);
    assertThat(sent.get(0).url().text())
        .isEqualTo(
            "https://lookups.example/v2/PhoneNumbers/%2B5511987654321"
                + "?Fields=line_type_intelligence");
    assertThat(sent.get(0).headers().get("Authorization")).startsWith("Basic ");
  }

  @Test
  void whatTheServiceDoesNotKnowIsInvalid() throws Exception {
    assertThat(answering(200, ANSWER.formatted("false")).verify("(11) 98765-4321", "BR").status())
        .isEqualTo(Status.INVALID);
  }

  @Test
  void whatGoesWrongIsUnknownAndIsAskedAgain() throws Exception {
    for (int status : new int[] {401, 404, 429, 500}) {
      TwilioLookup lookup = answering(status, "{}");
      PhoneVerdict verdict = lookup.verify("(11) 98765-4321", "BR");
      assertThat(verdict.status()).isEqualTo(Status.UNKNOWN);
      assertThat(verdict.lowered(0.7)).isEqualTo(0.7);
    }
    for (String body : List.of("", "not json", "[]", "{}", "{\"valid\": \"yes\"}")) {
      sent.clear();
      TwilioLookup lookup = answering(200, body);
      assertThat(lookup.verify("(11) 98765-4321", "BR").status()).isEqualTo(Status.UNKNOWN);
      lookup.verify("(11) 98765-4321", "BR");
      assertThat(sent).as(body).hasSize(2);
    }
    HttpTransport down =
        new HttpTransport() {
          @Override
          public <T> T exchange(HttpRequest request, Reader<T> reader) {
            throw new PortException("test", "down", RetryAdvice.backOff());
          }
        };
    assertThat(over(down).verify("(11) 98765-4321", "BR").status()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void whatThePlansRefuseIsNotPaidFor() throws Exception {
    assertThat(answering(200, "{}").verify("(10) 1", "BR").status()).isEqualTo(Status.INVALID);
    assertThat(sent).isEmpty();
  }

  @Test
  void theTokenIsNotShown() {
    assertThat(
            new TwilioLookup.Service(HttpUrl.parse("https://l.example"), "AC1", "secret", PRICE)
                .toString())
        .doesNotContain("secret");
  }
}
