package dev.prospector.agents.company.industry;

import dev.prospector.agents.page.Language;

/** Takes plural and gender endings off folded words, so that few forms stand for many. */
final class Stems {

  /** Endings of Portuguese and Spanish and what stands for them, longest first. */
  private static final String[][] ROMANCE = {
    {"ciones", "cion"},
    {"siones", "sion"},
    {"coes", "cao"},
    {"soes", "sao"},
    {"oes", "ao"},
    {"aes", "ao"},
    {"ais", "al"},
    {"eis", "el"},
    {"ois", "ol"},
    {"les", "l"},
    {"res", "r"},
    {"nes", "n"},
    {"zes", "z"},
    {"ces", "z"},
    {"des", "d"},
    {"ns", "m"},
    {"s", ""},
    {"dade", "dad"},
  };

  /** Endings of words, mostly adjectives, whose feminine differs by its last letter only. */
  private static final String[] GENDERED = {"ica", "aria", "ada", "iva", "osa", "uta", "ora"};

  /** Endings by which many Portuguese and Spanish words tell their English relative. */
  private static final String[][] RELATIVES = {
    {"cao", "tion"},
    {"cion", "tion"},
    {"sao", "sion"},
    {"logia", "logy"},
    {"grafia", "graphy"},
    {"dad", "ty"},
    {"ico", "ic"},
    {"mento", "ment"},
    {"miento", "ment"},
    {"encia", "ence"},
    {"ancia", "ance"},
    {"ivo", "ive"},
    {"oso", "ous"},
  };

  private Stems() {}

  static String of(String word, Language language) {
    return switch (language) {
      case PORTUGUESE, SPANISH -> romance(word);
      default -> english(word);
    };
  }

  static String english(String word) {
    int n = word.length();
    if (n > 4 && word.endsWith("ies")) {
      return word.substring(0, n - 3) + "y";
    }
    if (n > 4 && endsWithAny(word, "sses", "xes", "ches", "shes")) {
      return word.substring(0, n - 2);
    }
    boolean plural = n > 3 && word.charAt(n - 1) == 's' && !endsWithAny(word, "ss", "us", "is");
    return plural ? word.substring(0, n - 1) : word;
  }

  /** Returns the English word that a romance stem most likely corresponds to by its form. */
  static String englishRelative(String stem) {
    return stem.length() < 6 ? stem : replaceEnding(stem, RELATIVES);
  }

  private static String romance(String word) {
    if (word.length() < 4) {
      return word;
    }
    String singular = replaceEnding(word, ROMANCE);
    if (singular.length() > 4 && endsWithAny(singular, GENDERED)) {
      return singular.substring(0, singular.length() - 1) + "o";
    }
    boolean mute = singular.length() > 4 && singular.endsWith("e");
    return mute ? singular.substring(0, singular.length() - 1) : singular;
  }

  private static String replaceEnding(String word, String[][] endings) {
    for (String[] ending : endings) {
      if (word.endsWith(ending[0])) {
        return word.substring(0, word.length() - ending[0].length()) + ending[1];
      }
    }
    return word;
  }

  private static boolean endsWithAny(String word, String... endings) {
    for (String ending : endings) {
      if (word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
