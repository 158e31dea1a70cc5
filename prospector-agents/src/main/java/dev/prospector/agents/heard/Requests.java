package dev.prospector.agents.heard;

import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.ResourceSections;
import dev.prospector.agents.relevance.Passages;
import dev.prospector.agents.relevance.TextPassage;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells what asks or bids its reader from what states something. A question and an order to tell,
 * write or work something out are no statement of a company, even where they look like no order to
 * a machine, in Portuguese, Spanish, English and German.
 */
public final class Requests {

  /** So many characters around a quote are looked at. */
  private static final int REACH = 600;

  /** A quote is looked for at so many places of its source. */
  private static final int MOST_PLACES = 20;

  private static final int LONGER = 4;

  private static final Expression QUESTION =
      Expression.of(
          "[?？]['\"”’»)\\]\\s]{0,4}$|^[¿]|^(?:how|what|why|where|when|who|which)(?: \\w{1,20})?"
              + " (?:do|does|did|can|could|should|would|am|are|is)"
              + " (?:i|you|me)\\b|^(?:can|could|would|will) you\\b|^como (?:eu"
              + " )?(?:faco|posso|puedo|hago)\\b");

  private static final Expression WISH =
      Expression.of(
          "^(?:i|we) (?:would like|want|need) you to\\b|^(?:eu )?(?:quero|gostaria|preciso) que"
              + " (?:voce|tu|me)\\b|^(?:quiero|necesito|me gustaria) que\\b|^me"
              + " (?:diga|explique|conte|mostre|ajude|de)\\b");

  private static final Expression COURTESY =
      Expression.of(
          "^(?:[\\s\"'“‘«(¡*•–-]|(?:please|por"
              + " favor|bitte|now|then|next|also|agora|ahora|and|hi|hello),?\\s){0,6}");

  /** Speaks of the company as its own; a call with it tells something of the company. */
  private static final Expression OWN =
      Expression.of(
          "\\b(?:we|our|ours|nossos?|nossas?|nosotros|nuestr[oa]s?|wir|unser\\w{0,2}|nous|notre)\\b");

  private static final Expression WORD = Expression.of("[\\p{L}\\p{M}\\p{N}'-]{1,60}");
  private static final Expression INFLECTED = Expression.of("(?:ing|ed|ly|s)$");
  private static final Map<String, List<String>> WORDS =
      ResourceSections.read(Requests.class, "requests.txt");
  private static final Set<String> TELL = words("tell");
  private static final Set<String> NOUNS_TOO = words("nouns-too");
  private static final Set<String> BEFORE = words("before");
  private static final Set<String> CALL = words("call");
  private static final Set<String> SIE = words("sie");
  private static final Set<String> OF = words("of");
  private static final Set<String> NO_VERB = words("no-verb");
  private static final Set<String> READER = Set.of("your", "my", "me");

  private Requests() {}

  private static Set<String> words(String section) {
    return Set.copyOf(WORDS.getOrDefault(section, List.of()));
  }

  /** Returns whether words that are meant for a name or a statement ask, bid, or call upon. */
  public static boolean are(String words) {
    return Passages.of(words).stream().anyMatch(s -> isOne(s.of(words)));
  }

  /** Returns whether words do nothing but ask, bid, and call upon. */
  public static boolean only(String words) {
    return Passages.of(words).stream().allMatch(s -> isOne(s.of(words)));
  }

  private static boolean isOne(String sentence) {
    String begun = begun(sentence);
    return isQuestion(begun) || tells(begun) || calls(begun) && !isTitle(sentence);
  }

  /**
   * Returns the words of a quote that state something where they stand in their source; empty where
   * all of it asks or bids.
   */
  public static String without(String text, String quote) {
    String stated = quote;
    int at = text.indexOf(quote);
    for (int i = 0; i < MOST_PLACES && at >= 0; i++) {
      stated = stated(text, at, at + quote.length());
      at = stated.isBlank() ? text.indexOf(quote, at + quote.length()) : -1;
    }
    return stated;
  }

  private static String stated(String text, int start, int end) {
    int from = Math.max(text.lastIndexOf('\n', start) + 1, start - REACH);
    int line = text.indexOf('\n', end);
    int to = Math.min(line < 0 ? text.length() : line, end + REACH);
    String around = text.substring(from, to);
    StringBuilder stated = new StringBuilder();
    Told told = Told.NOTHING;
    for (TextPassage sentence : Passages.of(around)) {
      told = told.then(around, sentence);
      int first = Math.max(sentence.start(), start - from);
      int last = Math.min(sentence.end(), end - from);
      if (!told.request() && first < last) {
        stated.append(around, first, last).append(' ');
      }
    }
    return stated.toString();
  }

  /**
   * Whether a sentence is, or belongs to, a request: what is quoted or follows a colon behind one
   * is what it is about.
   */
  private record Told(boolean request, boolean goesOn, int end) {
    private static final Told NOTHING = new Told(false, false, 0);

    Told then(String text, TextPassage sentence) {
      String said = sentence.of(text);
      boolean sameLine = text.substring(end, sentence.start()).indexOf('\n') < 0;
      boolean belongs = sameLine && request && (goesOn || "'\"“‘«".indexOf(said.charAt(0)) >= 0);
      boolean asks = belongs || asks(said);
      char last = said.charAt(said.length() - 1);
      boolean open = belongs || last == ':' || ".!?:)'\"”’»".indexOf(last) < 0;
      return new Told(asks, open, sentence.end());
    }

    private static boolean asks(String said) {
      String begun = begun(said);
      return isQuestion(begun) || tells(begun) && !OWN.isIn(begun);
    }
  }

  /** A sentence in small letters, without what stands before its first telling word. */
  private static String begun(String sentence) {
    String folded = Folded.of(sentence).strip();
    var courtesy = COURTESY.matcher(folded);
    return courtesy.find() ? folded.substring(courtesy.end()) : folded;
  }

  private static boolean isQuestion(String begun) {
    return QUESTION.isIn(begun);
  }

  private static boolean tells(String begun) {
    List<String> words = first(begun);
    String verb = word(words, 0);
    String next = word(words, 1);
    boolean bids =
        (TELL.contains(verb) || TELL.contains(verb + " " + next))
            && (NOUNS_TOO.contains(verb) ? BEFORE.contains(next) : !OF.contains(next))
            && !next.isEmpty();
    return bids || SIE.contains(verb) && next.equals("sie") || WISH.isIn(begun);
  }

  private static boolean calls(String begun) {
    List<String> words = first(begun);
    String verb = word(words, 0);
    String next = word(words, 1);
    if (CALL.contains(verb)) {
      return words.size() > 2 && !OF.contains(next);
    }
    boolean verbal = !NO_VERB.contains(verb) && !INFLECTED.isIn(verb) && verb.length() > 1;
    return words.size() > 2
        && verbal
        && (READER.contains(next) || next.equals("sie") && verb.endsWith("en"));
  }

  private static List<String> first(String begun) {
    return WORD.all(begun.substring(0, Math.min(begun.length(), 80)));
  }

  private static String word(List<String> words, int at) {
    return at < words.size() ? words.get(at) : "";
  }

  /** A name such as that of a shop or a work, whose longer words begin with capitals. */
  private static boolean isTitle(String words) {
    List<String> longer =
        WORD.all(words).stream().skip(1).filter(w -> w.length() >= LONGER).toList();
    return !longer.isEmpty()
        && longer.stream().allMatch(w -> Character.isUpperCase(w.charAt(0)))
        && longer.stream().anyMatch(w -> Character.isLowerCase(w.charAt(w.length() - 1)));
  }
}
