package dev.prospector.adapter.export.cell;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheet programs from executing what came from a page or a list: a cell that begins
 * with {@code =}, {@code +}, {@code -}, {@code @}, a tab or a line break gets an apostrophe before
 * it. Telephone numbers in E.164 form ({@code +} and 7 to 15 digits, nothing else) also several
 * joined by semicolons, stay as they are: nothing but those numbers can be read out of them.
 */
public final class SafeCell {

  private static final int LONGEST_LIST = 1000;
  private static final Pattern PHONES =
      Pattern.compile("\\+\\d{7,15}+(?:; \\+\\d{7,15}+)*+", Pattern.DOTALL);

  private SafeCell() {}

  /** Returns the text as it may stand in a cell. */
  public static String of(String text) {
    return isFormula(text) && !isPhone(text) ? "'" + text : text;
  }

  /** Full-width signs count too: some programs read them as their ASCII kin. */
  private static boolean isFormula(String text) {
    return !text.isEmpty() && "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".indexOf(text.charAt(0)) >= 0;
  }

  private static boolean isPhone(String text) {
    return text.length() <= LONGEST_LIST && PHONES.matcher(text).matches();
  }
}
