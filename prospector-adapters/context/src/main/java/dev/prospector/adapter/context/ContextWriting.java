package dev.prospector.adapter.context;

import dev.prospector.context.BusinessContext;
import dev.prospector.context.BusinessContext.Items;
import dev.prospector.context.BusinessContext.Text;
import dev.prospector.money.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Lays a business context out under the names by which it is read; what is not said is left out.
 */
final class ContextWriting {

  private final BusinessContext context;

  ContextWriting(BusinessContext context) {
    this.context = context;
  }

  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (Text property : Text.values()) {
      String text = context.text(property);
      if (!text.isEmpty()) {
        tree.put(key(property), text);
      }
    }
    for (Items property : Items.values()) {
      List<String> items = context.items(property);
      if (!items.isEmpty()) {
        tree.put(key(property), items);
      }
    }
    context.averageDealValue().ifPresent(value -> tree.put("average_deal_value", value(value)));
    context.margin().ifPresent(share -> tree.put("margin", share));
    tree.put("language", context.language().tag());
    return tree;
  }

  private static Map<String, String> value(Money value) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("amount", value.amount().toPlainString());
    parts.put("currency", value.currency().getCurrencyCode());
    return parts;
  }

  private static String key(Enum<?> property) {
    return property.name().toLowerCase(Locale.ROOT);
  }
}
