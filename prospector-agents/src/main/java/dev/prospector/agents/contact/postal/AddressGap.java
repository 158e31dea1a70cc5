package dev.prospector.agents.contact.postal;

import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.Locale;
import java.util.Set;

/**
 * Tells whether what stands between two parts of an address belongs to it: separators, labels such
 * as "CEP", and behind a street its complement and neighbourhood, which are no part that is told
 * apart.
 */
final class AddressGap {

  private static final int LONGEST_BARE = 25;
  private static final int LONGEST_NAMED = 90;
  private static final int MOST_LINES = 3;
  private static final int MOST_WORDS = 12;

  private static final Expression WORD = Expression.of("[\\p{L}\\p{M}]{1,40}");
  private static final Expression FOREIGN =
      Expression.of(
          "[@+=*?!©\u201c\u201d]|\\d{6,}|(?<!\\d)\\d{4}[-. ]\\d{4}(?!\\d)|\\(\\d{2,3}\\)");

  /** Labels of the parts themselves. */
  private static final Set<String> LABELS =
      Set.of(
          "cep",
          "cp",
          "c",
          "p",
          "zip",
          "code",
          "postal",
          "codigo",
          "código",
          "plz",
          "cap",
          "psc",
          "uf",
          "estado",
          "state",
          "cidade",
          "city",
          "ciudad",
          "municipio",
          "município",
          "localidad",
          "localidade",
          "ort",
          "ville",
          "città",
          "postcode",
          "pobox",
          "province",
          "provincia");

  /** Words of complements and neighbourhoods that are written small. */
  private static final Set<String> COMPLEMENTS =
      Set.of(
          "de",
          "da",
          "do",
          "das",
          "dos",
          "e",
          "del",
          "la",
          "las",
          "los",
          "el",
          "y",
          "di",
          "du",
          "des",
          "bairro",
          "sala",
          "salas",
          "sl",
          "conj",
          "conjunto",
          "cj",
          "andar",
          "bloco",
          "bl",
          "loja",
          "lj",
          "apto",
          "ap",
          "casa",
          "galpão",
          "galpao",
          "térreo",
          "terreo",
          "fundos",
          "torre",
          "lote",
          "lt",
          "quadra",
          "qd",
          "edifício",
          "edificio",
          "ed",
          "km",
          "s",
          "n",
          "nº",
          "º",
          "ª",
          "no",
          "num",
          "número",
          "numero",
          "prédio",
          "predio",
          "box",
          "setor",
          "col",
          "colonia",
          "fracc",
          "piso",
          "planta",
          "local",
          "puerta",
          "oficina",
          "of",
          "dpto",
          "depto",
          "nave",
          "int",
          "ext",
          "interior",
          "barrio",
          "esq",
          "esquina",
          "dto",
          "fracção",
          "fração",
          "letra",
          "r",
          "th",
          "floor",
          "suite",
          "st",
          "etage",
          "étage",
          "bât",
          "bâtiment",
          "scala",
          "interno",
          "hinterhaus",
          "og",
          "eg",
          "stock",
          "a",
          "b",
          "d",
          "f",
          "o",
          "x",
          "ao",
          "lado",
          "próximo",
          "proximo",
          "em",
          "frente",
          "zona",
          "distrito",
          "industrial",
          "parque",
          "vila",
          "jardim",
          "jd",
          "centro",
          "ste",
          "unit",
          "unidade",
          "complemento",
          "kilómetro",
          "quilômetro",
          "bis",
          "ter",
          "polígono",
          "pol",
          "ind");

  private AddressGap() {}

  /**
   * Returns whether the two places are of one address.
   *
   * @param afterStreet whether a street ends where the gap begins
   */
  static boolean joins(String text, int from, int to, boolean afterStreet) {
    int length = to - from;
    if (length > LONGEST_NAMED || length < 0) {
      return false;
    }
    String gap = text.substring(from, to);
    boolean lettered = WORD.isIn(gap);
    if (!lettered) {
      return length <= LONGEST_BARE && !FOREIGN.isIn(gap);
    }
    return gap.chars().filter(c -> c == '\n').count() <= MOST_LINES
        && !FOREIGN.isIn(gap)
        && wordsFit(gap, afterStreet);
  }

  private static boolean wordsFit(String gap, boolean afterStreet) {
    Search words = WORD.matcher(gap);
    int count = 0;
    boolean labelled = false;
    while (words.find()) {
      String lower = words.group().toLowerCase(Locale.ROOT);
      boolean named = Character.isUpperCase(words.group().charAt(0)) && !LABELLED.contains(lower);
      boolean label = LABELS.contains(lower) || labelled && OF.contains(lower);
      boolean fits = label || afterStreet && (named || COMPLEMENTS.contains(lower));
      if (!fits || ++count > MOST_WORDS) {
        return false;
      }
      labelled = label;
    }
    return true;
  }

  /** "Estado <b>de</b> São Paulo". */
  private static final Set<String> OF = Set.of("de", "do", "da", "of", "del");

  /** Words that begin something else than an address. */
  private static final Set<String> LABELLED =
      Set.of(
          "tel",
          "tels",
          "telefone",
          "telefones",
          "teléfono",
          "telefon",
          "telephone",
          "phone",
          "fone",
          "fax",
          "mail",
          "email",
          "whatsapp",
          "celular",
          "mobile",
          "mobil",
          "site",
          "website",
          "web",
          "cnpj",
          "horário",
          "horario",
          "hours",
          "contato",
          "contact",
          "kontakt",
          "copyright",
          "segunda",
          "seg",
          "monday",
          "montag",
          "lunes");
}
