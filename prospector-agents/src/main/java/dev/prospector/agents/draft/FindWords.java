package dev.prospector.agents.draft;

import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what a text must not say of itself: promises, superlatives, comparisons, earlier contact
 * that nobody recorded, and places left to be filled in. What the seller's own words hold is the
 * seller's to say.
 */
final class FindWords {

  private static final Expression PLACEHOLDER =
      Expression.of(
          "\\[[^\\]\\n]{1,60}\\]|\\{\\{?[^}\\n]{1,60}\\}?\\}|<[\\p{L}_ -]{2,40}>|%[\\p{Lu}_]{2,30}%|\\$\\{[^}\\n]{1,40}\\}|_{3,}|"
              + "\\bTODO\\b|(?i:\\bx{3,}\\b|\\blorem ipsum\\b|\\blorem\\b|\\btbd\\b|\\binsert (?:your |the )?\\w{2,20} here\\b|"
              + "\\binserir \\w{2,20}\\b|\\binsira (?:o |a )?\\w{2,20}\\b|\\binsertar \\w{2,20}\\b|\\bfulano\\b|\\bjohn doe\\b|\\bacme\\b|"
              + "\\bnome da empresa\\b|\\bnombre de la empresa\\b|\\bcompany name\\b|\\byour name\\b|\\bseu nome\\b|\\bsu nombre\\b|\\btu nombre\\b)");

  private static final Map<Found.Kind, Expression> WORDS = words();

  private FindWords() {}

  private static Map<Found.Kind, Expression> words() {
    Map<Found.Kind, Expression> words = new EnumMap<>(Found.Kind.class);
    put(
        words,
        Found.Kind.PROMISE,
        "garant\\w{1,8}|guarant\\w{1,5}|promet\\w{1,6}|promis\\w{1,5}|assegur\\w{1,5}|asegur\\w{1,5}|(?:we |will |can )?ensure\\w?|compromet\\w{1,6} a|"
            + "sem risco\\w?|sin riesgo\\w?|risk[- ]free|no risk|zero risco|cero riesgo|money[- ]back|dinheiro de volta|reembols\\w{1,5}|devolvemos|devolucion del dinero|"
            + "(?:vai|vao|ira|irao|vamos|voce vai|voces vao)\\s(?:\\w{1,12}\\s){0,2}(?:reduz\\w{0,3}|economiz\\w{1,3}|cort\\w{1,3}|aument\\w{1,3}|elimin\\w{1,3}|ganh\\w{1,3}|dobr\\w{1,3}|poup\\w{1,3}|acab\\w{1,3}|zerar|resolver)|"
            + "(?:reduziremos|economizar(?:a|ao)|reduzir(?:a|ao|emos)|eliminar(?:a|ao|emos)|aumentar(?:a|ao|emos)|resolveremos|cortaremos|ahorrar(?:a|an|as|emos)|reducir(?:a|an|emos)|eliminaremos|resolveremos|duplicar(?:a|an|emos))\\b|"
            + "(?:you |we |it |this |they )(?:will|'ll|can)\\s(?:\\w{1,12}\\s){0,2}(?:save|cut|reduce|increase|double|eliminate|boost|solve|slash|never|get back|recover)|"
            + "(?:va a|van a|vas a|vamos a)\\s(?:\\w{1,12}\\s){0,2}(?:ahorr\\w{1,3}|reduc\\w{1,3}|aument\\w{1,3}|elimin\\w{1,3}|duplic\\w{1,3}|resolv\\w{1,3}|gan\\w{1,3}|recort\\w{1,3})|"
            + "retorno (?:certo|garantido|imediato|seguro|inmediato)|resultados? (?:certos?|garantidos?|imediatos?|seguros?|inmediatos?)|instant results|sem falta|sin falta|com certeza vai|without fail|"
            + "se paga (?:em|sozinho|solo)|pays for itself|nunca mais|nunca mas|never again|every time|sem nenhum custo|sin ningun costo|at no cost|de graca|gratis|for free|gratuit\\w{1,2}");
    put(
        words,
        Found.Kind.SUPERLATIVE,
        "[oa]s? melhor(?:es)?|[oa]s? maior(?:es)?|[oa]s? menor(?:es)?|[oa]s? mais \\w{3,20}|melhor\\w{0,2} d[oae]|maior\\w{0,2} d[oae]|lider(?:es)? (?:de|do|da|em|no|na|en|del)|lider absoluto|numero (?:1|um|uno)|n[oº°.]\\s?1|#1|number one|no\\. 1|"
            + "the best|the most|the largest|the biggest|the fastest|the cheapest|the leading|the finest|the smartest|the top|the only|leading provider|market leader|market-leading|industry-leading|best[- ]in[- ]class|world[- ]class|top[- ]rated|state[- ]of[- ]the[- ]art|cutting[- ]edge|second to none|"
            + "el mejor|la mejor|l[oa]s mejores|el mayor|la mayor|l[oa]s mayores|el mas \\w{3,20}|la mas \\w{3,20}|l[oa]s mas \\w{3,20}|mejor del|"
            + "unic[oa]s? (?:no|do|da|na|que|en|del|de|capaz)|[oa] unic[oa]|el unico|la unica|unique|unrivall?ed|unmatched|unbeatable|incomparave\\w{1,2}|incomparable\\w?|imbativel|inigualave\\w{1,2}|inigualable\\w?|insuperave\\w{1,2}|insuperable\\w?|revolucion\\w{2,7}|revolution\\w{1,7}|ultim\\w{1,2} geracao|"
            + "perfeit[oa]|perfect|perfect[oa]|extraordinari[oa]|excepcional|exceptional|outstanding|inacreditavel|incrivel|incredible|increible|amazing|\\w{3,12}issim[oa]s?|\\w{3,12}isim[oa]s?");
    put(
        words,
        Found.Kind.COMPARISON,
        "(?:melhor|melhores|pior|mais \\w{3,15}|menos \\w{3,15}|mejor|mejores|peor|mas \\w{3,15}) (?:do )?que (?:[oa]s? |los |las |el |la |qualquer |cualquier |outr[oa]s? |otr[oa]s? |seus? |sua |a |su |nossos? |nuestros? |os |no )?\\w{3,20}|"
            + "(?:better|worse|faster|cheaper|easier|safer|stronger|\\w{3,10}er|more \\w{3,15}|less \\w{3,15}) than \\w{2,20}|outperform\\w{0,3}|"
            + "ao contrario d\\w{1,3}|diferente(?:mente)? d\\w{1,2} \\w{3,20}|a diferencia de|unlike \\w{2,20}|compared (?:to|with)|comparad[oa] (?:a|com|con)|frente a (?:nossos |outros |otros |la )?(?:concorr\\w{2,6}|compet\\w{2,8})|"
            + "(?:nossos |outros |our |other |los |nuestros |otros |seus )?(?:concorrentes?|concorrencia|competitors?|competidor(?:es)?|competition|la competencia|rivais|rivals)");
    put(
        words,
        Found.Kind.CONTACT,
        "(?:conforme|como|segundo) (?:combina\\w{1,4}|acerta\\w{1,4}|conversa\\w{1,5}|fala\\w{1,4}|prometi\\w{0,2}|acorda\\w{1,4}|habla\\w{1,5}|convini\\w{1,4}|solicita\\w{1,4}|pedi\\w{1,3}|discuti\\w{1,4})|"
            + "as (?:we )?(?:discussed|agreed|promised|requested|mentioned|talked)|as per (?:our|your)|following up (?:on|after)|follow-up to our|dando seguimento|dando continuidade|dando seguimiento|en seguimiento a|"
            + "(?:our|nossa|nossa ultima|nuestra|nuestra ultima|last) (?:last |previous |earlier |ultima )?(?:call|conversation|meeting|conversa|reuniao|ligacao|llamada|reunion|conversacion|chat)|"
            + "(?:ja |we have |i have |we've |i've |ya )(?:enviamos|enviei|mandei|mandamos|sent|emailed|verified|confirmed|checked with|le enviamos|envie|confirmei|confirmamos|verificamos|verifiquei)|"
            + "(?:verificad[oa]s?|verified|confirmado por|confirmed by|a pedido d\\w{1,2}|at the request of|a peticion de|indicad[oa]s? por|recomendad[oa]s? por|referred by|recommended by|por indicacao|por recomendacion|seu colega|sua colega|your colleague|su colega|nos conhecemos|we met|nos conocimos|how we met|foi um prazer (?:conhec|fal|encontr)\\w{2,4}|it was (?:great|nice|a pleasure) (?:meeting|to meet|talking|speaking)|fue un placer (?:conoc|habl)\\w{2,5})");
    return words;
  }

  private static void put(Map<Found.Kind, Expression> words, Found.Kind kind, String any) {
    words.put(kind, Expression.of("(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])"));
  }

  static void in(String text, Grounds grounds, Spans quoted, List<Found> found) {
    Search search = PLACEHOLDER.matcher(text);
    while (search.find()) {
      if (quoted.isFree(search.start(), search.end())) {
        found.add(new Found(Found.Kind.PLACEHOLDER, search.group()));
      }
    }
    String folded = Folded.of(text);
    WORDS.forEach(
        (kind, expression) -> {
          Search words = expression.matcher(folded);
          while (words.find()) {
            String said = text.substring(words.start(), words.end());
            if (quoted.isFree(words.start(), words.end()) && !grounds.hold(said)) {
              found.add(new Found(kind, said));
            }
          }
        });
    competitors(text, folded, grounds, quoted, found);
  }

  private static void competitors(
      String text, String folded, Grounds grounds, Spans quoted, List<Found> found) {
    for (String competitor : grounds.competitors()) {
      String name = Folded.of(competitor).strip();
      int at = name.isEmpty() ? -1 : folded.indexOf(name);
      if (at >= 0 && quoted.isFree(at, at + name.length())) {
        found.add(new Found(Found.Kind.COMPARISON, text.substring(at, at + name.length())));
      }
    }
  }
}
