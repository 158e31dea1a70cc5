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
          "(?m)^[ ]?(\\p{Lu}[\\p{L}'’.-]{1,25}(?:[ ](?:\\p{Lu}|d[ae]|am|le|la|sur)[\\p{L}'’.-]{0,25}){0,3}?)(,[ ]|[ ])(\\p{Lu}[\\p{L}.]{1,20}(?:[ ]\\p{L}{2,15}){0,2})[ ]?$");

  private TownAndCountry() {}

  static List<Part> find(String text) {
    List<Part> parts = new ArrayList<>();
    Search line = LINE.matcher(text);
    while (line.find() && parts.size() < AddressScanner.MAX_PARTS) {
      String town = line.group(1);
      boolean named = line.group(2).startsWith(",") || Towns.isTown(town);
      if (named && Countries.isCountry(line.group(3)) && !Towns.isLarger(town)) {
        parts.add(new Part(Kind.CITY, line.start(1), line.end(1)));
        parts.add(new Part(Kind.COUNTRY, line.start(3), line.end(3)));
      }
    }
    return parts;
  }
}
