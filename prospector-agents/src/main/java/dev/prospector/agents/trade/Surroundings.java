package dev.prospector.agents.trade;

import dev.prospector.agents.page.Language;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tells by the words around a trade's name whether it is the trade of somebody else. */
final class Surroundings {

  private static final int WORDS_BEFORE = 3;

  /** Words that lead to those who are served, searched or advised. */
  private static final Map<Language, Set<String>> TOWARDS =
      Map.of(
          Language.ENGLISH,
          Set.of("for", "help", "helping", "helps", "serving", "serve", "serves"),
          Language.PORTUGUESE,
          Set.of("para", "atendemos", "atende", "atender", "ajudamos"),
          Language.SPANISH,
          Set.of("para", "atendemos", "atiende", "atender", "ayudamos"));

  /** The same of words that are too frequent to count but close by. */
  private static final Set<String> CLOSE =
      Set.of("to", "with", "at", "near", "às", "aos", "à", "ao", "com", "a", "al", "con");

  /** Words that make the trade before them the subject of something else. */
  private static final Map<Language, Set<String>> THINGS =
      Map.of(
          Language.ENGLISH,
          Set.of(
              "software",
              "system",
              "systems",
              "equipment",
              "supplies",
              "supply",
              "jobs",
              "job",
              "careers",
              "marketing",
              "website",
              "websites",
              "industry",
              "industries",
              "sector",
              "customers",
              "clients",
              "owners",
              "accident",
              "insurance",
              "loans",
              "loan",
              "consultants",
              "consulting",
              "management",
              "solutions",
              "apps",
              "app",
              "tools",
              "products",
              "furniture",
              "supplier",
              "suppliers",
              "monitors",
              "injury",
              "malpractice",
              "recruitment",
              "staff",
              "workers",
              "courses"),
          Language.PORTUGUESE,
          Set.of("clientes", "parceiras", "parceiros"),
          Language.SPANISH,
          Set.of("clientes", "asociados"));

  /** Words that make the trade after them, joined by "de", the subject of something else. */
  private static final Map<Language, Set<String>> THINGS_OF =
      Map.of(
          Language.ENGLISH,
          Set.of("supplier", "suppliers", "manufacturer", "provider", "range", "list", "directory"),
          Language.PORTUGUESE,
          Set.of(
              "software",
              "softwares",
              "sistema",
              "sistemas",
              "equipamentos",
              "vagas",
              "emprego",
              "marketing",
              "setor",
              "setores",
              "clientes",
              "donos",
              "gestão",
              "seguros",
              "cursos",
              "guia",
              "lista",
              "rede",
              "profissionais",
              "segmento",
              "segmentos"),
          Language.SPANISH,
          Set.of(
              "software",
              "sistema",
              "sistemas",
              "equipos",
              "empleos",
              "vacantes",
              "marketing",
              "sector",
              "sectores",
              "clientes",
              "dueños",
              "gestión",
              "seguros",
              "cursos",
              "guía",
              "lista",
              "segmento",
              "segmentos"));

  private static final Set<String> OF = Set.of("de", "do", "da", "dos", "das", "del", "of");

  private static final String SIGNS = ".:;|–!?\n";

  private Surroundings() {}

  static boolean others(String passage, int start, int end, Language language) {
    String[] before = wordsBefore(passage.substring(Math.max(0, start - 60), start));
    String[] after = wordsAfter(passage.substring(end, Math.min(passage.length(), end + 30)));
    return followed(after, language) || led(before, language);
  }

  private static boolean followed(String[] after, Language language) {
    return after.length > 0 && in(THINGS, language).contains(after[0]);
  }

  private static boolean led(String[] before, Language language) {
    int last = before.length - 1;
    if (last > 0
        && OF.contains(before[last])
        && in(THINGS_OF, language).contains(before[last - 1])) {
      return true;
    }
    for (int i = last; i >= 0 && i > last - WORDS_BEFORE; i--) {
      boolean close = i >= last - 1 && CLOSE.contains(before[i]) && !article(before, i, language);
      if (close || in(TOWARDS, language).contains(before[i])) {
        return true;
      }
    }
    return false;
  }

  /** The English "a" is an article, not a preposition. */
  private static boolean article(String[] words, int at, Language language) {
    return language == Language.ENGLISH && words[at].equals("a");
  }

  private static Set<String> in(Map<Language, Set<String>> words, Language language) {
    return words.getOrDefault(language, Set.of());
  }

  /** What stands before the last sign that parts clauses does not count. */
  private static String[] wordsBefore(String text) {
    int cut = -1;
    for (int i = 0; i < text.length(); i++) {
      cut = SIGNS.indexOf(text.charAt(i)) >= 0 ? i : cut;
    }
    return words(text.substring(cut + 1));
  }

  private static String[] wordsAfter(String text) {
    int end = 0;
    while (end < text.length() && SIGNS.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return words(text.substring(0, end));
  }

  private static String[] words(String clause) {
    String bare = clause.strip().toLowerCase(Locale.ROOT);
    return bare.isEmpty() ? new String[0] : bare.split("[\\s,;()]+");
  }
}
