package dev.prospector.agents.draft;

import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.argument.PartialDates;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import dev.prospector.agents.page.Language;
import java.util.List;

/** Finds quantities that no source has with the same value and unit. */
final class FindQuantities {

  /** How long a call takes and at what hour it may be are the plan's own. */
  private static final Expression TALK =
      Expression.of(
          "\\b(?:call|talk|chat|conversation|meeting|demo\\w{0,8}|phone|conversa\\w?|ligacao|ligar|reuniao|bate-papo|papo|"
              + "telefon\\w{1,6}|llamar\\w{0,4}|llamada|conversacion|charla|reunion|platicar|hablar|falar|speak)\\b");

  private static final Expression CLOCK =
      Expression.of(
          "\\b(?:[01]?\\d|2[0-3])(?::[0-5]\\d|\\s?h(?:s|oras)?(?:[0-5]\\d)?)\\b(?:\\s?(?:am|pm))?|\\b(?:1[0-2]|\\d)\\s?(?:am|pm|a\\.m\\.|p\\.m\\.)");

  /** A day or a part of it, as a talk is proposed for. */
  private static final Expression DAY =
      Expression.of(
          "\\b(?:monday|tuesday|wednesday|thursday|friday|segunda|terca|quarta|quinta|sexta|lunes|martes|miercoles|jueves|viernes|"
              + "manha|tarde|morning|afternoon|manana)\\b");

  /** From one hour to another. */
  private static final Expression HOURS =
      Expression.of(
          "\\b(?:between|from|entre|das|de|desde)\\s(?:as |las"
              + " )?([01]?\\d|2[0-3])\\s?(?:h|hs|horas)?\\s(?:and|to|until|till|e|y|as|a|ate|hasta)\\s(?:as"
              + " |las )?([01]?\\d|2[0-3])(?![\\d%.,])(?:\\s?(?:h|hs|horas|am|pm))?");

  private static final String NUMBERS =
      "two|three|four|five|six|seven|eight|nine|ten|dois|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|dos|cuatro|siete|ocho|nueve|diez|\\d{1,3}";

  private static final Expression VAGUE =
      Expression.of(
          "\\b(?:dezenas|centenas|milhares|milhoes|dozens|hundreds|thousands|millions|decenas|cientos|centenares|miles|millones)\\s(?:de|of)\\b|\\b(?:metade|o"
              + " dobro|o triplo|half of|half the|half your|twice as|twice the|double the|triple"
              + " the|la mitad|el doble|el triple|um terco|one[- ]third|a third of|un tercio|dois"
              + " tercos|dos tercios|two[- ]thirds|three[- ]quarters|tres quartos|tres cuartos|um"
              + " quarto d[aeo]s?|a quarter of|un cuarto"
              + " de|dobrar|duplicar|triplicar|halve|doubled?|tripled?|tenfold|twofold|maioria"
              + " d\\w{1,3}|a maior parte|la mayor parte|most of your|most of the|la"
              + " mayoria|(?:uma|meia|half a|a|una|media) (?:duzia|dozen|docena)s?|(?:meio|medio)"
              + " centenar|(?:meia|media) centena|a couple of|a handful of|um par de|un par de|"
              + "(?:one|um|uma|uno|una|un|"
              + NUMBERS
              + ") (?:in|out of|em cada|de cada|em|en cada) (?:every )?(?:"
              + NUMBERS
              + "))\\b");

  private FindQuantities() {}

  static void in(String text, Language language, Grounds grounds, Spans spans, List<Found> found) {
    String folded = Folded.of(text);
    takeAll(CLOCK, folded, spans);
    boolean day = DAY.isIn(folded);
    boolean talk = TALK.isIn(folded) || day && folded.strip().endsWith("?");
    if (day) {
      takeAll(HOURS, folded, spans);
    }
    vague(text, folded, grounds, spans, found);
    for (Quantities.Quantity quantity : Quantities.in(text, language)) {
      if (!spans.isFree(quantity.start(), quantity.end())) {
        continue;
      }
      spans.take(quantity.start(), quantity.end());
      boolean length = talk && (quantity.unit().equals("minute") || quantity.unit().equals("hour"));
      if (!length && !isBacked(quantity, grounds)) {
        Found.Kind kind = quantity.isMoney() ? Found.Kind.MONEY : Found.Kind.NUMBER;
        found.add(new Found(kind, text.substring(quantity.start(), quantity.end())));
      }
    }
  }

  private static void vague(
      String text, String folded, Grounds grounds, Spans spans, List<Found> found) {
    Search vague = VAGUE.matcher(folded);
    while (vague.find()) {
      if (spans.isFree(vague.start(), vague.end()) && !grounds.hold(vague.group())) {
        spans.take(vague.start(), vague.end());
        found.add(new Found(Found.Kind.NUMBER, text.substring(vague.start(), vague.end())));
      }
    }
  }

  private static void takeAll(Expression expression, String text, Spans spans) {
    Search search = expression.matcher(text);
    while (search.find()) {
      spans.take(search.start(), search.end());
    }
  }

  /** A part of a date, an address or a phone number backs no quantity. */
  private static boolean isBacked(Quantities.Quantity quantity, Grounds grounds) {
    return grounds.all().stream()
        .anyMatch(
            source -> {
              Spans others = new Spans();
              PartialDates.in(source).stream()
                  .filter(place -> place.date().month().isPresent())
                  .forEach(place -> others.take(place.start(), place.end()));
              FindAddresses.take(source, others);
              return Quantities.in(source).stream()
                  .filter(q -> others.isFree(q.start(), q.end()))
                  .anyMatch(quantity::equalTo);
            });
  }
}
