package dev.prospector.privacy;

import dev.prospector.model.Block;
import dev.prospector.model.LanguageModel.Request;
import dev.prospector.model.Turn;
import dev.prospector.privacy.FindPersonalData.Found;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * The marks that stand for personal data in one question and its answers: one mark for each written
 * form, in the order in which they come, so that what is put back is the source's own words.
 * Confined to one thread.
 */
public final class Placeholders {

  private static final String EXPLANATION =
      "\n\nMarks in square brackets such as [PERSON_1] or [PHONE_2] stand for personal data that is"
          + " held back. Where you quote, repeat them exactly as they stand.";

  private final FindPersonalData finder;
  private final Map<String, String> marks = new LinkedHashMap<>();
  private final Map<String, String> originals = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  Placeholders(FindPersonalData finder) {
    this.finder = finder;
  }

  /** Returns a request without personal data; its instructions are ours and hold none. */
  public Request hide(Request request) {
    if (finder.isOff()) {
      return request;
    }
    Request hidden =
        request
            .withMaterial(
                request.material().stream()
                    .map(block -> new Block(hide(block.text()), block.repeats()))
                    .toList())
            .withTurns(request.turns().stream().map(this::hide).toList());
    return marks.isEmpty() ? hidden : hidden.withInstructions(hidden.instructions() + EXPLANATION);
  }

  /** Returns a turn of a dialogue without personal data. */
  public Turn hide(Turn turn) {
    return finder.isOff() ? turn : new Turn(hide(turn.answer()), hide(turn.objection()));
  }

  /** Returns a text with marks in the place of personal data. */
  public String hide(String text) {
    if (finder.isOff()) {
      return text;
    }
    StringBuilder hidden = new StringBuilder(text.length());
    int end = 0;
    for (Found found : finder.in(text)) {
      hidden.append(text, end, found.start());
      hidden.append(mark(found.kind(), text.substring(found.start(), found.end())));
      end = found.end();
    }
    return hidden.append(text, end, text.length()).toString();
  }

  private String mark(String kind, String original) {
    return marks.computeIfAbsent(
        original,
        form -> {
          String mark = "[" + kind + "_" + counts.merge(kind, 1, Integer::sum) + "]";
          originals.put(mark, form);
          return mark;
        });
  }

  /**
   * Returns an answer with what the marks stand for; a mark that we did not give stays as it is.
   *
   * @param json whether the marks stand in JSON, where some letters need to be escaped
   */
  public String restore(String text, boolean json) {
    Matcher mark = FindPersonalData.MARK.matcher(text);
    return mark.replaceAll(
        found -> {
          String original = originals.get(found.group());
          String back = original == null ? found.group() : original;
          return Matcher.quoteReplacement(json ? escaped(back) : back);
        });
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '"' || letter == '\\') {
        escaped.append('\\').append(letter);
      } else if (letter < ' ') {
        escaped.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) letter));
      } else {
        escaped.append(letter);
      }
    }
    return escaped.toString();
  }

  /** Tells how many there are, never what they stand for. */
  @Override
  public String toString() {
    return marks.size() + " marks";
  }
}
