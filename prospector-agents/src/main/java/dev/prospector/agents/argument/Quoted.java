package dev.prospector.agents.argument;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.internal.Expression;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Passage;
import dev.prospector.evidence.value.ValueTypes;
import java.util.List;

/** Words of sources in sentences for people, and the claims behind them. */
public final class Quoted {

  private static final String CUT = "…";
  private static final Expression SENTENCE_END = Expression.of("(?<=[.!?;])\\s");

  private Quoted() {}

  /** Returns words in quotation marks. */
  public static String of(String words) {
    return "“" + words.replace('“', '‘').replace('”', '’').replace('"', '’') + "”";
  }

  /** Returns a quote in quotation marks, of at most so many characters, cut at a word. */
  public static String of(String words, int most) {
    return of(cut(words, most));
  }

  /**
   * Returns a quote in quotation marks, of at most so many characters: where it is longer, its
   * sentence that says most of a subject.
   */
  public static String of(String words, int most, String subject) {
    return of(words.strip().length() <= most ? words : telling(words, subject), most);
  }

  private static String telling(String words, String subject) {
    String best = words;
    double most = 0;
    for (String sentence : SENTENCE_END.split(words)) {
      double share = Overlap.of(sentence, subject);
      if (share > most) {
        most = share;
        best = sentence.replaceFirst("[\\s,;:]{1,4}$", "");
      }
    }
    return best;
  }

  /**
   * Returns the key of a sentence about a quote: the same for the company's own words, else with
   * {@code .others} or {@code .listed} behind it, since what others say or the host's list holds is
   * not what the company says of itself.
   */
  public static String key(String key, Claim<?> claim) {
    return switch (claim.publisher()) {
      case COMPANY -> key;
      case THIRD_PARTY -> key + ".others";
      case HOST -> key + ".listed";
    };
  }

  /** Returns words of at most so many characters, cut at a word, with a sign that they go on. */
  public static String cut(String words, int most) {
    String line = words.strip().replaceAll("\\s+", " ");
    if (line.length() <= most) {
      return line;
    }
    int at = line.lastIndexOf(' ', most - 1);
    String begun = line.substring(0, at > most / 2 ? at : most - 1);
    return begun.replaceFirst("[\\s,;:.–-]{1,4}$", "") + CUT;
  }

  /** Returns the claim that a passage backs for a text, as a list of one; empty if refused. */
  public static List<Claim<String>> claim(AgentInput input, String field, Passage passage) {
    String words = passage.quote().strip();
    return input.evidence().claim(field, ValueTypes.TEXT, words, passage).stream().toList();
  }

  /** Returns a claim of any type as one of the words that it quotes. */
  public static List<Claim<String>> words(AgentInput input, String field, Claim<?> claim) {
    return input
        .evidence()
        .claim(
            field,
            ValueTypes.TEXT,
            claim.quote().strip(),
            input.snapshot(claim.snapshot()),
            claim.quote())
        .stream()
        .toList();
  }
}
