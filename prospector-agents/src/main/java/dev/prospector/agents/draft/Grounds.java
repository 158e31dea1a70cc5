package dev.prospector.agents.draft;

import dev.prospector.agents.argument.Folded;
import dev.prospector.context.BusinessContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * All that texts for one lead may rest on.
 *
 * @param asOf the day of writing
 * @param facts the lead's; those that have ended back nothing
 * @param context texts of the seller
 * @param competitors names of the seller's competitors
 * @param recipient address and name of the recipient, as found
 */
public record Grounds(
    LocalDate asOf,
    List<DraftFact> facts,
    List<String> context,
    List<String> competitors,
    List<String> recipient) {

  /** Fixes the lists, without facts that have ended. */
  public Grounds {
    LocalDate day = asOf;
    facts = facts.stream().filter(f -> f.holdsOn(day)).toList();
    context = List.copyOf(context);
    competitors = List.copyOf(competitors);
    recipient = List.copyOf(recipient);
  }

  /** Returns the texts of a business context, without its competitors. */
  public static List<String> textsOf(BusinessContext context) {
    List<String> texts = new ArrayList<>();
    for (BusinessContext.Text text : BusinessContext.Text.values()) {
      texts.add(context.text(text));
    }
    for (BusinessContext.Items items : BusinessContext.Items.values()) {
      if (items != BusinessContext.Items.COMPETITORS) {
        texts.addAll(context.items(items));
      }
    }
    return texts;
  }

  /** Returns everything that backs a text, one entry each. */
  List<String> all() {
    List<String> all = new ArrayList<>();
    facts.forEach(f -> all.add(f.text()));
    all.addAll(context);
    all.addAll(recipient);
    return all;
  }

  /** Returns whether words stand in one of the sources, accents and case aside. */
  boolean hold(String words) {
    String sought = plain(words);
    return !sought.isEmpty() && all().stream().anyMatch(text -> plain(text).contains(sought));
  }

  static String plain(String text) {
    return Folded.onOneLine(text).replaceAll("[“”\"«»‘’']", "'").replaceAll("[‐-―−]", "-");
  }
}
