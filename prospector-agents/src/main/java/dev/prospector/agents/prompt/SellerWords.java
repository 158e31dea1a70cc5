package dev.prospector.agents.prompt;

import dev.prospector.context.BusinessContext;
import dev.prospector.context.BusinessContext.Items;
import dev.prospector.context.BusinessContext.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What we sell and to which customers, in the host's own words; the same text for every agent and
 * lead of a run, so that a provider may keep it.
 */
final class SellerWords {

  private static final int MOST_OF_EACH = 500;

  private SellerWords() {}

  static String of(BusinessContext context) {
    StringBuilder lines = new StringBuilder("The seller, in its own words:");
    for (Text text : Text.values()) {
      add(lines, text.name(), context.text(text));
    }
    for (Items items : Items.values()) {
      if (items != Items.AVOID_COMPANIES && items != Items.AVOID_DOMAINS) {
        add(lines, items.name(), String.join("; ", context.items(items)));
      }
    }
    return lines.toString();
  }

  /** Returns what the seller looks for in a customer's texts. */
  static List<String> sought(BusinessContext context) {
    List<String> sought = new ArrayList<>(context.items(Items.PAINS));
    sought.addAll(context.items(Items.INDUSTRIES));
    sought.addAll(context.items(Items.PRODUCTS));
    sought.add(context.text(Text.TARGET_MARKET));
    sought.add(context.text(Text.IDEAL_CUSTOMER));
    return sought;
  }

  private static void add(StringBuilder lines, String name, String value) {
    String words = value.strip().replaceAll("\\s+", " ");
    if (!words.isEmpty()) {
      lines.append("\n- ").append(name.toLowerCase(Locale.ROOT).replace('_', ' ')).append(": ");
      lines.append(cut(words));
    }
  }

  /** Half a character is none. */
  private static String cut(String words) {
    if (words.length() <= MOST_OF_EACH) {
      return words;
    }
    int end = Character.isHighSurrogate(words.charAt(MOST_OF_EACH - 1)) ? 1 : 0;
    return words.substring(0, MOST_OF_EACH - end);
  }
}
