package dev.prospector.agents.draft;

import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.contact.text.ResourceLines;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Frequent given names, for the one word of a sentence whose capital tells nothing. */
final class GivenNames {

  private static final Set<String> ALL = read();

  /** Given names that begin sentences as other words. */
  private static final Set<String> ALSO_WORDS =
      Set.of(
          "mark",
          "will",
          "grace",
          "may",
          "june",
          "april",
          "rose",
          "sky",
          "art",
          "bill",
          "frank",
          "sol",
          "luz",
          "paz",
          "mar",
          "clara",
          "pilar",
          "dolores",
          "victoria",
          "sales",
          "santos",
          "esperanza");

  private GivenNames() {}

  private static Set<String> read() {
    Set<String> names = new HashSet<>();
    for (String line : ResourceLines.of("given-names.txt")) {
      names.addAll(Arrays.asList(Folded.of(line).split("\\s+")));
    }
    return names;
  }

  static boolean contains(String word) {
    String folded = Folded.of(word);
    return ALL.contains(folded) && !ALSO_WORDS.contains(folded);
  }
}
