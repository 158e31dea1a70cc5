package dev.prospector.agents.argument;

import dev.prospector.agent.AgentInput;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Passage;
import dev.prospector.evidence.ValueTypes;
import java.util.List;

/** Words of sources in sentences for people, and the claims behind them. */
public final class Quoted {

  private static final String CUT = "…";

  private Quoted() {}

  /** Returns words in quotation marks. */
  public static String of(String words) {
    return "“" + words.replace('“', '‘').replace('”', '’').replace('"', '’') + "”";
  }

  /** Returns a quote in quotation marks, of at most so many characters, cut at a word. */
  public static String of(String words, int most) {
    return of(cut(words, most));
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
