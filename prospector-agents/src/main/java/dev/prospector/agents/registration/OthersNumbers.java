package dev.prospector.agents.registration;

import dev.prospector.agents.internal.Expression;

/**
 * Tells a number that stands behind words such as "site by" or "Hébergeur :" and so belongs to
 * whoever made, hosts or supplies: the company's own would not be introduced so.
 */
final class OthersNumbers {

  /** Words may stand so far before a number, a name and a form of address between them. */
  private static final int REACH = 120;

  private static final String BREAKS = "\n;|•";
  private static final int LONGEST_HEADING = 60;

  private static final String MADE =
      "(?:desenvolvid[oa]s?|criad[oa]|feit[oa]|produzid[oa]|projetad[oa]|hospedad[oa]|mantid[oa]|emitid[oa]|certificad[oa]|site|website|layout|design|web"
          + " ?design|tema|theme|loja)"
          + " (?:por|pela|pelo|by|von|di|par)|(?:developed|designed|built|created|hosted|powered|made|maintained|issued|certified)"
          + " by|(?:desarrollado|diseñado|alojado|realizado) (?:por|en)|(?:realizzato|sviluppato)"
          + " da|(?:réalisé|hébergé|créé) par|(?:erstellt|umgesetzt|gehostet) (?:von|bei)";
  private static final String WHO =
      "fornecedor(?:es)?|web"
          + " ?design(?:er)?|designer|desenvolvedor(?:a)?|desenvolvimento|ag[êe]ncia|hospedagem|hosting|host"
          + "|hébergeur|hébergement|hoster|provider|proveedor|parceir[oa]s?|partners?|clientes?|clients?|kunden?|contador|contabilidade|umsetzung|gestaltung|realisierung|réalisation|diseño"
          + " web|intermediador(?:a)?|gateway|meios? de"
          + " pagamento|pagamentos?|criação|realização|tema web|theme";
  private static final Expression OTHERS =
      Expression.of(
          "(?iu)(?<!\\p{L})(?:"
              + MADE
              + "|(?:"
              + WHO
              + ")(?:\\s[\\p{L} ]{1,24})?\\s?:|(?:tema|theme) web)(?!\\p{L})");
  private static final Expression HEADING =
      Expression.of("(?iu)^(?:" + WHO + ")(?:\\s[\\p{L} ]{1,24})?\\s?:?$");

  private OthersNumbers() {}

  /** Returns whether the number that starts there is introduced as another company's. */
  static boolean isOthers(String text, int start) {
    int from = start;
    while (from > 0 && start - from < REACH && BREAKS.indexOf(text.charAt(from - 1)) < 0) {
      from--;
    }
    if (OTHERS.isIn(text.substring(from, start))) {
      return true;
    }
    return from > 0 && text.charAt(from - 1) == '\n' && headed(text, from - 1);
  }

  /** The line above, or the one above that, may say whose lines these are. */
  private static boolean headed(String text, int end) {
    int lineEnd = end;
    for (int above = 0; above < 2 && lineEnd > 0; above++) {
      int lineStart = text.lastIndexOf('\n', lineEnd - 1) + 1;
      String line = text.substring(lineStart, lineEnd).strip();
      if (line.length() <= LONGEST_HEADING && HEADING.isIn(line)) {
        return true;
      }
      lineEnd = lineStart - 1;
    }
    return false;
  }
}
