package dev.prospector.agents.draft;

import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.List;

/** Finds quantities that no source has with the same value and unit. */
final class FindQuantities {

  /** How long a call takes and at what hour it may be are the plan's own. */
  private static final Expression TALK =
      Expression.of(
          "\\b(?:call|talk|chat|conversation|meeting|demo\\w{0,8}|phone|conversa\\w?|ligacao|ligar|reuniao|bate-papo|papo|"
              + "telefonema|llamada|conversacion|charla|reunion|platicar|hablar|falar|speak)\\b");

  private static final Expression CLOCK =
      Expression.of(
          "\\b(?:[01]?\\d|2[0-3])(?::[0-5]\\d|h(?:[0-5]\\d)?)\\b(?:\\s?(?:am|pm))?|\\b(?:1[0-2]|\\d)\\s?(?:am|pm|a\\.m\\.|p\\.m\\.)");

  private static final Expression VAGUE =
      Expression.of(
          "\\b(?:dezenas|centenas|milhares|milhoes|dozens|hundreds|thousands|millions|decenas|cientos|miles|millones)\\s(?:de|of)\\b"
              + "|\\b(?:metade|o dobro|o triplo|half of|twice as|double the|triple the|la mitad|el doble|el triple|um terco|one third|"
              + "a third of|un tercio|dois tercos|two thirds|dobrar|duplicar|triplicar|halve|doubled?|tripled?|maioria d\\w{1,3}|"
              + "a maior parte|most of your|la mayoria)\\b");

  private FindQuantities() {}

  static void in(String text, Grounds grounds, Spans spans, List<Found> found) {
    String folded = Folded.of(text);
    takeAll(CLOCK, folded, spans);
    boolean talk = TALK.isIn(folded);
    for (Quantities.Quantity quantity : Quantities.in(text)) {
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
    Search vague = VAGUE.matcher(folded);
    while (vague.find()) {
      if (spans.isFree(vague.start(), vague.end()) && !grounds.hold(vague.group())) {
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

  private static boolean isBacked(Quantities.Quantity quantity, Grounds grounds) {
    return grounds.all().stream()
        .flatMap(source -> Quantities.in(source).stream())
        .anyMatch(quantity::equalTo);
  }
}
