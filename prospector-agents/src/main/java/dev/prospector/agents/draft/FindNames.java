package dev.prospector.agents.draft;

import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import dev.prospector.agents.page.Language;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds names of people, firms and places that no source holds: words with a capital that do not
 * begin a sentence, and at its beginning those that go on with another one or follow a greeting.
 */
final class FindNames {

  private static final String WORD = "\\p{Lu}(?:[\\p{L}\\p{N}&'’-]|\\.(?=[\\p{L}\\p{N}])){0,40}";

  private static final Expression NAME =
      Expression.of(
          WORD + "(?:\\s(?:(?:de|da|do|dos|das|del|la|of|&|e|and|y)\\s)?" + WORD + "){0,5}");

  private static final Expression GREETING =
      Expression.of(
          "^(?:ola|oi|bom dia|boa tarde|boa noite|prezad[oa]s?|car[oa]s?|hola|buenos dias|buenas"
              + " tardes|buen dia|estimad[oa]s?|apreciad[oa]|dear|hi|hello|hey|good morning|good"
              + " afternoon)\\b[\\s,!]{0,3}(?:(?:o |a |el |la"
              + " )?(?:sr|sra|senhor|senhora|mr|mrs|ms|dr|dra|don|dona|ing|lic|arq|eng|prof|profa|doctor|doctora|senor|senora)\\.?"
              + " ){0,2}");

  /** What stands before a name rather than at the end of a sentence. */
  private static final Expression TITLE_BEFORE =
      Expression.of(
          "(?:^|[^a-z])(?:sr|sra|srta|mr|mrs|ms|dr|dra|ing|lic|arq|eng|prof|profa|st|av|dna)\\.$");

  /** Written with a capital without being names. */
  private static final Set<String> ORDINARY =
      words(
          "i i'm i'd i've i'll whatsapp linkedin e-mail email sms monday tuesday wednesday thursday"
              + " friday saturday sunday january february march april may june july august"
              + " september october november december english portuguese spanish brazilian ceo cfo"
              + " coo cto cio erp crm wms tms sms gps api ti it rh hr cnpj cpf lgpd gdpr b2b ok sr"
              + " sra srs mr mrs ms dr dra ing lic arq eng prof profa don dona senhor senhora senor"
              + " senora voce voces usted ustedes ola oi hola dear hi hello prezado prezada"
              + " prezados caro cara estimado estimada bom boa buenos buenas re fwd ps p.s att faq"
              + " roi kpi pdf excel internet google segunda terca quarta quinta sexta sabado"
              + " domingo");

  private FindNames() {}

  private static Set<String> words(String words) {
    return new HashSet<>(Arrays.asList(words.split(" ")));
  }

  static void in(String text, Language language, Grounds grounds, Spans spans, List<Found> found) {
    Set<String> known = known(grounds);
    int greeting = greetingEnd(text);
    boolean titled = language == Language.ENGLISH && isTitle(text);
    Search search = NAME.matcher(text);
    while (search.find()) {
      String name = search.group().replaceFirst("[.'’-]+$", "");
      boolean begins = begins(text, search.start()) && search.start() != greeting;
      if (isName(name, search.start(), begins, titled, known, spans)) {
        found.add(new Found(Found.Kind.NAME, name));
      }
    }
  }

  /** The first word of a sentence has its capital from there: only a given name tells. */
  private static boolean isName(
      String name, int start, boolean begins, boolean titled, Set<String> known, Spans spans) {
    int at = 0;
    for (String word : name.split("\\s")) {
      boolean free = spans.isFree(start + at, start + at + word.length());
      boolean tells = (at > 0 || !begins) && !titled;
      if (free && (tells ? isUnknown(word, known) : isGivenName(word, known))) {
        return true;
      }
      at += word.length() + 1;
    }
    return false;
  }

  /** A title with a capital on most of its words: there, capitals tell nothing. */
  private static boolean isTitle(String text) {
    List<String> long4 =
        Arrays.stream(text.split("[^\\p{L}]+")).filter(w -> w.length() > 3).toList();
    long capital = long4.stream().filter(w -> Character.isUpperCase(w.charAt(0))).count();
    return long4.size() > 3
        && capital == long4.size()
        && ".!?".indexOf(text.strip().charAt(text.strip().length() - 1)) < 0;
  }

  private static boolean isUnknown(String word, Set<String> known) {
    String folded = Folded.of(word).replaceAll("[^\\p{L}\\p{N}&]+$", "").replaceAll("'s$", "");
    return !folded.isEmpty()
        && Character.isUpperCase(word.charAt(0))
        && !ORDINARY.contains(folded)
        && !known.contains(folded)
        && Arrays.stream(folded.split("[-'.]"))
            .anyMatch(part -> part.length() > 1 && !known.contains(part));
  }

  private static boolean isGivenName(String word, Set<String> known) {
    return GivenNames.contains(word) && isUnknown(word, known);
  }

  private static boolean begins(String text, int start) {
    int at = start - 1;
    while (at >= 0 && " \t\n“\"'‘(¿¡—–-*•".indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    boolean ends = at < 0 || ".!?:…\n".indexOf(text.charAt(at)) >= 0;
    return ends && (at < 0 || !TITLE_BEFORE.isIn(Folded.of(text.substring(0, at + 1))));
  }

  private static int greetingEnd(String text) {
    Search search = GREETING.matcher(Folded.of(text));
    return search.find() ? search.end() : -1;
  }

  /** The words of all sources. */
  private static Set<String> known(Grounds grounds) {
    Set<String> known = new HashSet<>();
    for (String source : grounds.all()) {
      for (String word : Folded.of(source).split("[^\\p{L}\\p{N}&'-]+")) {
        known.add(word);
        known.addAll(Arrays.asList(word.split("[-']")));
      }
    }
    return known;
  }
}
