package dev.prospector.agents.signal;

import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.page.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads whether a sentence announces a buying trigger of the company that it speaks of, in
 * Portuguese, English and Spanish. What is denied, put off, only possible, asked, offered to
 * customers or told of somebody else announces nothing.
 */
public final class Triggers {

  private static final int LEAST_WORDS = 4;

  /** A word of denial counts within so many words before, and a few after. */
  private static final int DENIES_BEFORE = 6;

  private static final int DENIES_AFTER = 4;

  private static final Expression PLANNED =
      Expression.of(
          "\\b(?:will|shall|plans? to|planning|going to|by"
              + " 20\\d\\d|vai|vamos|vao|ira|irao|planej\\w{2,6}|pretend\\w{1,6}|ate"
              + " 20\\d\\d|previst\\w|van a|va a|vamos a|planea\\w{0,3}|preve\\w?|a partir de|in"
              + " force from|with effect from|as of|from next|entra\\w{0,2} em"
              + " (?:operacao|vigor|funcionamento)|entra\\w{0,2} en"
              + " (?:operacion|vigor|marcha)|comes? (?:on stream|into force|into effect)|takes?"
              + " effect|arranca\\w{0,3}|\\w{2,12}(?:aremos|eremos|iremos))\\b");

  /** A year of another century: history, not news. */
  private static final Expression LONG_AGO = Expression.of("(?<![\\d.,])1[89]\\d\\d(?![\\d.,]\\d)");

  private static final Expression RECENT =
      Expression.of(
          "20\\d\\d|new|newly|recently|now|just|we|our|nov[oa]s?|recem|agora|acab\\w{2,5}|nosso|nossa|nuev[oa]s?|recien|ahora|nuestro|nuestra");

  /** Of whom a person's life is told. */
  private static final Set<String> PERSONS = Set.of("she", "he", "ela", "ele", "ella");

  /** How a visitor's choice in a form begins. */
  private static final Expression CHOICE =
      Expression.of(
          "^(?:i (?:need|want|would|am interested)|(?:eu )?(?:quero|preciso|gostaria|desejo)|(?:yo"
              + " )?(?:quiero|necesito|deseo|me gustaria))\\b");

  private Triggers() {}

  /**
   * Returns what a sentence announces, if it does.
   *
   * @param sentence one sentence or line
   * @param language of it; in others than the three nothing is found
   * @param company words of the company's name, in lower case and without accents; may be empty
   * @param ownVoice whether it stands in the company's own text
   */
  public static Optional<Trigger> in(
      String sentence, Language language, List<String> company, boolean ownVoice) {
    String said = sentence.strip();
    List<String> words = withoutIdioms(Phrases.words(said), language);
    boolean label = said.endsWith("?") || said.endsWith(":");
    if (words.size() < LEAST_WORDS || label || LONG_AGO.isIn(said)) {
      return Optional.empty();
    }
    if (CHOICE.isIn(String.join(" ", words)) || isDescription(words, language)) {
      return Optional.empty();
    }
    Subject subject = new Subject(words, language, company, ownVoice);
    for (TriggerKind kind : TriggerKind.values()) {
      if (announces(kind, words, language, subject)) {
        String plain = String.join(" ", words);
        return Optional.of(new Trigger(kind, PLANNED.isIn(plain)));
      }
    }
    return Optional.empty();
  }

  /** Returns whether it is the company that grows where its text speaks of growth. */
  static boolean isOwnExpansion(List<String> words, Language language) {
    return new Subject(words, language, List.of(), true)
        .isTheCompany(
            TriggerKind.EXPANSION, listed(TriggerKind.EXPANSION, words, language).orElse(0));
  }

  /** Words of "opening hours", "New Jersey" and the like tell of nothing that opens or is new. */
  private static List<String> withoutIdioms(List<String> words, Language language) {
    TriggerWords.Group idioms = TriggerWords.group("idioms", language);
    List<String> rest = new ArrayList<>(words);
    for (int i = 0; i < words.size(); i++) {
      int length = idioms.lengthAt(words, i);
      for (int j = i; j < i + length; j++) {
        rest.set(j, "-");
      }
    }
    return rest;
  }

  /** Returns the kinds of which a text speaks at all, whoever does it and whether or not. */
  public static List<TriggerKind> spokenOf(String text, Language language) {
    List<String> words = Phrases.words(text);
    List<TriggerKind> kinds = new ArrayList<>();
    for (TriggerKind kind : TriggerKind.values()) {
      boolean there =
          TriggerWords.of(kind.name(), language).stream().anyMatch(l -> l.in(words).isPresent())
              || kind == TriggerKind.HIRING && SignalWords.of("hiring", language).occurIn(words);
      if (there) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  private static boolean announces(
      TriggerKind kind, List<String> words, Language language, Subject subject) {
    for (TriggerWords.Line line : TriggerWords.of(kind.name(), language)) {
      OptionalInt at = line.in(words);
      if (at.isPresent()) {
        boolean denied = !line.holdsDenied() && isDenied(words, at.getAsInt(), language);
        boolean none = denied || new NotNews(words, language).isAt(kind, at.getAsInt());
        if (!none && subject.isTheCompany(kind, at.getAsInt())) {
          return true;
        }
      }
    }
    OptionalInt listed = listed(kind, words, language);
    return listed.isPresent()
        && !SignalWords.of("denied", language).occurIn(words)
        && !new NotNews(words, language).isAt(kind, said(kind, words, language, listed.getAsInt()))
        && subject.isTheCompany(kind, listed.getAsInt());
  }

  /** Returns where the lists of hiring and growth are met; what hires counts up to the end. */
  private static OptionalInt listed(TriggerKind kind, List<String> words, Language language) {
    return switch (kind) {
      case HIRING ->
          SignalWords.of("hiring", language).occurIn(words)
              ? OptionalInt.of(words.size() - 1)
              : OptionalInt.empty();
      case EXPANSION -> SignalWords.of("expansion", language).at(words);
      default -> OptionalInt.empty();
    };
  }

  private static int said(TriggerKind kind, List<String> words, Language language, int listed) {
    boolean hires = kind == TriggerKind.HIRING;
    return hires ? SignalWords.of("hiring", language).at(words).orElse(listed) : listed;
  }

  /**
   * What a company offers all the time is no news, unless the sentence says when or that it is new.
   */
  private static boolean isDescription(List<String> words, Language language) {
    TriggerWords.Group describes = TriggerWords.group("describes", language);
    boolean told = words.stream().anyMatch(word -> RECENT.isAllOf(word));
    for (int i = 0; i < words.size() && !told; i++) {
      if (describes.lengthAt(words, i) > 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDenied(List<String> words, int at, Language language) {
    TriggerWords.Group denial = TriggerWords.group("denial", language);
    TriggerWords.Group spared = TriggerWords.group("spared", language);
    int from = at;
    while (from > 0 && at - from < DENIES_BEFORE && !words.get(from - 1).equals(".")) {
      from--;
    }
    for (int i = from; i < words.size() && i <= at + DENIES_AFTER; i++) {
      if (i > at && words.get(i).equals(".")) {
        return false;
      }
      // "We closed a round": the word that announces does not deny itself.
      boolean denies = i != at && denial.lengthAt(words, i) > 0;
      if (denies && spared.lengthAt(words, i) == 0) {
        return true;
      }
    }
    return false;
  }

  /** Whose doing a sentence tells. */
  private record Subject(
      List<String> words, Language language, List<String> company, boolean ownVoice) {

    boolean isTheCompany(TriggerKind kind, int at) {
      boolean person = kind != TriggerKind.LEADERSHIP && words.stream().anyMatch(PERSONS::contains);
      if (person || isAnothers(at)) {
        return false;
      }
      int others = before(TriggerWords.group("others", language), words.size());
      int ours = before(TriggerWords.group("ours", language), words.size());
      int named = named();
      boolean own = ours >= 0 || named >= 0;
      if (others < 0 || kind == TriggerKind.HIRING && others > at) {
        return ownVoice || own || company.isEmpty() || kind == TriggerKind.HIRING;
      }
      boolean first = own && (ours >= 0 && ours < others || named >= 0 && named < others);
      return first && !isOffer(others);
    }

    /** "Unlike Alder, which opened a branch": what stands behind that is another's, up to ours. */
    private boolean isAnothers(int at) {
      int compared = lastBefore(TriggerWords.group("compared", language), 0, at);
      return compared >= 0 && lastBefore(TriggerWords.group("ours", language), compared, at) < 0;
    }

    private int lastBefore(TriggerWords.Group group, int from, int end) {
      for (int i = end - 1; i >= from; i--) {
        if (group.lengthAt(words, i) > 0) {
          return i;
        }
      }
      return -1;
    }

    /** "We help companies that open branches": an offer, not news. */
    private boolean isOffer(int others) {
      String word = words.get(others);
      return word.startsWith("ajud")
          || word.startsWith("ayud")
          || word.startsWith("auxili")
          || word.startsWith("you")
          || word.startsWith("help")
          || word.startsWith("voc")
          || word.startsWith("sua")
          || word.startsWith("seu")
          || word.startsWith("su")
          || word.startsWith("ustede")
          || word.startsWith("usted");
    }

    private int before(TriggerWords.Group group, int end) {
      for (int i = 0; i < end; i++) {
        if (group.lengthAt(words, i) > 0) {
          return i;
        }
      }
      return -1;
    }

    private int named() {
      for (int i = 0; i < words.size(); i++) {
        if (company.contains(words.get(i))) {
          return i;
        }
      }
      return -1;
    }
  }
}
