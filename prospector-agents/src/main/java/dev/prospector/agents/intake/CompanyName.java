package dev.prospector.agents.intake;

import dev.prospector.agents.internal.Expression;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A company's name in parts: the name as people say it, and its legal form.
 *
 * @param name without noise and legal form, in capitals throughout only with initials; may be empty
 * @param legalForm as written; empty when there is none
 */
public record CompanyName(String name, String legalForm) {

  private static final Set<String> FORMS = words("legal-forms.txt");

  private static final Set<String> SMALL_WORDS =
      Set.of("de", "da", "do", "das", "dos", "e", "y", "del", "la", "los", "of", "and", "the");

  /** Words of three letters that companies are called by. */
  private static final Set<String> SHORT_WORDS = words("short-words.txt");

  /** What search engines and page titles put around a name. */
  private static final Expression TITLE_NOISE =
      Expression.of(
          "(?i)^(?:home|in[ií]cio|inicio|p[áa]gina inicial|home ?page|welcome to|bem[- ]vindos? [àa]|"
              + "bienvenidos? a|official site|site oficial|sitio oficial|contato|contact(?: us)?|"
              + "fale conosco|sobre(?: n[óo]s)?|about(?: us)?|quem somos)$");

  private static final Expression SEPARATOR =
      Expression.of(
          "\\s{1,9}[|\u2013\u2014\u00b7\u2022»]\\s{1,9}|\\s{1,9}-\\s{1,9}|\\s{0,9}::\\s{0,9}");

  private static final Expression FILLER =
      Expression.of(
          "(?i)^(?:n/?a|null|none|undefined|unknown|test(?:e|ing)?|exemplo|example|company(?: name)?|"
              + "nome da empresa|empresa|your company|lorem ipsum.*|asdf+|x{3,}|-+|\\.+|\\?+|"
              + "(?:error|erro)\\b.*|(?:403|404|500|502|503)\\b.*|not found|p[áa]gina n[ãa]o encontrada|"
              + "just a moment.*|access denied.*|attention required.*)$");

  /** Returns a name as a list or a page title has it, taken apart. */
  public static CompanyName of(String written) {
    String bare = withoutNoise(written.strip().replaceAll("\\s+", " "));
    List<String> words = new ArrayList<>(Arrays.asList(bare.split(" ")));
    List<String> form = new ArrayList<>();
    while (words.size() > 1 && isFormOrLink(words, form)) {
      form.add(0, words.remove(words.size() - 1));
    }
    String name = withoutEnd(String.join(" ", words), " ,;-\u2013/(");
    String legalForm = withoutEnd(withoutStart(String.join(" ", form), " ,;-\u2013/("), ",;)");
    return new CompanyName(unshouted(name), legalForm);
  }

  private static String withoutEnd(String text, String signs) {
    int end = text.length();
    while (end > 0 && signs.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }

  private static String withoutStart(String text, String signs) {
    int start = 0;
    while (start < text.length() && signs.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return text.substring(start);
  }

  /** Returns whether a name is filler, a test entry or an error message rather than a name. */
  public static boolean isFiller(String written) {
    return FILLER.matcher(written.strip()).matches();
  }

  /**
   * Of the parts of a title, the longest that is no noise; a lone hyphen may belong to the name.
   */
  private static String withoutNoise(String written) {
    Optional<String> name =
        SEPARATOR.split(written).stream()
            .map(String::strip)
            .filter(part -> !part.isEmpty() && !TITLE_NOISE.matcher(part).matches())
            .findFirst();
    return name.isPresent() && SEPARATOR.split(written).size() > 1 && hasNoise(written)
        ? name.get()
        : written;
  }

  private static boolean hasNoise(String written) {
    return SEPARATOR.split(written).stream()
        .anyMatch(part -> TITLE_NOISE.matcher(part.strip()).matches());
  }

  /** The last word is a legal form, or joins two: "Ltda - ME", "GmbH & Co. KG". */
  private static boolean isFormOrLink(List<String> words, List<String> form) {
    String last = words.get(words.size() - 1);
    String key = key(last);
    if (FORMS.contains(key)) {
      return true;
    }
    boolean joins = key.isEmpty() || !form.isEmpty() && (key.equals("co") || key.equals("de"));
    if (joins && !form.isEmpty()) {
      return words.size() > 2 && FORMS.contains(key(words.get(words.size() - 2)));
    }
    return joins
        && key.isEmpty()
        && words.size() > 1
        && FORMS.contains(key(words.get(words.size() - 2)));
  }

  private static String key(String word) {
    String plain = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder key = new StringBuilder();
    plain.chars().filter(Character::isLetterOrDigit).forEach(c -> key.append((char) c));
    return key.toString();
  }

  /**
   * A name in capitals throughout is written as others are, unless one of its words stands for its
   * letters, such as ABC: then the capitals may be meant.
   */
  private static String unshouted(String name) {
    boolean shouted =
        name.length() > 4 && name.equals(name.toUpperCase(Locale.ROOT)) && name.contains(" ");
    if (!shouted || Arrays.stream(name.split(" ")).anyMatch(CompanyName::isInitials)) {
      return name;
    }
    StringBuilder calm = new StringBuilder();
    for (String word : name.split(" ")) {
      calm.append(calm.length() == 0 ? "" : " ").append(calmWord(word, calm.length() > 0));
    }
    return calm.toString();
  }

  private static String calmWord(String word, boolean inside) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (inside && SMALL_WORDS.contains(lower)) {
      return lower;
    }
    boolean abbreviation = word.length() <= 3 && hasNoVowel(lower);
    return abbreviation || word.isEmpty() ? word : word.charAt(0) + lower.substring(1);
  }

  private static boolean hasNoVowel(String lower) {
    return lower.chars().noneMatch(c -> "aeiouyáéíóúâêôãõàèìòùäëïöüåøæœ".indexOf(c) >= 0);
  }

  /** Two or three letters with a vowel that are no word, or letters parted by points. */
  private static boolean isInitials(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (word.length() == 3 && word.chars().allMatch(Character::isLetter)) {
      return !hasNoVowel(lower) && !SHORT_WORDS.contains(key(lower));
    }
    return word.matches("(?:\\p{Lu}\\.){2,6}\\p{Lu}?");
  }

  private static Set<String> words(String resource) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(CompanyName.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
      Set<String> words = new HashSet<>();
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(CompanyName::key)
          .filter(k -> !k.isEmpty())
          .forEach(words::add);
      return Set.copyOf(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
