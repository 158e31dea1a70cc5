package dev.prospector.agents.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The path state of the URL Standard for special schemes, where a backslash is a slash. */
final class PathSegments {

  private PathSegments() {}

  /** Returns the path with dot segments resolved and illegal characters encoded. */
  static String normalize(String path) {
    List<String> segments = new ArrayList<>();
    int start = !path.isEmpty() && isSlash(path.charAt(0)) ? 1 : 0;
    for (int i = start; i <= path.length(); i++) {
      boolean last = i == path.length();
      if (last || isSlash(path.charAt(i))) {
        add(path.substring(start, i), last, segments);
        start = i + 1;
      }
    }
    return "/" + String.join("/", segments);
  }

  private static void add(String segment, boolean last, List<String> segments) {
    String dots = segment.length() > 6 ? "" : segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
    boolean up = dots.equals("..");
    if (up && !segments.isEmpty()) {
      segments.remove(segments.size() - 1);
    }
    if (!up && !dots.equals(".")) {
      segments.add(PercentEncoding.PATH.encode(segment));
    } else if (last) {
      segments.add("");
    }
  }

  private static boolean isSlash(char c) {
    return c == '/' || c == '\\';
  }
}
