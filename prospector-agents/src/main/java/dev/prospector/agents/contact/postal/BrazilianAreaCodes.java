package dev.prospector.agents.contact.postal;

import dev.prospector.agents.contact.text.ResourceLines;
import dev.prospector.agents.internal.SortedTable;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The area code (DDD) of every Brazilian municipality, and the states that share one. */
public final class BrazilianAreaCodes {

  /** By folded name, a line for each state that has it: the state and the code. */
  private static final SortedTable BY_NAME =
      SortedTable.read(ResourceLines.class, "br-area-codes.csv");

  /** Under this name the states have lines of their own, without a code where there are several. */
  private static final String STATES = "-";

  private static final Set<String> SMALL = Set.of("d", "da", "das", "de", "des", "do", "dos");

  private BrazilianAreaCodes() {}

  /**
   * Returns the area code of a city. Without a state, or with one that has no such city, only a
   * name that all its bearers share an area code for gives one; as a last resort a state that has a
   * single area code does.
   */
  public static Optional<String> of(String city, String state) {
    List<String> bearers = BY_NAME.values(key(city));
    Optional<String> ofState = in(state, BY_NAME.values(STATES));
    Optional<String> found =
        in(state, bearers).or(() -> ofState.isPresent() ? Optional.empty() : agreed(bearers));
    return found.or(() -> ofState).filter(code -> !code.isEmpty());
  }

  /** Tells whether there is a municipality of that name in any state. */
  static boolean isCity(String name) {
    String key = key(name);
    return !key.isEmpty() && BY_NAME.value(key).isPresent();
  }

  /** Tells whether a state, given by its code, has a municipality of that name. */
  static boolean isCityIn(String name, String state) {
    return in(state, BY_NAME.values(key(name))).isPresent();
  }

  private static Optional<String> in(String state, List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(state + ";"))
        .findFirst()
        .map(BrazilianAreaCodes::code);
  }

  private static Optional<String> agreed(List<String> lines) {
    List<String> codes = lines.stream().map(BrazilianAreaCodes::code).distinct().toList();
    return codes.size() == 1 ? Optional.of(codes.get(0)) : Optional.empty();
  }

  private static String code(String line) {
    return line.substring(line.indexOf(';') + 1);
  }

  /** Letters without marks, and digits; small words between others are left out. */
  private static String key(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    List<String> words = words(plain);
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      boolean between = i > 0 && i < words.size() - 1;
      key.append(between && SMALL.contains(words.get(i)) ? "" : words.get(i));
    }
    return key.toString();
  }

  private static List<String> words(String plain) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= plain.length(); i++) {
      char c = i < plain.length() ? plain.charAt(i) : ' ';
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        word.append(c);
      } else if (word.length() > 0 && !isMark(c)) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }

  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }
}
