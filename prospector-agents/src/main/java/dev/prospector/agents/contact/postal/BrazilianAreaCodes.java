package dev.prospector.agents.contact.postal;

import dev.prospector.agents.contact.text.ResourceLines;
import dev.prospector.agents.internal.Expression;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The area code (DDD) of every Brazilian municipality, and the states that share one. */
public final class BrazilianAreaCodes {

  private static final Expression MARKS = Expression.of("\\p{M}+");
  private static final Expression NO_LETTER = Expression.of("[^a-z0-9]+");
  private static final Expression SMALL_WORD = Expression.of("(?<= )(?:d[aeo]s?|d) ");
  private static final Map<String, String> BY_PLACE = new HashMap<>();
  private static final Map<String, String> BY_NAME = new HashMap<>();
  private static final Map<String, String> BY_STATE = new HashMap<>();

  static {
    for (String line : ResourceLines.of("br-area-codes.csv")) {
      String[] cells = line.split(";", -1);
      String name = key(cells[1]);
      BY_PLACE.put(cells[0] + name, cells[2]);
      BY_NAME.merge(name, cells[2], BrazilianAreaCodes::agreed);
      BY_STATE.merge(cells[0], cells[2], BrazilianAreaCodes::agreed);
    }
  }

  private BrazilianAreaCodes() {}

  /**
   * Returns the area code of a city. Without a state, or with one that has no such city, only a
   * name that all its bearers share an area code for gives one; as a last resort a state that has a
   * single area code does.
   */
  public static Optional<String> of(String city, String state) {
    String name = key(city);
    String found = BY_PLACE.get(state + name);
    if (found == null && (state.isEmpty() || !BY_STATE.containsKey(state))) {
      found = BY_NAME.get(name);
    }
    if (found == null || found.isEmpty()) {
      found = BY_STATE.get(state);
    }
    return Optional.ofNullable(found).filter(code -> !code.isEmpty());
  }

  /** Tells whether there is a municipality of that name in any state. */
  static boolean isCity(String name) {
    return BY_NAME.containsKey(key(name));
  }

  private static String agreed(String one, String other) {
    return one.equals(other) ? one : "";
  }

  private static String key(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    String folded = NO_LETTER.matcher(MARKS.matcher(plain).replaceAll("")).replaceAll(" ").strip();
    return SMALL_WORD.matcher(folded).replaceAll("").replace(" ", "");
  }
}
