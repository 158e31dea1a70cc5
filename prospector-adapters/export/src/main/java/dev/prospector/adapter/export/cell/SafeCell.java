package dev.prospector.adapter.export.cell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps spreadsheet programs from executing what came from a page or a list: where a cell begins
 * with {@code =}, {@code +}, {@code -}, {@code @}, a tab or a line break it gets an apostrophe
 * before it. So does what follows a comma, semicolon, bar, tab or line break inside of it: a
 * program that expects another delimiter begins a cell there, even within quotation marks.
 * Telephone numbers in E.164 form ({@code +} and 7 to 15 digits) that fill a cell, or all between
 * two such delimiters, stay as they are: nothing but a number can be read out of them.
 */
public final class SafeCell {

  private static final Pattern PHONE = Pattern.compile("\\+\\d{7,15}+(?=[,;|\t\n\r]|\\z)");

  /** Full-width signs count too: some programs read them as their ASCII kin. */
  private static final String BEGINS_FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private static final String DELIMITERS = ",;|\t\n\r";

  private SafeCell() {}

  /** Returns the text as it may stand in a cell. */
  public static String of(String text) {
    Matcher phone = PHONE.matcher(text);
    StringBuilder safe = new StringBuilder(text.length() + 8);
    boolean begins = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean formula = begins && BEGINS_FORMULA.indexOf(c) >= 0;
      boolean number = formula && phone.region(i, text.length()).lookingAt();
      if (formula && !number || i == 0 && "\t\r\n".indexOf(c) >= 0) {
        safe.append('\'');
      }
      safe.append(c);
      begins = DELIMITERS.indexOf(c) >= 0 || begins && isPassedOver(c);
    }
    return safe.toString();
  }

  /** What programs take off before they look at a cell, or a reader does not see. */
  private static boolean isPassedOver(char c) {
    return c == '"'
        || c == '\''
        || c < ' '
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.CONTROL;
  }
}
