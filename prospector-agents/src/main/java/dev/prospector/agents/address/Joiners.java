package dev.prospector.agents.address;

import java.lang.Character.UnicodeScript;

/** Where the invisible joiners may stand (RFC 5892 appendix A.1 and A.2). */
final class Joiners {

  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;

  /** Viramas: characters of canonical combining class 9, which the JDK does not tell. */
  private static final String VIRAMAS =
      "\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D3B\u0D3C\u0D4D\u0DCA\u0E3A\u0EBA\u0F84"
          + "\u1039\u103A\u1714\u1734\u17D2\u1A60\u1B44\u1BAA\u1BAB\u1BF2\u1BF3\u2D7F\uA806\uA8C4"
          + "\uA953\uA9C0\uAAF6\uABED";

  /** Arabic letters that join to the right only, so that nothing after them needs a non-joiner. */
  private static final String RIGHT_JOINING =
      "\u0622\u0623\u0624\u0625\u0627\u0629\u062F\u0630\u0631\u0632\u0648\u0671\u0672\u0673\u0675"
          + "\u0676\u0677\u0688\u0689\u068A\u068B\u068C\u068D\u068E\u068F\u0690\u0691\u0692\u0693"
          + "\u0694\u0695\u0696\u0697\u0698\u0699\u06C0\u06C3\u06C4\u06C5\u06C6\u06C7\u06C8\u06C9"
          + "\u06CA\u06CB\u06CD\u06CF\u06D2\u06D3\u06D5\u06EE\u06EF";

  private Joiners() {}

  static boolean hold(String label) {
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      boolean joiner = c == JOINER || c == NON_JOINER;
      boolean afterVirama = i > 0 && VIRAMAS.indexOf(label.charAt(i - 1)) >= 0;
      if (joiner && !afterVirama && !(c == NON_JOINER && separatesLetters(label, i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean separatesLetters(String label, int index) {
    int before = index - 1;
    while (before >= 0 && CodePoints.isMark(label.charAt(before))) {
      before--;
    }
    int after = index + 1;
    while (after < label.length() && CodePoints.isMark(label.charAt(after))) {
      after++;
    }
    return before >= 0
        && after < label.length()
        && isJoining(label.charAt(before))
        && RIGHT_JOINING.indexOf(label.charAt(before)) < 0
        && isJoining(label.charAt(after));
  }

  private static boolean isJoining(char c) {
    UnicodeScript script = UnicodeScript.of(c);
    return Character.isLetter(c)
        && (script == UnicodeScript.ARABIC
            || script == UnicodeScript.SYRIAC
            || script == UnicodeScript.NKO
            || script == UnicodeScript.MONGOLIAN);
  }
}
