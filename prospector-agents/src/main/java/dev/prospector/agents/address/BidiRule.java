package dev.prospector.agents.address;

import java.util.Arrays;

/** The rule for labels of domains that hold right-to-left text (RFC 5893 section 2). */
final class BidiRule {

  private static final long LEFT = bits(Character.DIRECTIONALITY_LEFT_TO_RIGHT);
  private static final long RIGHT =
      bits(Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
  private static final long EUROPEAN = bits(Character.DIRECTIONALITY_EUROPEAN_NUMBER);
  private static final long ARABIC = bits(Character.DIRECTIONALITY_ARABIC_NUMBER);
  private static final long MARK = bits(Character.DIRECTIONALITY_NONSPACING_MARK);
  private static final long NEUTRAL =
      bits(
          Character.DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR,
          Character.DIRECTIONALITY_COMMON_NUMBER_SEPARATOR,
          Character.DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR,
          Character.DIRECTIONALITY_OTHER_NEUTRALS,
          Character.DIRECTIONALITY_BOUNDARY_NEUTRAL);

  private BidiRule() {}

  static boolean hasRightToLeft(String[] labels) {
    return Arrays.stream(labels)
        .flatMapToInt(String::codePoints)
        .anyMatch(c -> is(c, RIGHT | ARABIC));
  }

  static boolean holds(String label) {
    if (label.isEmpty()) {
      return true;
    }
    int[] all = label.codePoints().toArray();
    int end = all.length;
    while (end > 0 && is(all[end - 1], MARK)) {
      end--;
    }
    if (end == 0) {
      return false;
    }
    int last = all[end - 1];
    return is(all[0], RIGHT)
        ? only(all, RIGHT | ARABIC | EUROPEAN | NEUTRAL | MARK)
            && is(last, RIGHT | EUROPEAN | ARABIC)
            && !(has(all, EUROPEAN) && has(all, ARABIC))
        : is(all[0], LEFT)
            && only(all, LEFT | EUROPEAN | NEUTRAL | MARK)
            && is(last, LEFT | EUROPEAN);
  }

  private static boolean only(int[] all, long classes) {
    return Arrays.stream(all).allMatch(c -> is(c, classes));
  }

  private static boolean has(int[] all, long classes) {
    return Arrays.stream(all).anyMatch(c -> is(c, classes));
  }

  private static boolean is(int c, long classes) {
    byte direction = Character.getDirectionality(c);
    return direction >= 0 && (classes >> direction & 1) == 1;
  }

  private static long bits(byte... directions) {
    long bits = 0;
    for (byte direction : directions) {
      bits |= 1L << direction;
    }
    return bits;
  }
}
