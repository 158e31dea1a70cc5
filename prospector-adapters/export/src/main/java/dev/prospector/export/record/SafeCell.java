package dev.prospector.export.record;

/**
 * Keeps spreadsheet programs from executing what came from a page or a list: a cell that begins
 * with {@code =}, {@code +}, {@code -}, {@code @}, a tab or a line break gets an apostrophe before
 * it. Telephone numbers in E.164 form ({@code +} and 7 to 15 digits, nothing else) stay as they
 * are, because no formula but that very number can be read out of them.
 */
public final class SafeCell {

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
    return text.length() >= 8
        && text.length() <= 16
        && text.charAt(0) == '+'
        && text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
  }
}
