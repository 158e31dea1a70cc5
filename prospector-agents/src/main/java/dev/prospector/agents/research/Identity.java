package dev.prospector.agents.research;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.registration.Cnpj;
import dev.prospector.agents.registration.Registration;
import dev.prospector.agents.registration.RegistrationFinder;
import dev.prospector.agents.registration.RegistrationMention;
import dev.prospector.agents.research.ExternalIntelligence.Conflict;
import dev.prospector.agents.research.ExternalIntelligence.IdentityReason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * By what a company is told from others of its name: number, domain, name and place. A page is
 * about it if it names its domain or number, or name and place, and nothing conflicts.
 */
final class Identity {

  /** Legal forms of which one rules the others out. */
  private static final Map<String, String> FORMS =
      Map.ofEntries(
          Map.entry("ltda", "BR"),
          Map.entry("eireli", "BR"),
          Map.entry("lda", "PT"),
          Map.entry("gmbh", "DE"),
          Map.entry("llc", "US"),
          Map.entry("inc", "US"),
          Map.entry("plc", "GB"),
          Map.entry("llp", "GB"),
          Map.entry("sarl", "FR"),
          Map.entry("bv", "NL"),
          Map.entry("srl", "IT"),
          Map.entry("pty", "AU"));

  private final String name;
  private final String domain;
  private final String country;
  private final String form;
  private final Set<String> places;
  private final Set<String> numbers;

  Identity(AgentInput input) {
    Intake intake = input.get(Intake.KEY);
    this.name = Folded.of(intake.name().value().orElse("")).strip();
    this.domain = intake.domain().value().orElse("").toLowerCase(Locale.ROOT);
    this.country = intake.country().value().orElse("");
    this.form = letters(intake.legalForm().value().orElse(""));
    this.places = new HashSet<>();
    intake.city().value().map(Folded::of).filter(c -> c.length() > 2).ifPresent(places::add);
    this.numbers = new HashSet<>();
    Registration registration = input.get(Registration.KEY);
    registration.number().value().ifPresent(numbers::add);
    registration.establishments().forEach(e -> numbers.add(e.number().known()));
  }

  String name() {
    return name;
  }

  String domain() {
    return domain;
  }

  /** Returns the words of the name that tell it from others. */
  List<String> words() {
    return List.of(name.split("[^\\p{L}\\p{N}]+")).stream().filter(w -> w.length() > 2).toList();
  }

  boolean isNamed(String text) {
    return !name.isEmpty() && holds(Folded.of(text), name);
  }

  List<IdentityReason> reasons(String text) {
    String folded = Folded.of(text);
    List<IdentityReason> reasons = new ArrayList<>();
    if (!domain.isEmpty() && holds(folded, domain)) {
      reasons.add(IdentityReason.DOMAIN);
    }
    if (numbersIn(text).stream().anyMatch(this::isOurs)) {
      reasons.add(IdentityReason.REGISTRATION);
    }
    if (isNamed(text)) {
      reasons.add(IdentityReason.NAME);
    }
    if (places.stream().anyMatch(place -> holds(folded, place))) {
      reasons.add(IdentityReason.PLACE);
    }
    return reasons;
  }

  /** Returns what speaks against a page, with its address. */
  Optional<Conflict> conflict(String text, String host) {
    List<IdentityReason> reasons = reasons(text);
    List<String> others = numbersIn(text);
    boolean ours = reasons.contains(IdentityReason.REGISTRATION);
    if (!ours && !numbers.isEmpty() && !others.isEmpty()) {
      return Optional.of(Conflict.OTHER_NUMBER);
    }
    boolean sure = ours || reasons.contains(IdentityReason.DOMAIN);
    if (!sure && otherForm(text).isPresent()) {
      return Optional.of(Conflict.OTHER_LEGAL_FORM);
    }
    if (!sure && isElsewhere(text, host)) {
      return Optional.of(Conflict.OTHER_COUNTRY);
    }
    boolean agrees =
        sure || reasons.contains(IdentityReason.NAME) && reasons.contains(IdentityReason.PLACE);
    return agrees ? Optional.empty() : Optional.of(Conflict.NOTHING_AGREES);
  }

  /** Another country's top level, or countries named and ours not among them. */
  private boolean isElsewhere(String text, String host) {
    if (country.isEmpty()) {
      return false;
    }
    String top = host.substring(host.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    boolean ofCountry =
        top.length() == 2 && !List.of("IO", "CO", "AI", "ME", "TV", "EU").contains(top);
    if (ofCountry && !top.equals("UK") && !top.equals(country)) {
      return true;
    }
    Set<String> named = new HashSet<>(dev.prospector.agents.contact.text.Countries.namedIn(text));
    return !named.isEmpty() && !named.contains(country);
  }

  private Optional<String> otherForm(String text) {
    String folded = Folded.of(text);
    int at = folded.indexOf(name);
    if (name.isEmpty() || at < 0) {
      return Optional.empty();
    }
    String after =
        folded.substring(at + name.length(), Math.min(folded.length(), at + name.length() + 40));
    return FORMS.entrySet().stream()
        .filter(f -> holds(after.replaceAll("[.,]", " "), f.getKey()))
        .filter(f -> !f.getKey().equals(form))
        .filter(
            f ->
                !country.isEmpty() && !f.getValue().equals(country)
                    || !form.isEmpty() && FORMS.containsKey(form))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private boolean isOurs(String number) {
    return numbers.contains(number)
        || numbers.stream().anyMatch(n -> root(n).isPresent() && root(n).equals(root(number)));
  }

  private static Optional<String> root(String number) {
    return Cnpj.parse(number).map(Cnpj::root);
  }

  private static List<String> numbersIn(String text) {
    return new RegistrationFinder()
        .find(text).stream().map(RegistrationMention::number).map(n -> n.value()).toList();
  }

  private static String letters(String text) {
    return Folded.of(text).replaceAll("[^a-z]", "");
  }

  private static boolean holds(String text, String words) {
    for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      boolean before = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      int end = at + words.length();
      boolean after = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
      if (before && after) {
        return true;
      }
    }
    return false;
  }
}
