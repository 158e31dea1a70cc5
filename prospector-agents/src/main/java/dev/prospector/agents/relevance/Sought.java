package dev.prospector.agents.relevance;

import dev.prospector.agents.page.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something that is looked for in the passages of a text: a problem, or a kind of company in free
 * words. A passage speaks of it if it holds its distinctive words together; words of contact and of
 * web sites and words that most companies use do not count.
 *
 * <p>A passage's score is BM25 (Robertson and Zaragoza: The Probabilistic Relevance Framework: BM25
 * and Beyond, 2009; k1 = 1.2, b = 0.75) over the most that it can be, so that it is in 0..1 and
 * comparable between texts. Passages in another of the three languages are compared by the
 * relatives of the words. Immutable, safe for several threads.
 */
public final class Sought {

  private static final double K1 = 1.2;
  private static final double B = 0.75;

  /** Terms of a passage that counts as neither short nor long. */
  private static final double USUAL_TERMS = 14;

  /** The least score at which a passage speaks of it; see {@code docs/decisions}. */
  private static final double LEAST_SCORE = 0.42;

  private static final List<Language> LANGUAGES =
      List.of(Language.ENGLISH, Language.PORTUGUESE, Language.SPANISH);

  private final String text;
  private final Language language;
  private final List<Word> words;
  private final int distinctive;
  private final double most;

  /** A word that is looked for: how it is read by each language, and its relatives. */
  private record Word(
      Map<Language, String> stems, Set<String> marks, double weight, boolean distinctive) {}

  /**
   * A passage that speaks of it.
   *
   * @param passage where it stands in the text
   * @param score in 0..1
   * @param words of the passage that match, as they stand there, each once
   */
  public record Match(TextPassage passage, double score, List<String> words) {

    /** Copies the list. */
    public Match {
      words = List.copyOf(words);
    }
  }

  private Sought(String text, Language language) {
    this.text = text;
    this.language = language;
    this.words = words(text, language);
    this.distinctive = (int) words.stream().filter(Word::distinctive).count();
    this.most = words.stream().mapToDouble(Word::weight).sum();
  }

  /**
   * Looks for what a text says.
   *
   * @param text in a few words
   * @param language of the text; other than Portuguese and Spanish is read as English
   */
  public static Sought of(String text, Language language) {
    return new Sought(text, LANGUAGES.contains(language) ? language : Language.ENGLISH);
  }

  /** Returns the text that is looked for. */
  public String text() {
    return text;
  }

  /** Returns whether passages of a language can be compared. */
  public static boolean isComparable(Language language) {
    return LANGUAGES.contains(language);
  }

  private static List<Word> words(String text, Language language) {
    Map<Integer, Map<Language, String>> stems = new HashMap<>();
    for (Language reading : LANGUAGES) {
      for (Term term : Terms.of(text, reading)) {
        stems.computeIfAbsent(term.start(), s -> new HashMap<>()).put(reading, term.stem());
      }
    }
    List<Word> words = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Term term : Terms.of(text, language)) {
      if (seen.add(term.stem())) {
        String written = text.substring(term.start(), term.end());
        words.add(
            new Word(
                stems.getOrDefault(term.start(), Map.of()),
                Kinship.marks(written, term.stem(), language),
                WordWeights.of(term.stem(), language),
                WordWeights.isDistinctive(term.stem(), language)));
      }
    }
    return words;
  }

  /** Returns how a sentence speaks of it, if it does. */
  public Optional<Match> in(Sentence sentence) {
    if (words.isEmpty() || !isComparable(sentence.language())) {
      return Optional.empty();
    }
    List<Term> terms = sentence.terms();
    double norm = K1 * (1 - B + B * Math.max(1, terms.size() / USUAL_TERMS));
    double sum = 0;
    int distinct = 0;
    Set<String> forms = new LinkedHashSet<>();
    for (Word word : words) {
      int count = count(word, sentence, forms);
      sum += word.weight() * count * (1 + K1) / (count + norm);
      distinct += count > 0 && word.distinctive() ? 1 : 0;
    }
    double score = Math.min(1, sum / most);
    boolean speaks = score >= LEAST_SCORE && together(distinct, forms.size());
    return speaks
        ? Optional.of(new Match(sentence.passage(), score, List.copyOf(forms)))
        : Optional.empty();
  }

  /**
   * Returns how much a sentence has in common with it, in 0..1, of whatever length: for choosing
   * the nearest of several short texts.
   */
  public double closeness(Sentence sentence) {
    double sum = 0;
    for (Word word : words) {
      boolean there = count(word, sentence, new LinkedHashSet<>()) > 0;
      sum += there && word.distinctive() ? word.weight() : 0;
    }
    return most == 0 ? 0 : sum / most;
  }

  /**
   * One distinctive word alone is a chance; where there is but one, all of the words must be there.
   */
  private boolean together(int distinct, int forms) {
    return distinctive >= 2 ? distinct >= 2 : forms >= words.size() && distinct == distinctive;
  }

  private int count(Word word, Sentence sentence, Set<String> forms) {
    int count = 0;
    for (Term term : sentence.terms()) {
      String written = sentence.said().substring(term.start(), term.end());
      if (matches(word, term, written, sentence.language())) {
        count++;
        forms.add(written.toLowerCase(java.util.Locale.ROOT));
      }
    }
    return count;
  }

  private boolean matches(Word word, Term term, String written, Language spoken) {
    if (term.stem().equals(word.stems().get(spoken))) {
      return true;
    }
    if (spoken == language) {
      return false;
    }
    Set<String> marks = Kinship.marks(written, term.stem(), spoken);
    return marks.stream().anyMatch(word.marks()::contains);
  }
}
