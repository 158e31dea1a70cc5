package dev.prospector.agents.signal;

import dev.prospector.agents.page.Language;
import java.util.List;

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
