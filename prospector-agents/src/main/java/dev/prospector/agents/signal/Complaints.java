package dev.prospector.agents.signal;

import dev.prospector.agents.page.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tells who has a problem: whether a sentence names one, and whether as the writer's own. */
public final class Complaints {

  /** How a sentence speaks of a problem. */
  public enum Voice {
    /** It names none, or promises somebody its end. */
    NONE,
    /** It names one, but not as the writer's own. */
    PROBLEM,
    /** The writer complains of it. */
    OWN
  }

  private Complaints() {}

  /**
   * Returns whether a sentence surely complains of the writer's own problem: a word that may as
   * well tell of a wait or a size, such as "still" or "more", does not count.
   */
  public static boolean isOwn(String sentence, Language language) {
    return names(sentence, language) && voice(sentence, language) == Voice.OWN;
  }

  /** Returns whether a sentence surely names a problem, in one of the three languages. */
  public static boolean names(String sentence) {
    return Stream.of(Language.PORTUGUESE, Language.ENGLISH, Language.SPANISH)
        .anyMatch(language -> names(sentence, language));
  }

  private static boolean names(String sentence, Language language) {
    List<String> words = new ArrayList<>(Phrases.words(sentence));
    words.removeIf(word -> SignalWords.of("weak", language).occurIn(List.of(word)));
    return SignalWords.of("problem", language).occurIn(words);
  }

  /** Returns how a sentence speaks of problems; {@link Voice#NONE} in other languages. */
  public static Voice voice(String sentence, Language language) {
    List<String> words = Phrases.words(sentence);
    boolean problem = SignalWords.of("problem", language).occurIn(words);
    if (!problem
        || SignalWords.of("remedy", language).occurIn(words)
        || sentence.strip().endsWith("?")) {
      return Voice.NONE;
    }
    return SignalWords.of("own", language).occurIn(words) ? Voice.OWN : Voice.PROBLEM;
  }
}
