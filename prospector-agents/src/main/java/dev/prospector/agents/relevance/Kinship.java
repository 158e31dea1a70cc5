package dev.prospector.agents.relevance;

import dev.prospector.agents.page.Language;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Compares words of two languages: by a list of words of work and its troubles, and where both are
 * long, by how they begin ({@code combustível}, {@code combustible}).
 */
final class Kinship {

  private static final int ALIKE = 6;
  private static final int ASCII = 128;
  private static final Pattern MARK = Pattern.compile("\\p{M}");
  private static final List<Language> COLUMNS =
      List.of(Language.ENGLISH, Language.PORTUGUESE, Language.SPANISH);
  private static final Map<Language, Map<String, Set<Integer>>> GROUPS = read();

  private Kinship() {}

  /** Returns what a word has in common with its relatives in other languages. */
  static Set<String> marks(String word, String stem, Language language) {
    Set<String> marks = new HashSet<>();
    GROUPS
        .getOrDefault(language, Map.of())
        .getOrDefault(stem, Set.of())
        .forEach(group -> marks.add("#" + group));
    String folded = folded(word);
    if (folded.length() > ALIKE) {
      marks.add(folded.substring(0, ALIKE));
    }
    return marks;
  }

  private static String folded(String word) {
    boolean marked = word.chars().anyMatch(c -> c >= ASCII);
    String bare =
        marked
            ? MARK.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("")
            : word;
    return bare.toLowerCase(Locale.ROOT);
  }

  private static Map<Language, Map<String, Set<Integer>>> read() {
    Map<Language, Map<String, Set<Integer>>> groups = new EnumMap<>(Language.class);
    List<String> lines = ResourceText.lines("bilingual.txt");
    for (int i = 0; i < lines.size(); i++) {
      String[] columns = lines.get(i).split("\\|");
      for (int c = 0; c < COLUMNS.size(); c++) {
        Map<String, Set<Integer>> stems =
            groups.computeIfAbsent(COLUMNS.get(c), l -> new HashMap<>());
        for (Term term : Terms.of(columns[c], COLUMNS.get(c))) {
          stems.computeIfAbsent(term.stem(), s -> new HashSet<>()).add(i);
        }
      }
    }
    return groups;
  }
}
