package dev.prospector.adapter.imports;

/** Texts as a reader sees them: blanks of every kind are usual ones, and what is unseen is gone. */
final class Cleaned {

  private Cleaned() {}

  static String text(String written) {
    StringBuilder clean = new StringBuilder(written.length());
    written
        .codePoints()
        .filter(c -> !isUnseen(c))
        .forEach(
            c ->
                clean.appendCodePoint(Character.getType(c) == Character.SPACE_SEPARATOR ? ' ' : c));
    return clean.toString().strip();
  }

  /** Marks that join or part letters stay where scripts need them. */
  private static boolean isUnseen(int c) {
    return c == 0x200b
        || c == 0x2060
        || c == 0xfeff
        || c == 0xad
        || c == 0x180e
        || c >= 0x202a && c <= 0x202e
        || c >= 0x2066 && c <= 0x2069
        || c == 0x200e
        || c == 0x200f;
  }
}
