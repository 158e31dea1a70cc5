package dev.prospector.agents.score;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.argument.Score;
import dev.prospector.agents.argument.ScoreRange;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.page.Language;
import dev.prospector.agents.registration.Registration;
import dev.prospector.agents.website.Website;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far a company does business as its country's market expects: the weighted share of the
 * signals of the country's profile. What was not found on pages that were read counts as open,
 * since the page that shows it may be one that was not.
 *
 * <p>The profiles are own choices: in Brazil a published registration number is required of web
 * shops (Decree 7.962/2013, article 2) and customary elsewhere, and WhatsApp is the usual channel;
 * in other markets e-mail, phone and LinkedIn are.
 */
final class MarketFit {

  private enum Signal {
    REGISTRATION,
    EMAIL,
    PHONE,
    WHATSAPP,
    LINKEDIN,
    ADDRESS,
    LANGUAGE
  }

  private static final Map<Signal, Double> BRAZIL =
      Map.of(
          Signal.REGISTRATION, 0.25,
          Signal.WHATSAPP, 0.20,
          Signal.PHONE, 0.15,
          Signal.EMAIL, 0.15,
          Signal.ADDRESS, 0.10,
          Signal.LANGUAGE, 0.15);

  private static final Map<Signal, Double> ELSEWHERE =
      Map.of(
          Signal.REGISTRATION, 0.10,
          Signal.EMAIL, 0.25,
          Signal.PHONE, 0.20,
          Signal.LINKEDIN, 0.20,
          Signal.ADDRESS, 0.15,
          Signal.LANGUAGE, 0.10);

  private static final Map<String, Language> SPOKEN =
      Map.ofEntries(
          Map.entry("BR", Language.PORTUGUESE),
          Map.entry("PT", Language.PORTUGUESE),
          Map.entry("ES", Language.SPANISH),
          Map.entry("MX", Language.SPANISH),
          Map.entry("AR", Language.SPANISH),
          Map.entry("CL", Language.SPANISH),
          Map.entry("CO", Language.SPANISH),
          Map.entry("PE", Language.SPANISH),
          Map.entry("US", Language.ENGLISH),
          Map.entry("GB", Language.ENGLISH),
          Map.entry("CA", Language.ENGLISH),
          Map.entry("AU", Language.ENGLISH),
          Map.entry("IE", Language.ENGLISH));

  private final Intake intake;
  private final Website website;
  private final ContactDetails contacts;
  private final Registration registration;

  MarketFit(AgentInput input) {
    this.intake = input.get(Intake.KEY);
    this.website = input.get(Website.KEY);
    this.contacts = input.get(ContactDetails.KEY);
    this.registration = input.get(Registration.KEY);
  }

  Score score() {
    String country = intake.country().value().orElse("");
    if (country.isEmpty()) {
      return Score.mean(List.of(new Score.Part("country", ScoreRange.UNKNOWN, 1)));
    }
    Map<Signal, Double> profile = country.equals("BR") ? BRAZIL : ELSEWHERE;
    List<Score.Part> parts =
        java.util.Arrays.stream(Signal.values())
            .filter(profile::containsKey)
            .map(s -> part(s, java.util.Objects.requireNonNull(profile.get(s)), country))
            .toList();
    return Score.mean(parts);
  }

  private Score.Part part(Signal signal, double weight, String country) {
    String name = signal.name().toLowerCase(java.util.Locale.ROOT);
    return new Score.Part(name, value(signal, country), weight);
  }

  private ScoreRange value(Signal signal, String country) {
    Set<ContactDetails.Channel> channels = Set.copyOf(contacts.channels());
    return switch (signal) {
      case REGISTRATION -> seen(registration.number().value().isPresent());
      case EMAIL -> seen(channels.contains(ContactDetails.Channel.EMAIL));
      case PHONE -> seen(channels.contains(ContactDetails.Channel.PHONE));
      case WHATSAPP -> seen(channels.contains(ContactDetails.Channel.WHATSAPP));
      case LINKEDIN -> seen(channels.contains(ContactDetails.Channel.LINKEDIN));
      case ADDRESS -> seen(!contacts.addresses().isEmpty());
      case LANGUAGE -> language(country);
    };
  }

  private static ScoreRange seen(boolean there) {
    return there ? ScoreRange.exactly(1) : ScoreRange.UNKNOWN;
  }

  private ScoreRange language(String country) {
    Language spoken = SPOKEN.get(country);
    if (spoken == null || website.language() == Language.UNKNOWN) {
      return ScoreRange.UNKNOWN;
    }
    return ScoreRange.exactly(website.language() == spoken ? 1 : 0);
  }
}
