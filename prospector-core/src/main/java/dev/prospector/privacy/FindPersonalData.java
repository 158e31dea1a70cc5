package dev.prospector.privacy;

import dev.prospector.privacy.Redaction.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds personal data in a text, in time that grows with its length. */
final class FindPersonalData {

  /** A mark as we write them; one that stands in a source is held back like anything else. */
  static final Pattern MARK =
      Pattern.compile("\\[(EMAIL|PHONE|CPF|CARD|IBAN|PERSON|TEXT)_(\\d{1,6})\\]");

  private static final Pattern EMAIL =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}._%+'-])[\\p{L}\\p{N}._%+'-]{1,64}+@"
              + "(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,24}");
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![\\d+])\\+\\d{1,3}[\\s().-]{0,3}(?:\\d[\\s().-]{0,3}){6,12}\\d(?!\\d)"
              + "|\\(\\+?0?\\d{2,4}\\)[\\s.-]{0,2}(?:\\d[\\s.-]?){5,9}\\d(?!\\d)"
              + "|(?<![\\d.,/-])\\d{2,4}[ .-]\\d{3,5}[ .-]\\d{4}(?![\\d/]|[.,-]\\d)"
              + "|(?<![\\d.,/-])9?\\d{4}-\\d{4}(?![\\d/]|[.,-]\\d)"
              + "|(?<![\\d.,/-])[1-9]{2}9\\d{8}(?![\\d/]|[.,-]\\d)");
  private static final Pattern YEARS = Pattern.compile("(?:19|20)\\d\\d-(?:19|20)\\d\\d");
  private static final Pattern CPF =
      Pattern.compile("(?<![\\d./-])\\d{3}\\.?\\d{3}\\.?\\d{3}-?\\d{2}(?![\\d/]|[.-]\\d)");
  private static final Pattern CARD =
      Pattern.compile("(?<![\\d./-])[2-6](?:[ -]?\\d){11,17}[ -]?\\d(?![\\d/]|[.-]\\d)");
  private static final Pattern IBAN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?"
              + "(?![\\p{L}\\p{N}])");

  private final Set<Kind> kinds;
  private final FindNames names;

  /**
   * What was found.
   *
   * @param kind as it stands in a mark
   */
  record Found(String kind, int start, int end) {}

  private FindPersonalData(Set<Kind> kinds, FindNames names) {
    this.kinds = kinds;
    this.names = names;
  }

  static FindPersonalData of(Set<Kind> kinds, Collection<String> people) {
    return new FindPersonalData(
        kinds, new FindNames(kinds.contains(Kind.PERSON) ? people : List.of()));
  }

  boolean isOff() {
    return kinds.isEmpty();
  }

  /** Returns what stands in a text, from its start to its end, without overlaps. */
  List<Found> in(String text) {
    List<Found> all = new ArrayList<>();
    find(text, MARK, "TEXT", mark -> true, all);
    find(text, Kind.IBAN, IBAN, CheckDigits::isIban, all);
    find(text, Kind.CARD, CARD, CheckDigits::isCard, all);
    find(text, Kind.CPF, CPF, CheckDigits::isCpf, all);
    find(text, Kind.EMAIL, EMAIL, address -> !RoleAddresses.isRole(address), all);
    find(text, Kind.PHONE, PHONE, number -> !YEARS.matcher(number).matches(), all);
    names.in(text).forEach(all::add);
    return withoutOverlaps(all);
  }

  /** Returns every e-mail address and telephone number in a text, those of roles too. */
  static List<Found> addresses(String text) {
    List<Found> all = new ArrayList<>();
    find(text, EMAIL, Kind.EMAIL.name(), address -> true, all);
    find(text, PHONE, Kind.PHONE.name(), number -> !YEARS.matcher(number).matches(), all);
    return withoutOverlaps(all);
  }

  private void find(
      String text, Kind kind, Pattern pattern, Predicate<String> holds, List<Found> all) {
    if (kinds.contains(kind)) {
      find(text, pattern, kind.name(), holds, all);
    }
  }

  private static void find(
      String text, Pattern pattern, String kind, Predicate<String> holds, List<Found> all) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      if (holds.test(matcher.group())) {
        all.add(new Found(kind, matcher.start(), matcher.end()));
      }
    }
  }

  /** Those that overlap are held back as one. */
  static List<Found> withoutOverlaps(List<Found> all) {
    List<Found> sorted = new ArrayList<>(all);
    sorted.sort(
        Comparator.comparingInt(Found::start)
            .thenComparing(Comparator.comparingInt(Found::end).reversed()));
    List<Found> kept = new ArrayList<>();
    for (Found found : sorted) {
      Found last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
      if (last == null || found.start() >= last.end()) {
        kept.add(found);
      } else if (found.end() > last.end()) {
        kept.set(kept.size() - 1, new Found(last.kind(), last.start(), found.end()));
      }
    }
    return kept;
  }
}
