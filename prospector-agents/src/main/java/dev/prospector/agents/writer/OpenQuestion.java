package dev.prospector.agents.writer;

import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.internal.Expression;
import dev.prospector.context.Language;

/** Tells questions that cannot be answered by yes or no. */
public final class OpenQuestion {

  private static final Expression PORTUGUESE =
      Expression.of(
          "(?:^|[\\s,;:—–(])(?:o"
              + " que|que|qual|quais|quem|como|quando|onde|aonde|quanto|quantos|quanta|quantas|por"
              + " que|porque)\\s");
  private static final Expression SPANISH =
      Expression.of(
          "(?:^|[\\s,;:¿—–(])(?:que|cual|cuales|quien|quienes|como|cuando|donde|adonde|cuanto|cuantos|cuanta|cuantas|por"
              + " que)\\s");
  private static final Expression ENGLISH =
      Expression.of(
          "(?:^|[\\s,;:—–(])(?:what|which|who|whom|whose|how|when|where|why)(?:'s|'re)?\\s");

  /** What begins a question of yes or no, though a word of asking may follow. */
  private static final Expression CLOSED =
      Expression.of(
          "^[¿\\s]{0,3}(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|may|voces?"
              + " (?:tem|usam|fazem|querem|precisam|gostariam|ja)|ja |tem |existe |sera que |posso"
              + " |podemos |poderiamos |gostariam |ustedes?"
              + " (?:tienen|usan|quieren|necesitan)|tienen |hay |existe |puedo |podemos |podriamos"
              + " |les gustaria )");

  private OpenQuestion() {}

  /** Returns whether a text is one question of a language that asks for more than yes or no. */
  public static boolean is(String text, Language language) {
    String folded = Folded.of(text.strip());
    boolean one = folded.endsWith("?") && folded.indexOf('?') == folded.length() - 1;
    Expression asks =
        switch (language) {
          case PT_BR -> PORTUGUESE;
          case EN -> ENGLISH;
          case ES -> SPANISH;
        };
    return one && asks.isIn(folded) && !CLOSED.isIn(folded);
  }
}
