package dev.prospector.adapter.imports;

import dev.prospector.adapter.imports.internal.column.ColumnNames;
import dev.prospector.dossier.Fingerprint;
import java.util.regex.Pattern;

/** Gives rows names that stay the same as long as the rows do. */
final class RowIdentity {

  private static final int LONGEST_ID = 120;

  /** Placeholders that stand where a name should. */
  private static final Pattern NO_NAME =
      Pattern.compile(
          "n/?[ad]|nil|none|null|nan|unknown|desconhecid[oa]|sem nome|sin nombre|no name|x{2,}|tbd",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private RowIdentity() {}

  static boolean isName(String text) {
    return text.length() <= 500
        && text.codePoints().anyMatch(Character::isLetterOrDigit)
        && !NO_NAME.matcher(text).matches();
  }

  /** Returns a 64-bit hash; among a million texts two collide with a chance of 1 in 30 million. */
  static long hash(String text) {
    return Long.parseUnsignedLong(digest(text).substring(0, 16), 16);
  }

  /** Returns the site's identity, or the name with a digest of all that the row says. */
  static String id(String identity, String name, String text) {
    String readable = identity.isEmpty() ? ColumnNames.plain(name).replace(' ', '-') : identity;
    if (!identity.isEmpty() && identity.length() <= LONGEST_ID) {
      return identity;
    }
    String cut = readable.length() > LONGEST_ID ? readable.substring(0, LONGEST_ID) : readable;
    String content = identity.isEmpty() ? text : identity;
    return (cut.isEmpty() ? "row" : cut) + "-" + digest(content).substring(0, 16);
  }

  private static String digest(String text) {
    return Fingerprint.hasher().add(text).finish().toString();
  }
}
