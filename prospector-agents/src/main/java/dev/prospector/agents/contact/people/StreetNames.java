package dev.prospector.agents.contact.people;

import dev.prospector.agents.internal.Expression;

/** Tells names that a street, a square or a building bears from people who can be written to. */
final class StreetNames {

  private static final int REACH = 40;

  /** A word for a street, and small words or a rank between it and the name. */
  private static final Expression BEFORE =
      Expression.of(
          "(?iu)(?<![\\p{L}])(?:rue|avenue|av\\.?|ave\\.?|boulevard|bd|place|pl\\.|quai|cours|all[ée]e|impasse|rua|avenida|alameda|pra[çc]a|travessa|rodovia|estrada|largo|viaduto|calle|c/|avda\\.?|plaza|paseo|carretera|via|viale|piazza|corso|edif[íi]cio|shopping|torre|col[ée]gio|escola|aeroporto|airport|st\\.|ulice|n[áa]m[ěe]st[íi])\\s(?:(?:d[aeo]s?|du|del|de la|general|gen\\.|dr\\.?|doutor|dom|padre|presidente|pres\\.|governador|prefeito|senador|ministro|professora?|prof\\.|coronel|cel\\.|capit[ãa]o|marechal|mal\\.|rei|rainha|saint|san|santa|santo)\\s){0,3}$"
              + "|(?<![\\p{L}\\d.,:/-])\\d{1,4}[a-z]?,?\\s$");

  private static final Expression AFTER =
      Expression.of(
          "(?iu)^[ -](?:street|st|avenue|ave|road|rd|boulevard|blvd|drive|lane|parkway|pkwy|highway|hwy|square|plaza|bridge|airport|hospital|stra(?:ß|ss)e|str\\.|platz|weg|allee|ring|ufer|laan|straat)(?![\\p{L}])");

  private StreetNames() {}

  /** Returns whether what stands around a name in its line makes it one of a street. */
  static boolean around(String line, int start, int end) {
    return BEFORE.isIn(line.substring(Math.max(0, start - REACH), start))
        || AFTER.isIn(line.substring(end, Math.min(line.length(), end + REACH)));
  }
}
