package dev.prospector.agents.contact.people;

import dev.prospector.agents.internal.Expression;

/**
 * Tells by the words right beside a name that it is a brand's or a chain's, or of somebody who only
 * taught or inspired the people of a company.
 */
final class OthersNames {

  private static final int REACH = 40;

  private static final Expression TAUGHT =
      Expression.of(
          "(?iu)(?<![\\p{L}])(?:(?:trained|taught|mentored|coached|inspired|invented|pioneered)"
              + " by|studied"
              + " (?:under|with)|(?:treinad|formad|inspirad|orientad|ensinad|entrenad|capacitad)[oa]s?"
              + " por|(?:ausgebildet|unterrichtet|entwickelt) von|form[ée]e?s? par|formato"
              + " da|formata da)[ ](?:the |o |a |el |la )?(?:(?:dra?|profa?)\\.? )?$");

  private static final Expression BRAND_BEFORE =
      Expression.of(
          "(?iu)(?<![\\p{L}])(?:brands?|labels?|designers?|retailers?|chains?|stores?|marcas?|grifes?|lojas?|tiendas?|cadenas?|marken?|marques?|marchio|marche)[ ]$");

  private static final Expression BRAND_AFTER =
      Expression.of(
          "(?iu)^(?:['’]s)?[ ](?:is (?:owned by|a (?:registered )?trade ?mark|a trading name|a"
              + " brand)|é uma marca|pertence [àa]o?|es una marca|pertenece a|ist eine marke|est"
              + " une marque|stores?|shops?|outlets?|boutiques?|products?|gift"
              + " ?cards?|brand|collections?|franchises?|lojas?|produtos|tiendas?|productos|filialen?|produkte|boutiques|prodotti)(?![\\p{L}])");

  private OthersNames() {}

  /** Returns whether what stands around a name in its line makes it another's. */
  static boolean around(String line, int start, int end) {
    String before = line.substring(Math.max(0, start - REACH), start);
    return TAUGHT.isIn(before)
        || BRAND_BEFORE.isIn(before)
        || BRAND_AFTER.isIn(line.substring(end, Math.min(line.length(), end + REACH)));
  }
}
