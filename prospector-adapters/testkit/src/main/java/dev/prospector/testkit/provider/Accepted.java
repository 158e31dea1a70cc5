package dev.prospector.testkit.provider;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/** What a question says besides its sources: accepted facts, the seller's lists, the language. */
final class Accepted {

  private static final String BEGINS = "<accepted mark=\"";

  /** What the seller says of itself, and what was decided: no source stands behind it. */
  private static final Pattern OWN = Pattern.compile("(?:k|w|decided)\\d{1,3}");

  /** A line with names of parts, for which the facts after it are. */
  private static final Pattern PARTS = Pattern.compile("\\[[a-z-]{1,40}(?:, [a-z-]{1,40})*+]");

  private final Map<String, String> facts = new LinkedHashMap<>();

  /** Those that a source stands behind. */
  private final List<String> sourced = new ArrayList<>();

  private final String text;

  private Accepted(String text) {
    this.text = text;
  }

  /** Returns what holds for all that is asked. */
  static Accepted in(String text) {
    return in(text, "");
  }

  /** Returns what holds for one of several parts that are asked for at once. */
  Accepted of(String part) {
    return in(text, part);
  }

  private static Accepted in(String text, String part) {
    Accepted accepted = new Accepted(text);
    int start = text.indexOf(BEGINS);
    int line = start < 0 ? -1 : text.indexOf(">\n", start);
    int end = line < 0 ? -1 : text.indexOf("\n</accepted", line);
    if (end > line) {
      boolean[] isMeant = {true};
      text.substring(line + 2, end)
          .lines()
          .forEach(
              fact -> {
                if (PARTS.matcher(fact).matches()) {
                  String names = fact.substring(1, fact.length() - 1);
                  isMeant[0] = List.of(names.split(", ")).contains(part);
                } else if (isMeant[0]) {
                  accepted.add(fact);
                }
              });
    }
    return accepted;
  }

  private void add(String line) {
    String[] parts = line.split(" \\| ", 4);
    if (parts.length >= 3) {
      String words = parts.length > 3 ? parts[3].replaceAll("[“”…]", "") : parts[2];
      facts.put(parts[0], words.strip());
      if (!OWN.matcher(parts[0]).matches()) {
        sourced.add(parts[0]);
      }
    }
  }

  boolean isEmpty() {
    return sourced.isEmpty();
  }

  /** Returns the id of one of the facts that a source stands behind. */
  String any(Random random) {
    return sourced.get(random.nextInt(sourced.size()));
  }

  /** Returns the first words of a fact's quote. */
  String words(String id) {
    String[] words = facts.getOrDefault(id, "").split(" ", 9);
    return String.join(" ", List.of(words).subList(0, Math.min(8, words.length)));
  }

  /** Returns whether a fact says words already. */
  boolean says(String words) {
    return facts.values().stream().anyMatch(fact -> fact.contains(words) || words.contains(fact));
  }

  /** Returns the first entry of a list of the seller; empty if it has none. */
  String sellers(String list) {
    String begins = "\n- " + list + ": ";
    int at = text.indexOf(begins);
    int end = at < 0 ? -1 : text.indexOf('\n', at + 1);
    String entries = end < 0 ? "" : text.substring(at + begins.length(), end);
    return entries.split("; ", 2)[0].strip();
  }

  /** Returns an open question in the language that is asked for. */
  String question(Random random) {
    int which = random.nextInt(2);
    if (text.contains("in Brazilian Portuguese")) {
      return List.of("Como vocês fazem isso hoje?", "Quem decide sobre isso?").get(which);
    }
    return text.contains("in Spanish")
        ? List.of("¿Cómo lo hacen hoy?", "¿Quién decide sobre esto?").get(which)
        : List.of("How do you do this today?", "Who decides on this?").get(which);
  }
}
