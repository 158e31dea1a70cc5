package dev.prospector.agents.contact.postal;

import dev.prospector.agents.contact.postal.AddressPart.Kind;
import dev.prospector.agents.contact.postal.AddressScanner.Part;
import dev.prospector.agents.contact.text.Countries;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.ArrayList;
import java.util.List;

/** A town with its country that fill a line, as in lists of offices: "Fourmies, France". */
final class TownAndCountry {

  private static final Expression LINE =
      Expression.of(
          "[ ]?(\\p{Lu}[\\p{L}'’.-]{1,25}(?:[ ](?:\\p{Lu}|d[ae]|am|le|la|sur)[\\p{L}'’.-]{0,25}){0,3}?)(,[ ]|[ ])(\\p{Lu}[\\p{L}.]{1,20}(?:[ ]\\p{L}{2,15}){0,2})[ ]?");

  /** Such a line is never longer. */
  private static final int LONGEST = 400;

  private TownAndCountry() {}

  static List<Part> find(String text) {
    List<Part> parts = new ArrayList<>();
    Search line = LINE.matcher(text);
    int start = 0;
    while (start < text.length() && parts.size() < AddressScanner.MAX_PARTS) {
      int end = lineEnd(text, start);
      if (mayBe(text, start, end) && line.region(start, end).matches()) {
        add(line, parts);
      }
      start = end + 1;
    }
    return parts;
  }

  private static void add(Search line, List<Part> parts) {
    String town = line.group(1);
    boolean named = line.group(2).startsWith(",") || Towns.isTown(town);
    if (named && Countries.isCountry(line.group(3)) && !Towns.isLarger(town)) {
      parts.add(new Part(Kind.CITY, line.start(1), line.end(1)));
      parts.add(new Part(Kind.COUNTRY, line.start(3), line.end(3)));
    }
  }

  /** Tells by its length and its first letter whether a line is worth to be read. */
  private static boolean mayBe(String text, int start, int end) {
    int first = start < end && text.charAt(start) == ' ' ? start + 1 : start;
    return end - first > 1
        && end - first <= LONGEST
        && Character.getType(text.codePointAt(first)) == Character.UPPERCASE_LETTER;
  }

  private static int lineEnd(String text, int start) {
    int end = start;
    while (end < text.length() && "\n\r\u0085\u2028\u2029".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
