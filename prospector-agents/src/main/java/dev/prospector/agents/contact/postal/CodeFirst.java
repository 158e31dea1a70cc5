package dev.prospector.agents.contact.postal;

import dev.prospector.agents.contact.postal.AddressPart.Kind;
import dev.prospector.agents.contact.postal.AddressScanner.Part;
import dev.prospector.agents.contact.text.Countries;
import dev.prospector.agents.contact.text.ResourceLines;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads addresses of countries that write the town behind the postal code: code, town, perhaps the
 * province in brackets, and the street in the line or segment before. A code of bare digits counts
 * only beside a street, a label or a town of that country, or where code and town fill a line; the
 * number with which a street begins, as in "7000 Central Avenue", is none.
 */
final class CodeFirst {

  private static final int LOOK_BACK = 90;
  private static final int REGISTER_REACH = 14;
  private static final int MOST_WORDS = 5;

  private static final Expression TOWN =
      Expression.of(
          "\\p{Lu}[\\p{L}\\p{M}'’./-]{1,30}(?:[ ](?:\\p{Lu}[\\p{L}\\p{M}'’./-]{1,30}|\\d{1,2}(?!\\d)|(?:an|am|der|dem|den|im|in|ob|bei|de|del|da|do|la|le|les|los|las|sur|sous|di|d'|el|y|nad|pod)(?=[ ]))){0,4}");

  /** A number closes the name of a street: "Am Markt 3", "Wendenstr. 414-424", "Via Roma 5/B". */
  private static final Expression STREET =
      Expression.of(
          "^((?!(?iu:capital|kapital|alvar[áa]|tomo|folio|hoja|registr[oe]|rea|hrb|hra|fn|kvk|siren|siret|rcs|nif|nipc|cif|crea|crm|tel|fax|artikel|artigo|art)(?!\\p{L}))\\p{L}(?:[\\p{L}\\p{M}'’.-]|[ ](?![-–][ ])){2,45}?,?[ ](?:n[.º°o]{0,3}[ ]?)?\\d{1,4}(?:[ ]?[-–/][ ]?\\d{1,4})?(?:[ ]?/?[a-zA-Z](?![\\p{L}]))?)(?=$|[ ]?[,;(·|–-])");

  /** What a register's number follows: "HRB <b>20457</b> Amtsgericht Stuttgart". */
  private static final Expression REGISTER =
      Expression.of(
          "(?iu)(?<!\\p{L})(?:hrb|hra|vr|gnr|fn|kvk|rcs|rea|nif|cif|nipc|tomo|folio|steuernummer|steuer-nr\\.?|ust-id(?:nr)?\\.?|artikel|art\\.)[ ]?(?:n[ro]?[º°.]?|nummer)?[ .:]{0,2}$|(?:\\d{3}[ .]){2,3}$");

  private static final Expression SEPARATOR = Expression.of(",[ ]|[ ][-–][ ]");

  private static final String STOP =
      " tel tel. telefon telefono teléfono telefone telephone phone fax e-mail email mail mobil web"
          + " www kontakt contact fon amtsgericht registergericht ";

  /**
   * The form of a country's code.
   *
   * @param code with what may announce it
   * @param alone where there is nothing else
   */
  private record Form(Expression code, Expression alone, boolean bare) {}

  private static final Map<String, Form> FORMS = forms();

  private CodeFirst() {}

  private static Map<String, Form> forms() {
    Map<String, Form> forms = new HashMap<>();
    for (String line : ResourceLines.of("code-first.txt")) {
      String[] cells = line.split(" ", 3);
      String code =
          "(?<![\\p{L}\\d/.,+#-]|\\+\\d{1,3}[ ])((?i:cap|cp|c\\.p\\.?|plz|psč|cep|código"
              + " postal|codigo postal|[a-z]{1,2}(?=-))?[ :.-]{0,2}?)("
              + cells[2]
              + ")(?![\\d/-])";
      forms.put(
          cells[0],
          new Form(
              Expression.of(code),
              Expression.of("^(?:" + cells[2] + ")$"),
              cells[1].equals("bare")));
    }
    return forms;
  }

  /** Returns the countries that write the town behind the code and have codes of this form. */
  static List<String> countriesOf(String code) {
    return FORMS.entrySet().stream()
        .filter(form -> form.getValue().alone().isIn(code))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Returns the countries that write the town behind the code and have a code in a text. */
  static List<String> countriesIn(String text) {
    return FORMS.entrySet().stream()
        .filter(form -> form.getValue().code().isIn(text))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Returns the parts of addresses in a text.
   *
   * @param streets the streets that are known by their words
   */
  static List<Part> find(String text, String country, List<Streets.Span> streets) {
    Form form = FORMS.get(country);
    List<Part> parts = new ArrayList<>();
    if (form == null) {
      return parts;
    }
    Search code = form.code().matcher(text);
    while (code.find() && parts.size() < AddressScanner.MAX_PARTS) {
      Optional<Streets.Span> town = town(text, code.end(), country);
      if (town.isPresent()) {
        address(text, code, town.get(), new Surroundings(form.bare(), country, streets), parts);
      }
    }
    return parts;
  }

  private static void address(
      String text, Search code, Streets.Span town, Surroundings around, List<Part> parts) {
    String before = text.substring(Math.max(0, code.start() - REGISTER_REACH), code.start());
    boolean number = around.streets().stream().anyMatch(s -> s.start() == code.start(2));
    if (number || REGISTER.isIn(before)) {
      return;
    }
    boolean known =
        around.streets().stream()
            .anyMatch(s -> s.end() <= code.start() && near(text, s, code.start()));
    Optional<Streets.Span> street = known ? Optional.empty() : streetBefore(text, code.start());
    boolean labelled = !code.group(1).isBlank();
    boolean certain =
        !around.bare()
            || labelled
            || known
            || street.isPresent()
            || Towns.isPlaceOf(text.substring(town.start(), town.end()), around.country())
            || fillsLine(text, code.start(), town.end());
    if (!certain) {
      return;
    }
    street.ifPresent(s -> parts.add(new Part(Kind.STREET, s.start(), s.end())));
    parts.add(new Part(Kind.ZIP, code.start(2), code.end()));
    parts.add(new Part(Kind.CITY, town.start(), town.end()));
    Provinces.after(text, town.end(), around.country())
        .ifPresent(p -> parts.add(new Part(Kind.STATE, p.start(), p.end())));
  }

  private record Surroundings(boolean bare, String country, List<Streets.Span> streets) {}

  private static boolean near(String text, Streets.Span street, int code) {
    return code - street.end() <= LOOK_BACK && AddressGap.joins(text, street.end(), code, true);
  }

  private static boolean fillsLine(String text, int start, int end) {
    boolean first = start == 0 || text.charAt(start - 1) == '\n';
    return first && (end >= text.length() || "\n,".indexOf(text.charAt(end)) >= 0);
  }

  /**
   * The town behind a code: as many words as a town has, up to a word that begins something else.
   */
  private static Optional<Streets.Span> town(String text, int codeEnd, String country) {
    int at = codeEnd;
    while (at < text.length() && at - codeEnd < 3 && " ,\u00a0-–".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    Search matcher = TOWN.matcher(text);
    if (at == codeEnd || !matcher.findAt(at)) {
      return Optional.empty();
    }
    int end = cut(text, at, matcher.end(), country);
    return end <= at ? Optional.empty() : Optional.of(new Streets.Span(at, end));
  }

  private static int cut(String text, int start, int limit, String country) {
    List<Integer> ends = new ArrayList<>();
    String before = "";
    for (int i = start; i <= limit && ends.size() < MOST_WORDS; i++) {
      if (i == limit || text.charAt(i) == ' ') {
        String word = text.substring(ends.isEmpty() ? start : ends.get(ends.size() - 1) + 1, i);
        boolean joined = !before.isEmpty() && Character.isLowerCase(before.charAt(0));
        boolean other = isOther(word) || Provinces.isProvince(word, country) && isCode(word);
        if (!ends.isEmpty() && !joined && other) {
          break;
        }
        ends.add(i);
        before = word;
      }
    }
    for (int i = ends.size() - 1; i >= 0; i--) {
      if (Towns.isPlaceOf(text.substring(start, ends.get(i)), country)) {
        return trimmed(text, start, ends.get(i));
      }
    }
    return ends.isEmpty() || isOther(text.substring(start, ends.get(0)))
        ? start
        : trimmed(text, start, ends.get(ends.size() - 1));
  }

  private static boolean isCode(String word) {
    return word.length() == 2;
  }

  private static int trimmed(String text, int start, int end) {
    int at = end;
    while (at > start && ".-/,".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  private static boolean isOther(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return STOP.contains(' ' + lower + ' ') || Countries.isCountry(word);
  }

  /** The nearest segment before a code that is a street by its form. */
  private static Optional<Streets.Span> streetBefore(String text, int code) {
    int from = Math.max(0, code - LOOK_BACK);
    int end = code;
    for (int i = code - 1; i >= from - 1; i--) {
      boolean border = i < 0 || "\n·|•;".indexOf(text.charAt(i)) >= 0;
      if (border || i == from - 1) {
        Optional<Streets.Span> street = border ? street(text, i + 1, end) : Optional.empty();
        if (street.isPresent() || !blank(text, i + 1, end)) {
          return street;
        }
        end = Math.max(0, i);
      }
    }
    return Optional.empty();
  }

  private static boolean blank(String text, int start, int end) {
    return start >= end || text.substring(start, end).replaceAll("[\\s,·|•;-]", "").isEmpty();
  }

  private static Optional<Streets.Span> street(String text, int start, int end) {
    int from = start;
    while (from < end && " ,".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    int to = end;
    while (to > from && " ,·|•;–-\n".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    // The name of the company may stand before it: "Adler GmbH, Am Markt 3".
    for (int at = from; at < to; at = behindSeparator(text, at, to)) {
      Search street = STREET.matcher(text.substring(at, to));
      if (street.find()) {
        return Optional.of(new Streets.Span(at, at + street.end(1)));
      }
    }
    return Optional.empty();
  }

  private static int behindSeparator(String text, int from, int end) {
    Search separator = SEPARATOR.matcher(text).region(from, end);
    return separator.find() ? separator.end() : end;
  }
}
