package dev.prospector.adapter.verify.phone;

import dev.prospector.budget.Account;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Usage;
import dev.prospector.error.BudgetRefusedException;
import dev.prospector.error.PortException;
import dev.prospector.error.UnansweredException;
import dev.prospector.http.AddressPolicy;
import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpResponse;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.HttpUrl;
import dev.prospector.lead.Tenant;
import dev.prospector.money.Money;
import dev.prospector.store.ResponseCache;
import dev.prospector.verification.PhoneVerdict;
import dev.prospector.verification.PhoneVerifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Verifies telephone numbers by a service of the format of Twilio Lookup, version 2, with its line
 * type intelligence. What the numbering plans refuse already is not asked about, and an answer is
 * kept for 30 days. Safe for several threads; keys are never shown.
 */
public final class TwilioLookup implements PhoneVerifier {

  private static final Duration KEPT = Duration.ofDays(30);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpTransport transport;
  private final Service service;
  private final ResponseCache cache;
  private final Tenant tenant;
  private final Optional<Payer> payer;
  private final PhoneRules rules = new PhoneRules();

  /** Who pays for questions. */
  private record Payer(Budget budget, Account account) {}

  /**
   * Where to ask, and at what price.
   *
   * @param base such as {@code https://lookups.twilio.com}
   * @param account the account's id
   * @param token its secret
   * @param price of one question
   */
  public record Service(HttpUrl base, String account, String token, Money price) {

    /** Checks what is required. */
    public Service {
      Objects.requireNonNull(base);
      Objects.requireNonNull(price);
    }

    @Override
    public String toString() {
      return "phone look-up at " + base;
    }
  }

  /**
   * Asks a service.
   *
   * @param cache keeps answers
   * @param tenant in whose name they are kept
   */
  public TwilioLookup(
      HttpTransport transport, Service service, ResponseCache cache, Tenant tenant) {
    this(transport, service, cache, tenant, Optional.empty());
  }

  private TwilioLookup(
      HttpTransport transport,
      Service service,
      ResponseCache cache,
      Tenant tenant,
      Optional<Payer> payer) {
    this.payer = payer;
    this.transport = Objects.requireNonNull(transport);
    this.service = Objects.requireNonNull(service);
    this.cache = Objects.requireNonNull(cache);
    this.tenant = Objects.requireNonNull(tenant);
  }

  /** Returns this look-up with a budget that every question is reserved from. */
  public TwilioLookup paidBy(Budget budget, Account account) {
    return new TwilioLookup(
        transport, service, cache, tenant, Optional.of(new Payer(budget, account)));
  }

  @Override
  public PhoneVerdict verify(String number, String region) throws InterruptedException {
    PhoneVerdict offline = rules.verify(number, region);
    if (offline.plan().isEmpty()) {
      return offline;
    }
    String e164 = offline.plan().get().e164();
    String key = "phone-lookup/" + service.base().origin() + "/" + e164;
    Optional<String> known = cache.find(tenant, key);
    if (known.isPresent()) {
      return read(number, known.get());
    }
    try {
      HttpResponse answer = paid(request(e164));
      if (answer.status() != 200) {
        return failed(number, offline, "the service answered with status " + answer.status());
      }
      PhoneVerdict verdict = read(number, answer.text());
      if (verdict.status() != PhoneVerdict.Status.UNKNOWN) {
        cache.put(tenant, key, answer.text(), KEPT);
      }
      return verdict.costing(service.price());
    } catch (BudgetRefusedException e) {
      return failed(number, offline, "not asked: " + e.getMessage());
    } catch (PortException e) {
      return failed(number, offline, "the service could not be asked");
    }
  }

  private HttpResponse paid(HttpRequest request) throws InterruptedException {
    if (payer.isEmpty()) {
      return transport.send(request);
    }
    Budget budget = payer.get().budget();
    Usage cost = Usage.ofCall(service.price(), 0);
    Reservation reserved = budget.reserve(payer.get().account(), cost);
    Usage spent = Usage.NONE;
    try {
      HttpResponse answer = transport.send(request);
      spent = cost;
      return answer;
    } catch (UnansweredException e) {
      spent = cost; // Nobody knows whether it arrived.
      throw e;
    } finally {
      budget.settle(reserved, spent);
    }
  }

  @Override
  public String identity() {
    return service.toString();
  }

  private HttpRequest request(String e164) {
    String origin = service.base().origin();
    String login = service.account() + ":" + service.token();
    String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    HttpUrl url =
        HttpUrl.parse(
            origin
                + "/v2/PhoneNumbers/"
                + e164.replace("+", "%2B")
                + "?Fields=line_type_intelligence");
    return HttpRequest.get(url)
        .withHeader("Authorization", "Basic " + basic)
        .withAddresses(AddressPolicy.any());
  }

  /** What the plans say is known; that somebody could not be asked adds nothing to it. */
  private static PhoneVerdict failed(String number, PhoneVerdict offline, String reason) {
    return new PhoneVerdict(
        number,
        PhoneVerdict.Status.UNKNOWN,
        offline.plan(),
        PhoneVerdict.Likelihood.UNKNOWN,
        Optional.empty(),
        reason);
  }

  private PhoneVerdict read(String number, String text) {
    try {
      JsonNode answer = JSON.readTree(text);
      if (!answer.path("valid").isBoolean() || !answer.path("phone_number").isString()) {
        return PhoneVerdict.unknown(number, "the service's answer is not of the known form");
      } else if (!answer.get("valid").booleanValue()) {
        return new PhoneVerdict(
            number,
            PhoneVerdict.Status.INVALID,
            Optional.empty(),
            PhoneVerdict.Likelihood.UNLIKELY,
            Optional.empty(),
            "the service knows no such number");
      }
      return valid(number, answer);
    } catch (JacksonException e) {
      return PhoneVerdict.unknown(number, "the service's answer cannot be read");
    }
  }

  private static PhoneVerdict valid(String number, JsonNode answer) {
    JsonNode line = answer.path("line_type_intelligence");
    PhoneVerdict.Type type = PhoneTypes.of(line.path("type").asString(""));
    return new PhoneVerdict(
        number,
        PhoneVerdict.Status.VALID,
        Optional.of(
            new PhoneVerdict.Plan(
                answer.get("phone_number").stringValue(),
                type,
                text(answer.path("country_code")),
                text(line.path("carrier_name")))),
        PhoneTypes.whatsApp(type),
        Optional.empty(),
        "the service knows the number");
  }

  private static Optional<String> text(JsonNode value) {
    return value.isString() && !value.stringValue().isBlank()
        ? Optional.of(value.stringValue())
        : Optional.empty();
  }
}
