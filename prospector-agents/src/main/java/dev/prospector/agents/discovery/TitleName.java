package dev.prospector.agents.discovery;

import dev.prospector.agents.intake.CompanyName;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds a company's name in the title of its page: the part that its domain agrees with. */
final class TitleName {

  private static final Pattern BETWEEN = Pattern.compile("\\s[|–—·•:»-]\\s|\\s{2,}|[|»]");
  private static final int LONGEST = 80;
  private static final int SHORTEST = 3;

  private TitleName() {}

  /** Returns the name as written; empty where no part of the title goes with the domain. */
  static String in(String title, String domain) {
    String label = OurOwn.plain(domain.substring(0, Math.max(0, domain.indexOf('.'))));
    List<String> parts = BETWEEN.splitAsStream(title).map(String::strip).toList();
    for (String part : parts) {
      if (!part.isEmpty() && part.length() <= LONGEST && agrees(part, label)) {
        return CompanyName.isFiller(part) ? "" : part;
      }
    }
    return "";
  }

  private static boolean agrees(String part, String label) {
    String plain = OurOwn.plain(part);
    if (label.length() < SHORTEST || plain.length() < SHORTEST) {
      return plain.equals(label) && !plain.isEmpty();
    }
    if (plain.contains(label) || label.contains(plain)) {
      return true;
    }
    for (String word : part.toLowerCase(Locale.ROOT).split("\\s+")) {
      String one = OurOwn.plain(word);
      if (one.length() > SHORTEST && label.contains(one)) {
        return true;
      }
    }
    return false;
  }
}
