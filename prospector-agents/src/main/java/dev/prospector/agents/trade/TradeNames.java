package dev.prospector.agents.trade;

import dev.prospector.agents.page.Language;
import dev.prospector.agents.relevance.Term;
import dev.prospector.agents.relevance.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names of all trades in one language, by the stem of their first word, longest first. */
final class TradeNames {

  /** A name as stems, with the words that stand between them. */
  record Name(
      Trade trade,
      List<String> stems,
      List<String> words,
      List<String> between,
      boolean everyday) {}

  private final Map<String, List<Name>> byFirst = new HashMap<>();

  void add(Trade trade, String written, Language language) {
    boolean everyday = written.startsWith("~");
    String text = everyday ? written.substring(1) : written;
    List<Term> terms = Terms.of(text, language);
    // What is left of some names without their little words would be any company.
    if (!terms.stream().allMatch(t -> Terms.isOrdinary(t.stem(), language))) {
      List<String> stems = terms.stream().map(Term::stem).toList();
      List<String> words = terms.stream().map(t -> word(text, t)).toList();
      Name name = new Name(trade, stems, words, between(text, terms), everyday);
      byFirst.computeIfAbsent(stems.get(0), s -> new ArrayList<>()).add(name);
    }
  }

  void sort() {
    byFirst.values().forEach(l -> l.sort(Comparator.comparingInt(n -> -n.stems().size())));
  }

  List<Name> startingWith(String stem) {
    return byFirst.getOrDefault(stem, List.of());
  }

  /** Returns a word as it is written but for its case and plural. */
  static String word(String text, Term term) {
    String word = text.substring(term.start(), term.end()).toLowerCase(Locale.ROOT);
    if (word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }

  /** Returns what stands between neighbouring terms, folded. */
  static List<String> between(String text, List<Term> terms) {
    List<String> between = new ArrayList<>();
    for (int i = 1; i < terms.size(); i++) {
      between.add(between(text, terms.get(i - 1), terms.get(i)));
    }
    return between;
  }

  static String between(String text, Term left, Term right) {
    return right.start() <= left.end()
        ? ""
        : text.substring(left.end(), right.start()).strip().toLowerCase(Locale.ROOT);
  }
}
