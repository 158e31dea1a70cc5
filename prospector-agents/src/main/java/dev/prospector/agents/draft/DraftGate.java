package dev.prospector.agents.draft;

import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import dev.prospector.agents.page.Language;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges texts for people, whoever wrote them: every number, amount, date, name, address, quotation
 * and event traces to a fact of the lead or to the seller's own words, and nothing is promised,
 * praised, compared or left to be filled in. Greetings, weekdays, hours and lengths of a call are
 * free.
 *
 * <p>Immutable.
 */
public final class DraftGate {

  private static final Expression QUOTATION =
      Expression.of(
          "“([^”\\n"
              + "]{2,600})”|\"([^\"\\n"
              + "]{2,600})\"|«([^»\\n"
              + "]{2,600})»|‘([^’\\n"
              + "]{4,600})’|„([^“”\\n"
              + "]{2,600})[“”]|(?<![\\p{L}\\p{N}])'([^'\\n"
              + "]{8,600})'(?![\\p{L}\\p{N}])");

  private final Language language;
  private final Grounds grounds;

  private DraftGate(Language language, Grounds grounds) {
    this.language = language;
    this.grounds = grounds;
  }

  /** Returns the gate for texts of a language that rest on the given grounds. */
  public static DraftGate of(dev.prospector.context.Language language, Grounds grounds) {
    Language read =
        switch (language) {
          case PT_BR -> Language.PORTUGUESE;
          case EN -> Language.ENGLISH;
          case ES -> Language.SPANISH;
        };
    return new DraftGate(read, grounds);
  }

  /** Returns what is found in the sentences of a text, in their order. */
  public List<Found> judge(List<String> sentences) {
    List<Found> found = new ArrayList<>();
    sentences.stream().filter(s -> !s.isBlank()).forEach(s -> found.addAll(judge(s)));
    return List.copyOf(found);
  }

  /** Returns what is found in one sentence. */
  public List<Found> judge(String sentence) {
    List<Found> found = new ArrayList<>();
    Spans quoted = new Spans();
    quotations(sentence, quoted, found);
    FindWords.in(sentence, grounds, quoted, found);
    FindAddresses.in(sentence, grounds, quoted, found);
    FindDates.in(sentence, grounds, quoted, found);
    FindQuantities.in(sentence, language, grounds, quoted, found);
    FindNames.in(sentence, language, grounds, quoted, found);
    FindEvents.in(sentence, withoutQuotations(sentence), language, grounds, found);
    return List.copyOf(found);
  }

  private static String withoutQuotations(String sentence) {
    return sentence.replaceAll("“[^”\\n]{0,600}”|\"[^\"\\n]{0,600}\"|«[^»\\n]{0,600}»", " ");
  }

  /** What stands in a source word for word is accounted for as a whole. */
  private void quotations(String sentence, Spans quoted, List<Found> found) {
    Search search = QUOTATION.matcher(sentence);
    while (search.find()) {
      String words = inner(search);
      if (isQuoted(words)) {
        quoted.take(search.start(), search.end());
      } else {
        found.add(new Found(Found.Kind.QUOTATION, words));
      }
    }
  }

  private boolean isQuoted(String words) {
    String bare =
        words
            .strip()
            .replaceFirst("(?:…|\\.\\.\\.)$", "")
            .replaceFirst("^(?:…|\\.\\.\\.)", "")
            .strip();
    String plain = Grounds.plain(bare).replaceFirst("[.,;:!?]$", "");
    return !plain.isEmpty()
        && grounds.all().stream().anyMatch(source -> holdsWhole(Grounds.plain(source), plain));
  }

  private static boolean holdsWhole(String source, String words) {
    for (int at = source.indexOf(words); at >= 0; at = source.indexOf(words, at + 1)) {
      int end = at + words.length();
      boolean before = at == 0 || !Character.isLetterOrDigit(source.charAt(at - 1));
      boolean after = end == source.length() || !Character.isLetterOrDigit(source.charAt(end));
      if (before && after) {
        return true;
      }
    }
    return false;
  }

  private static String inner(Search search) {
    for (int group = 1; group <= 6; group++) {
      if (search.start(group) >= 0) {
        return search.group(group);
      }
    }
    return "";
  }

  /** Returns the number of words of a text. */
  public static int words(String text) {
    int words = 0;
    for (String word : Folded.of(text).split("\\s+")) {
      words += word.chars().anyMatch(Character::isLetterOrDigit) ? 1 : 0;
    }
    return words;
  }
}
