package dev.prospector.agents.contact.postal;

import dev.prospector.agents.contact.postal.AddressPart.Kind;
import dev.prospector.agents.contact.postal.AddressScanner.Part;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.List;
import java.util.Optional;

/**
 * Finds the neighbourhood between a street and its town, as Brazil and Mexico write it: "Rua A, 12
 * - Sala 4 - <b>Centro</b> - Curitiba", "Bairro: <b>Setor Bueno</b>", "Col. <b>Los Gavilanes</b>".
 */
final class Districts {

  private static final List<String> COUNTRIES = List.of("BR", "MX");

  private static final Expression LABELLED =
      Expression.of(
          "(?u)(?<![\\p{L}])(?i:bairro|colonia|col\\.|barrio)[ ]?:?[ \\t\\n]{0,2}([\\p{Lu}\\d][\\p{L}\\d.'’ -]{1,40}?)(?=$|[ ]?[,\\n\\t|·•/(–]|[ ]-)");

  private static final Expression SEGMENT = Expression.of("[^,\\n\\t|·•/–;()]{3,45}");
  private static final Expression NAME =
      Expression.of(
          "\\p{Lu}[\\p{L}.'’]{1,24}(?:[ ](?:\\p{Lu}[\\p{L}.'’]{0,24}|d[aeo]s?|e|[IVX]{1,4}|\\d{1,3})){0,4}");

  /** What lies within the building, or announces another part of the address. */
  private static final Expression COMPLEMENT =
      Expression.of(
          "(?iu)^(?:sala|salas|sl|conj|conjunto|cj|andar|bloco|bl|loja|lj|apto?|casa|galp[ãa]o|t[ée]rreo|fundos|lote|lt|quadra|qd|box|km|n[ºo°]|n[úu]mero|s/?n|edif[íi]cio|ed|torre|piso|local|int|ext|pr[ée]dio|cep|c\\.?p|cidade|munic[íi]pio|estado|uf|esquina|esq|pr[óo]ximo|em frente|ao lado|complemento|brasil|m[ée]xico)(?![\\p{L}])");

  private Districts() {}

  /**
   * Returns the neighbourhood in the gap behind a street.
   *
   * @param countries of the site, the likeliest first
   */
  static Optional<Part> in(String text, int from, int to, List<String> countries) {
    if (to <= from || countries.isEmpty() || !COUNTRIES.contains(countries.get(0))) {
      return Optional.empty();
    }
    String gap = text.substring(from, to);
    Search labelled = LABELLED.matcher(gap);
    if (labelled.find()) {
      return part(from + labelled.start(1), from + labelled.end(1), text);
    }
    Optional<Part> last = Optional.empty();
    Search segment = SEGMENT.matcher(gap);
    while (segment.find()) {
      Optional<Part> named = named(text, from + segment.start(), from + segment.end());
      last = named.isPresent() ? named : last;
    }
    return last;
  }

  /** The segment between two hyphens or within other signs, if it is a name and no complement. */
  private static Optional<Part> named(String text, int from, int to) {
    Optional<Part> found = Optional.empty();
    int start = from;
    for (int at = from; at <= to; at++) {
      boolean hyphen = at == to || text.startsWith(" - ", at) || text.startsWith("- ", at);
      if (hyphen) {
        Optional<Part> part = part(start, at, text);
        boolean name =
            part.filter(p -> NAME.isAllOf(text.substring(p.start(), p.end())))
                .filter(p -> !COMPLEMENT.isIn(text.substring(p.start(), p.end())))
                .isPresent();
        found = name ? part : found;
        start = at + 1;
      }
    }
    return found;
  }

  private static Optional<Part> part(int from, int to, String text) {
    int start = from;
    int end = to;
    while (start < end && " -.".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && " -.".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end - start < 3 ? Optional.empty() : Optional.of(new Part(Kind.DISTRICT, start, end));
  }
}
