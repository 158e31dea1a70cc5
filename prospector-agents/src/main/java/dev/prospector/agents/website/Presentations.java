package dev.prospector.agents.website;

import dev.prospector.agents.internal.Expression;

/**
 * Tells documents that present the company from others, such as manuals and lists of prices, which
 * say little of it and are many.
 */
final class Presentations {

  private static final Expression DOCUMENT = Expression.of("(?i)\\.pdf(?:[?#].{0,2000})?$");

  private static final Expression WORDS =
      Expression.of(
          "(?iu)apresenta(?:[çc][ãa]o|%C3%A7%C3%A3o)|presentaci(?:[óo]|%C3%B3)n|presentation"
              + "|pr(?:[äa]|%C3%A4)sentation|institucional|institutional|portf(?:[óo]|%C3%B3)lio|portafolio|brochu?re?|brochura|folleto|folder|company["
              + " _+-]?profile|perfil[ _+-](?:da|de|de la)?["
              + " _+-]?empresa|corporate|corporativ[oa]|firmenprofil|unternehmensprofil|quem["
              + " _+-]?somos|qui(?:[ée]|%C3%A9)nes[ _+-]?somos|about[ _+-]?us|sobre["
              + " _+-]?(?:n[óo]s|a[ _+-]?empresa)|dossier");

  private Presentations() {}

  /** Returns whether an address is one of a document. */
  static boolean isDocument(String url) {
    return DOCUMENT.isIn(url);
  }

  /**
   * Returns whether a document looks like a presentation of the company.
   *
   * @param text of the link to it; may be empty
   */
  static boolean is(String url, String text) {
    String name = url.substring(url.lastIndexOf('/') + 1);
    return isDocument(url) && (WORDS.isIn(name) || WORDS.isIn(text));
  }
}
