package dev.prospector.adapter.verify.email;

/** One letter too many, too few or other, or two neighbours exchanged. */
final class SlipOfThePen {

  private SlipOfThePen() {}

  /** Returns whether one is the other with exactly one slip. */
  static boolean is(String meant, String written) {
    if (meant.equals(written) || Math.abs(meant.length() - written.length()) > 1) {
      return false;
    }
    int same = 0;
    int shorter = Math.min(meant.length(), written.length());
    while (same < shorter && meant.charAt(same) == written.charAt(same)) {
      same++;
    }
    String a = meant.substring(same);
    String b = written.substring(same);
    if (a.length() != b.length()) {
      String longer = a.length() > b.length() ? a : b;
      return longer.substring(1).equals(a.length() > b.length() ? b : a);
    }
    boolean exchanged =
        a.length() > 1
            && a.charAt(0) == b.charAt(1)
            && a.charAt(1) == b.charAt(0)
            && a.substring(2).equals(b.substring(2));
    return exchanged || a.substring(1).equals(b.substring(1));
  }
}
