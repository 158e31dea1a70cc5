package dev.prospector.benchmark.evaluation;

import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.contact.Contacts;
import dev.prospector.agents.contact.postal.AddressFinding;
import dev.prospector.agents.contact.postal.AddressPart;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.parser.Parser;
import tools.jackson.databind.JsonNode;

/** The forms in which annotated and found contact details are compared. */
final class ContactKeys {

  private static final int TAIL = 9;
  private static final int NORTH_AMERICAN = 10;
  private static final String KEYS = "22233344455566677778889999";
  private static final Pattern EXTENSION =
      Pattern.compile("(?i)\\s*(?:\\(?(?:ext(?:ension)?|x)\\b?\\.?|/)\\s*:?\\s*\\d+\\)?.*$");
  private static final Pattern WORD = Pattern.compile(".*[A-Za-z]{2}.*", Pattern.DOTALL);
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");
  private static final Pattern LEGAL_FORM =
      Pattern.compile(
          "(?i)[\\s,]+(?:inc|incorporated|llc|l\\.l\\.c|llp|ltd|limited|ltda|corp|corporation|co|company"
              + "|plc|gmbh|ag|bv|b\\.v|nv|n\\.v|s\\.?a|s\\.?l|sas|sarl|srl|pty|eireli|me|epp)\\.?$");
  private static final Pattern TOP_LEVEL =
      Pattern.compile("(?i)(?<=\\w)\\.(?:com|net|org|info|us|co\\.uk)\\.?$");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern ARTICLE = Pattern.compile("(?i)^the\\s+");
  private static final Pattern SCHEME = Pattern.compile("(?i)^(?:https?:)?//(?:www\\.)?");

  private ContactKeys() {}

  static String phone(JsonNode entity) {
    String text = EXTENSION.matcher(entity.path("text").asString("")).replaceFirst("");
    String digits = text.replaceAll("\\D", "");
    if (digits.length() < NORTH_AMERICAN && WORD.matcher(text).matches()) {
      String keyed = keyed(text);
      int length = keyed.startsWith("1") ? NORTH_AMERICAN + 1 : NORTH_AMERICAN;
      digits = keyed.substring(0, Math.min(length, keyed.length()));
    }
    return digits.length() < 6 ? "" : tail(digits);
  }

  private static String keyed(String text) {
    StringBuilder digits = new StringBuilder();
    for (char c : text.toUpperCase(Locale.ROOT).toCharArray()) {
      if (c >= 'A' && c <= 'Z') {
        digits.append(KEYS.charAt(c - 'A'));
      } else if (c >= '0' && c <= '9') {
        digits.append(c);
      }
    }
    return digits.toString();
  }

  static String tail(String digits) {
    return digits.substring(Math.max(0, digits.length() - TAIL));
  }

  static Set<String> phones(Contacts found) {
    return found.phones().stream()
        .map(phone -> tail(phone.e164().substring(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static Set<String> emails(JsonNode row) {
    Set<String> keys = new TreeSet<>();
    row.path("emails_text").forEach(e -> keys.add(e.asString("").toLowerCase(Locale.ROOT)));
    row.path("emails_mailto").forEach(e -> keys.add(e.asString("").toLowerCase(Locale.ROOT)));
    keys.remove("");
    return keys;
  }

  static Set<String> emails(Contacts found) {
    return found.emails().stream()
        .map(email -> email.address().toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static String addressPart(JsonNode entity) {
    String type =
        entity.path("type").asString("").equals("ZIPCODE")
            ? "ZIP"
            : entity.path("type").asString("");
    String text = plain(entity.path("text").asString(""));
    return text.isEmpty() ? "" : type + ' ' + text;
  }

  static Set<String> addresses(Contacts found) {
    Set<String> keys = new TreeSet<>();
    for (AddressFinding address : found.addresses()) {
      for (AddressPart part : address.parts()) {
        keys.add(part.kind().name() + ' ' + plain(part.value()));
      }
    }
    return keys;
  }

  static String organization(String name) {
    String joined =
        Parser.unescapeEntities(Parser.unescapeEntities(name, false), false)
            .replaceAll("[®™℠]", "")
            .replace("&", " and ")
            .strip();
    String bare = ARTICLE.matcher(joined).replaceFirst("");
    String formless = LEGAL_FORM.matcher(bare).replaceFirst("");
    String core = TOP_LEVEL.matcher(formless).replaceFirst("");
    return MARKS.matcher(Normalizer.normalize(plain(core), Normalizer.Form.NFKD)).replaceAll("");
  }

  static Set<String> organizations(Contacts found) {
    Set<String> keys = new TreeSet<>();
    found.organizations().forEach(o -> keys.add(organization(o.name())));
    keys.remove("");
    return keys;
  }

  static String person(String name) {
    int comma = name.indexOf(',');
    return NO_LETTER
        .matcher(comma > 0 ? name.substring(0, comma) : name)
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  static Set<String> people(Contacts found) {
    Set<String> keys = new TreeSet<>();
    found.people().forEach(p -> keys.add(person(p.name())));
    found.bystanders().forEach(p -> keys.add(person(p.name())));
    keys.remove("");
    return keys;
  }

  static Set<String> profiles(JsonNode row) {
    Set<String> keys = new TreeSet<>();
    row.path("social_links").forEach(link -> keys.add(profile(link.asString(""))));
    return keys;
  }

  static Set<String> profiles(Contacts found) {
    Set<String> keys = new TreeSet<>();
    found.profiles().forEach(profile -> keys.add(profile(profile.url())));
    return keys;
  }

  static String profile(String url) {
    String bare = SCHEME.matcher(decoded(url)).replaceFirst("");
    String open = bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    return open.toLowerCase(Locale.ROOT);
  }

  /** Returns the parts of an address in the form of {@link #addressPart}. */
  static Set<String> parts(ContactDetails.Address.Parts address) {
    Set<String> keys = new TreeSet<>();
    part(keys, AddressPart.Kind.STREET, address.street());
    part(keys, AddressPart.Kind.CITY, address.city());
    part(keys, AddressPart.Kind.STATE, address.state());
    part(keys, AddressPart.Kind.ZIP, address.postalCode());
    part(keys, AddressPart.Kind.COUNTRY, address.country());
    return keys;
  }

  private static void part(Set<String> keys, AddressPart.Kind kind, String value) {
    if (!value.isBlank()) {
      keys.add(kind.name() + ' ' + plain(value));
    }
  }

  static String email(String address) {
    return address.toLowerCase(Locale.ROOT);
  }

  private static String decoded(String url) {
    try {
      return URLDecoder.decode(url.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return url;
    }
  }

  private static String plain(String text) {
    String decoded = Parser.unescapeEntities(text, false);
    String folded = Normalizer.normalize(decoded, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return OTHER.matcher(folded).replaceAll("");
  }
}
