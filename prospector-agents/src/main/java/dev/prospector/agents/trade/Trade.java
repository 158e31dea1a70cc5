package dev.prospector.agents.trade;

import dev.prospector.context.Language;
import java.util.List;

/**
 * What a company can say that it is, finer than its industry: a haulier, a bakery, a dentist.
 *
 * @param family of related trades, such as {@code food-production}
 * @param sector the name of the family's constant in the closed vocabulary of industries
 * @param general whether it stands for its whole family
 * @param labels its name in English, Portuguese and Spanish, in this order
 * @param names all its names, in the three languages
 */
public record Trade(
    String family, String sector, boolean general, List<String> labels, List<String> names) {

  /** Fixes the lists. */
  public Trade {
    labels = List.copyOf(labels);
    names = List.copyOf(names);
  }

  /** Returns its name for readers of a language. */
  public String label(Language language) {
    return switch (language) {
      case EN -> labels.get(0);
      case PT_BR -> labels.get(1);
      case ES -> labels.get(2);
    };
  }

  /** Returns whether one who looks for this trade looks for the other as well. */
  public boolean includes(Trade other) {
    return equals(other) || general && family.equals(other.family);
  }
}
