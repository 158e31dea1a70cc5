package dev.prospector.agents.company;

import dev.prospector.agents.company.hours.ReadHours;
import dev.prospector.agents.contact.text.DomainWords;
import dev.prospector.agents.contact.text.PageLines.Line;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import dev.prospector.agents.page.Language;
import dev.prospector.agents.page.PageText.Region.Kind;
import dev.prospector.agents.trade.Trades;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the sentence in which a page introduces its company: one in its own voice that says what it
 * is or does, or names it. What calls upon the reader, asks, tells hours or a passing state, or
 * speaks of the site describes nothing; where no sentence describes it, there is no description.
 */
final class Descriptions {

  private static final int SHORTEST = 25;
  private static final int LONGEST = 400;
  private static final int LEAST_WORDS = 6;
  private static final int SHORTEST_NAME = 4;

  /** A name has fewer words in small letters. */
  private static final int LEAST_RUNNING = 3;

  /** The name stands where a sentence about it begins. */
  private static final int NAME_WITHIN = 60;

  private static final int TRADE_WITHIN = 20;
  private static final List<Language> LANGUAGES =
      List.of(Language.PORTUGUESE, Language.ENGLISH, Language.SPANISH);

  private static final Expression SAYS_WHAT_IT_IS =
      Expression.of(
          "(?iu)(?<![\\p{L}])(?:somos|é uma?|é especializada?|atuamos|oferecemos|es"
              + " una?|ofrecemos|we are|we're|is an?|we provide|we"
              + " offer|specializ|specialis|provides|offers|wir sind|ist ein|wir bieten|nous"
              + " sommes|est une?|siamo)(?![\\p{L}]{3})");

  /** What is done, by those who do it. */
  private static final Expression SAYS_WHAT_IT_DOES =
      Expression.of(
          "(?iu)(?<![\\p{L}])(?:fabricamos|produzimos|desenvolvemos|constru[íi]mos|instalamos|prestamos|vendemos|distribu[íi]mos|importamos|realizamos|projetamos|cuidamos|transportamos|consertamos|producimos|desarrollamos|construimos|distribuimos|dise[ñn]amos|reparamos|we (?:make|build|design|develop|manufacture|supply|deliver|install|repair|help|sell|produce|create)|wir (?:bauen|fertigen|planen|entwickeln|produzieren|liefern|beraten|montieren|reparieren)|nous (?:fabriquons|construisons|concevons|proposons|installons|r[ée]alisons|vendons)|realizziamo|produciamo|offriamo|progettiamo|vyr[áa]b[íi]me|dod[áa]v[áa]me|nab[íi]z[íi]me)(?![\\p{L}])");

  private static final Expression NO_DESCRIPTION =
      Expression.of(
          "(?iu)^(?:hoje|today|hoy|heute|oggi|aujourd['’]hui|vandaag)\\s|[!?@|«»“”\"]|\\d{3}[ .-]?\\d{3,4}|cookie|https?:|www\\.|lorem ipsum"
              + "|(?<![\\p{L}])(?:clique|click|ligue|fale|entre em|solicite|agende|reserve|pe[çc]a|saiba|confira|inscreva|baixe|aguarde|call|contact us|subscribe|sign up|book|javascript|browser|navegador|llame|llámenos|haga|rufen|klicken|bitte|appelez|cliquez|chiama|clicca|volejte|todos os direitos|all rights|please|por favor|lamentamos|sorry|p[áa]gina|page|seite|site|website|sitio|newsletter|privacidade|privacy|datenschutz|dsgvo|segunda a|das \\d|uhr)(?![\\p{L}])");

  /** Whether it is open, where it lies, what it can, wants or looks for at present. */
  private static final Expression PASSING =
      Expression.of(
          "(?iu)(?<![\\p{L}])(?:are|is|we're|somos|estamos|está|estão|sind|ist|sommes|est|siamo|è|zijn)(?: (?:not|now|also|always|currently|conveniently|centrally|temporarily|todos os"
              + " dias|sempre|hoje|agora|siempre|ahora|hoy))?"
              + " (?:closed|open|located|situated|unable|able|happy|pleased|delighted|glad|sorry|hiring|looking|available|moving|here"
              + " for|responsible"
              + " for|fechad[oa]s?|abert[oa]s?|localizad[oa]s?|situad[oa]s?|felizes|contratando|à"
              + " disposição|à procura|dispon[íi]ve(?:l|is)|cerrad[oa]s?|abiert[oa]s?"
              + "|ubicad[oa]s?|ouverts?|fermés?|situés?|apert[io]|chius[io]|situati)(?![\\p{L}])"
              + "|(?<![\\p{L}])(?:geöffnet|geschlossen|gelegen|erreichbar|geopend|gesloten)(?![\\p{L}])");

  private static final Expression RUNNING_WORD =
      Expression.of("(?<![\\p{L}\\p{M}])\\p{Ll}{2,30}(?![\\p{L}.])");

  /** The point of an abbreviation, as in "Acme Pvt. Ltd. is", ends no sentence. */
  private static final Expression SENTENCE_END =
      Expression.of(
          "(?<!(?<!\\p{L})(?:Pvt|Ltd|Ltda|Inc|Co|Corp|Cia|St|Dr|Dra|Mr|Mrs|Nr|No|S\\.A|S\\.L|\\p{Lu}))\\.[ ]");

  private static final Expression MARKS = Expression.of("\\p{M}");
  private static final Expression WORD = Expression.of("[\\p{L}\\p{M}’'-]{1,40}");

  /** A stretch of a line. */
  record Sentence(Line line, int end) {

    String text() {
      return line.text().substring(0, end);
    }
  }

  private final List<String> name;
  private final String domain;

  /** Reads for a company of a name and a domain, each of which may be empty. */
  Descriptions(String name, String domain) {
    this.name = WORD.all(folded(name)).stream().filter(w -> w.length() >= SHORTEST_NAME).toList();
    this.domain = domain.split("\\.", 2)[0].replace("-", "");
  }

  /** Returns the sentence among a page's own lines. */
  Optional<Sentence> among(List<Line> own) {
    for (Line line : own) {
      Sentence sentence = new Sentence(line, firstSentence(line.text()));
      if (line.region() == Kind.TITLE || !mayDescribe(sentence.text())) {
        continue;
      }
      if (introduces(sentence.text())) {
        return Optional.of(sentence);
      }
    }
    return Optional.empty();
  }

  private static boolean mayDescribe(String text) {
    return text.length() >= SHORTEST
        && text.length() <= LONGEST
        && Character.isUpperCase(text.charAt(0))
        && WORD.all(text).size() >= LEAST_WORDS
        && RUNNING_WORD.all(text).size() >= LEAST_RUNNING
        && !NO_DESCRIPTION.isIn(text)
        && !PASSING.isIn(text)
        && ReadHours.inAnyLanguage(text).isEmpty();
  }

  private boolean introduces(String text) {
    return SAYS_WHAT_IT_IS.isIn(text)
        || SAYS_WHAT_IT_DOES.isIn(text)
        || text.endsWith(".") && name(text)
        || beginsWithATrade(text);
  }

  /** "Haulage for the whole South." and "Family bakery in Leeds." have no verb. */
  private static boolean beginsWithATrade(String text) {
    return text.endsWith(".")
        && LANGUAGES.stream()
            .flatMap(language -> Trades.shipped().find(text, language).stream())
            .anyMatch(m -> m.start() <= TRADE_WITHIN && !m.everyday() && !m.others());
  }

  /** Returns whether a text names the company where it begins. */
  boolean name(String text) {
    List<String> start = WORD.all(folded(text.substring(0, Math.min(text.length(), NAME_WITHIN))));
    return name.stream().anyMatch(start::contains) || spellDomain(start);
  }

  /** Says whether words make up a good part of the domain: "Prisma" of "contabilprisma". */
  private boolean spellDomain(List<String> words) {
    List<String> plain =
        words.stream()
            .map(
                word ->
                    MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll(""))
            .filter(word -> word.length() >= SHORTEST_NAME)
            .toList();
    int spelt = DomainWords.spelt(domain, plain);
    return spelt > 0 && spelt * 5 >= domain.length() * 2;
  }

  private static int firstSentence(String text) {
    Search end = SENTENCE_END.matcher(text);
    while (end.find()) {
      if (end.start() >= SHORTEST) {
        return end.start() + 1;
      }
    }
    return text.length();
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
