package dev.prospector.agents.address;

import java.util.Optional;

/** Punycode, RFC 3492, with the parameters and the pseudo code of that document. */
final class Punycode {

  private static final int BASE = 36;
  private static final int T_MIN = 1;
  private static final int T_MAX = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int INITIAL_BIAS = 72;
  private static final int INITIAL_N = 128;
  private static final int LONGEST = 1_000;

  private Punycode() {}

  /** Returns the text that the ASCII form stands for, or empty when it stands for none. */
  static Optional<String> decode(String ascii) {
    int delimiter = ascii.lastIndexOf('-');
    StringBuilder out = new StringBuilder(ascii.substring(0, Math.max(0, delimiter)));
    if (ascii.length() > LONGEST || !ascii.chars().allMatch(c -> c < INITIAL_N)) {
      return Optional.empty();
    }
    int n = INITIAL_N;
    int bias = INITIAL_BIAS;
    long i = 0;
    int points = out.length();
    for (int at = delimiter + 1; at < ascii.length(); ) {
      int end = endOfNumber(ascii, at, bias);
      long delta = end < 0 ? -1 : number(ascii, at, end, bias);
      if (delta < 0 || i + delta > Integer.MAX_VALUE) {
        return Optional.empty();
      }
      points++;
      bias = adapt(delta, points, i == 0);
      n += (int) ((i + delta) / points);
      i = (i + delta) % points;
      if (n < 0 || n > Character.MAX_CODE_POINT || isSurrogate(n)) {
        return Optional.empty();
      }
      out.insert(out.offsetByCodePoints(0, (int) i), Character.toChars(n));
      i++;
      at = end;
    }
    return Optional.of(out.toString());
  }

  /** Where the number of variable length that begins there ends; -1 if it does not end. */
  private static int endOfNumber(String ascii, int start, int bias) {
    for (int at = start, k = BASE; at < ascii.length(); at++, k += BASE) {
      int digit = digit(ascii.charAt(at));
      if (digit < threshold(k, bias)) {
        return digit < 0 ? -1 : at + 1;
      }
    }
    return -1;
  }

  /** The number between two places, or -1 if it is beyond all code points. */
  private static long number(String ascii, int start, int end, int bias) {
    long number = 0;
    long weight = 1;
    for (int at = start, k = BASE; at < end; at++, k += BASE) {
      number += digit(ascii.charAt(at)) * weight;
      weight *= BASE - threshold(k, bias);
      if (number > Integer.MAX_VALUE) {
        return -1;
      }
    }
    return number;
  }

  private static boolean isSurrogate(int n) {
    return n >= Character.MIN_SURROGATE && n <= Character.MAX_SURROGATE;
  }

  /** Returns the ASCII form of a label that holds at least one character beyond ASCII. */
  static String encode(String label) {
    int[] input = label.codePoints().toArray();
    StringBuilder out = new StringBuilder();
    label.chars().filter(c -> c < INITIAL_N).forEach(c -> out.append((char) c));
    int basic = out.length();
    if (basic > 0) {
      out.append('-');
    }
    int n = INITIAL_N;
    int bias = INITIAL_BIAS;
    long delta = 0;
    for (int handled = basic; handled < input.length; n++, delta++) {
      int next = next(input, n);
      delta += (long) (next - n) * (handled + 1);
      n = next;
      for (int c : input) {
        if (c < n) {
          delta++;
        } else if (c == n) {
          append(delta, bias, out);
          bias = adapt(delta, handled + 1, handled == basic);
          delta = 0;
          handled++;
        }
      }
    }
    return out.toString();
  }

  private static int next(int[] input, int least) {
    int next = Integer.MAX_VALUE;
    for (int c : input) {
      next = c >= least ? Math.min(next, c) : next;
    }
    return next;
  }

  private static void append(long delta, int bias, StringBuilder out) {
    long q = delta;
    for (int k = BASE; ; k += BASE) {
      int threshold = threshold(k, bias);
      if (q < threshold) {
        out.append(character((int) q));
        return;
      }
      out.append(character((int) (threshold + (q - threshold) % (BASE - threshold))));
      q = (q - threshold) / (BASE - threshold);
    }
  }

  private static int threshold(int k, int bias) {
    return Math.max(T_MIN, Math.min(T_MAX, k - bias));
  }

  private static int adapt(long delta, int points, boolean first) {
    long d = first ? delta / DAMP : delta / 2;
    d += d / points;
    int k = 0;
    for (; d > (BASE - T_MIN) * T_MAX / 2; k += BASE) {
      d /= BASE - T_MIN;
    }
    return (int) (k + (BASE - T_MIN + 1) * d / (d + SKEW));
  }

  private static char character(int digit) {
    return (char) (digit < 26 ? 'a' + digit : '0' + digit - 26);
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0' + 26;
    }
    int letter = c | 0x20;
    return letter >= 'a' && letter <= 'z' ? letter - 'a' : -1;
  }
}
