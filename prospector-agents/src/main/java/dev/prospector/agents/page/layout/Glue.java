package dev.prospector.agents.page.layout;

import dev.prospector.agents.internal.Expression;

/**
 * Tells where two pieces of text that touch between inline elements are two things: a label and its
 * value, two values, a name and a role. Words that are marked up in part stay one.
 */
final class Glue {

  private static final int REACH = 80;
  private static final int LONG_NUMBER = 3;
  private static final int SHORT_WORD = 3;
  private static final Expression MAIL =
      Expression.of("[\\p{L}\\p{N}_][\\p{L}\\p{N}._%+-]{0,63}+@[\\p{L}\\p{N}-]{1,63}\\.");
  private static final Expression AFTER_MAIL =
      Expression.of("[@.][\\p{L}\\p{N}-]{1,63}\\.\\p{L}{2,12}$");
  private static final Expression PHONE = Expression.of("[+(]{0,2}\\d[\\d ().-]{6,20}");

  /** "<b>Alder Mills</b><b>40 Elm Street</b>": the number of a house, and the street. */
  private static final Expression NUMBERED =
      Expression.of("\\d{1,5}[a-z]?,?[ ]\\p{Lu}[\\p{L}.]|\\d{5}-\\d{3}(?!\\d)");

  /**
   * "<b>Am Markt 12</b><b>04109 Leipzig</b>": the number of a house, and a code with its town; a
   * code and a telephone number.
   */
  private static final Expression CODE_AND_TOWN =
      Expression.of(
          "\\d{4,5}[ ]\\p{Lu}\\p{L}{2}|\\d{5}-\\d{3}(?!\\d)|\\d{4}-\\d{3}[ ]\\p{Lu}|\\d{3}[-.]\\d{3}[-.]\\d{4}(?!\\d)");

  /** "<b>Stuttgart</b><b>HRB 20457</b>": an abbreviation in capitals and its number. */
  private static final Expression LABEL = Expression.of("\\p{Lu}{2,5}[ .:]{1,2}\\d");

  private Glue() {}

  /**
   * Returns whether a space belongs between.
   *
   * @param elements whether one element ends and another begins there
   */
  static boolean parts(CharSequence before, String after, boolean elements) {
    if (before.length() == 0) {
      return false;
    }
    char last = before.charAt(before.length() - 1);
    char first = after.charAt(0);
    if (last == ':' && Character.isLetterOrDigit(first)) {
      return !(first == '/' || before.toString().endsWith("http:"));
    }
    if (!Character.isLetterOrDigit(last)) {
      return false;
    }
    if (Character.isLetterOrDigit(first) && after.indexOf('@') > 0 && wordLength(before) > 1) {
      return MAIL.matcher(after.substring(0, Math.min(140, after.length()))).lookingAt();
    }
    if (elements && Character.isDigit(first) && beginsAddress(before, last, after)) {
      return true;
    }
    if (Character.isLetter(last) && (Character.isDigit(first) || first == '+' || first == '(')) {
      return PHONE.matcher(after.substring(0, Math.min(REACH, after.length()))).lookingAt();
    }
    if (Character.isLetter(first) && afterMail(before)) {
      return true;
    }
    return elements && hump(before, last, first, after);
  }

  private static boolean beginsAddress(CharSequence before, char last, String after) {
    Expression form = Character.isDigit(last) ? CODE_AND_TOWN : NUMBERED;
    return (Character.isDigit(last) || wordLength(before) > 1)
        && form.matcher(after.substring(0, Math.min(REACH, after.length()))).lookingAt();
  }

  private static boolean afterMail(CharSequence before) {
    String tail = before.toString().substring(Math.max(0, before.length() - REACH));
    int space = tail.lastIndexOf(' ');
    String word = tail.substring(space + 1);
    return word.indexOf('@') > 0 && AFTER_MAIL.isIn(word);
  }

  /**
   * A word in small letters, or a number, and then one with a capital; a long number and a label.
   */
  private static boolean hump(CharSequence before, char last, char first, String after) {
    if (Character.isDigit(last) && wordLength(before) >= LONG_NUMBER && after.length() > 2) {
      return Character.isUpperCase(first) && Character.isLetter(after.charAt(1));
    }
    int least = Character.isUpperCase(last) ? 2 : SHORT_WORD;
    boolean word =
        Character.isDigit(last) || Character.isLetter(last) && wordLength(before) >= least;
    boolean capital =
        Character.isUpperCase(first)
            && after.length() > 2
            && Character.isLowerCase(after.charAt(1));
    boolean label = Character.isLowerCase(last) && LABEL.matcher(after).lookingAt();
    return word && (capital || label);
  }

  private static int wordLength(CharSequence before) {
    int length = 0;
    while (length < before.length()
        && Character.isLetterOrDigit(before.charAt(before.length() - 1 - length))) {
      length++;
    }
    return length;
  }
}
