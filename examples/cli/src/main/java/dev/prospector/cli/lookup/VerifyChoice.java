package dev.prospector.cli.lookup;

import dev.prospector.adapter.verify.email.DnsEmailVerifier;
import dev.prospector.adapter.verify.phone.PhoneRules;
import dev.prospector.adapter.verify.phone.TwilioLookup;
import dev.prospector.error.InputException;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.HttpUrl;
import dev.prospector.lead.Tenant;
import dev.prospector.money.Money;
import dev.prospector.verification.EmailVerifier;
import dev.prospector.verification.PhoneVerifier;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What verifies contacts.
 *
 * @param email the resolver that is asked, {@code HOST:PORT}; empty text for the machine's own; not
 *     there if nothing is verified
 * @param phone the service that is asked; empty text for the numbering plans; not there if nothing
 *     is verified
 */
record VerifyChoice(Optional<String> email, Optional<String> phone) {

  static final String ACCOUNT = "TWILIO_ACCOUNT_SID";
  static final String TOKEN = "TWILIO_AUTH_TOKEN";
  private static final String TWILIO = "twilio";
  private static final String ADDRESS = "https://lookups.twilio.com";
  private static final Money LIST_PRICE = Money.of("0.008", "USD");
  private static final Duration LONGEST_QUESTION = Duration.ofSeconds(5);
  private static final int DNS = 53;

  static VerifyChoice of(String written) {
    Map<String, String> by = new HashMap<>();
    for (String one : written.split(",")) {
      int at = one.indexOf('=');
      String kind = at < 0 ? one : one.substring(0, at);
      if (!kind.equals("email") && !kind.equals("phone")) {
        throw new InputException("--verify takes email and phone, not '" + one + "'");
      }
      by.put(kind, at < 0 ? "" : one.substring(at + 1));
    }
    VerifyChoice choice =
        new VerifyChoice(
            Optional.ofNullable(by.get("email")), Optional.ofNullable(by.get("phone")));
    choice.email().ifPresent(VerifyChoice::port);
    choice.phone().filter(VerifyChoice::isService).ifPresent(VerifyChoice::url);
    return choice;
  }

  private static int port(String resolver) {
    int colon = resolver.lastIndexOf(':');
    try {
      return colon < 0 ? DNS : Integer.parseInt(resolver.substring(colon + 1));
    } catch (NumberFormatException e) {
      throw new InputException("--verify email=HOST:PORT, not '" + resolver + "'", e);
    }
  }

  static boolean isService(String phone) {
    return !phone.isEmpty();
  }

  private static HttpUrl url(String service) {
    return HttpUrl.parse(service.equals(TWILIO) ? ADDRESS : service);
  }

  void requireKeys(Function<String, @Nullable String> environment) {
    if (phone.filter(VerifyChoice::isService).isPresent()) {
      Keys.required(ACCOUNT, TWILIO, environment);
      Keys.required(TOKEN, TWILIO, environment);
    }
  }

  /** Returns a sentence for each kind of contact that is verified. */
  List<String> examined(Function<String, @Nullable String> environment, LookUpSettings settings) {
    requireKeys(environment);
    List<String> said = new ArrayList<>();
    email.ifPresent(
        resolver -> said.add("e-mail by the DNS" + (resolver.isEmpty() ? "" : " of " + resolver)));
    phone.ifPresent(
        service ->
            said.add(
                isService(service)
                    ? "telephone numbers by "
                        + url(service).origin()
                        + ", "
                        + settings.price(TWILIO).orElse(LIST_PRICE)
                        + " a request"
                    : "telephone numbers by the numbering plans, which asks nobody"));
    return said;
  }

  EmailVerifier openEmail() {
    if (email.isEmpty()) {
      return EmailVerifier.none();
    }
    String resolver = email.get();
    return resolver.isEmpty()
        ? DnsEmailVerifier.open(LONGEST_QUESTION, Clock.systemUTC())
        : DnsEmailVerifier.open(
            resolver.replaceFirst(":[0-9]{1,5}$", ""),
            port(resolver),
            LONGEST_QUESTION,
            Clock.systemUTC());
  }

  PhoneVerifier openPhone(
      HttpTransport transport, OpenLookUps.Means means, LookUpSettings settings) {
    if (phone.isEmpty()) {
      return PhoneVerifier.none();
    } else if (!isService(phone.get())) {
      return new PhoneRules();
    }
    TwilioLookup.Service service =
        new TwilioLookup.Service(
            url(phone.get()),
            Keys.required(ACCOUNT, TWILIO, means.environment()),
            Keys.required(TOKEN, TWILIO, means.environment()),
            settings.price(TWILIO).orElse(LIST_PRICE));
    return new TwilioLookup(transport, service, means.cache(), Tenant.DEFAULT)
        .paidBy(means.budget(), means.account());
  }
}
