package dev.prospector.adapter.context;

import dev.prospector.context.BusinessContext;
import dev.prospector.context.BusinessContext.Items;
import dev.prospector.context.BusinessContext.Text;
import dev.prospector.context.Language;
import dev.prospector.error.NearestName;
import dev.prospector.money.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Collects a business context, name by name, with everything that is wrong. */
final class ContextReading {

  private static final Map<String, Text> TEXTS = byKey(Text.values());
  private static final Map<String, Items> ITEMS = byKey(Items.values());
  private static final List<String> OTHERS = List.of("average_deal_value", "margin", "language");

  private final BusinessContext.Builder builder = BusinessContext.builder();
  private final List<String> problems = new ArrayList<>();

  private static <E extends Enum<E>> Map<String, E> byKey(E[] values) {
    Map<String, E> byKey = new LinkedHashMap<>();
    Arrays.stream(values).forEach(v -> byKey.put(v.name().toLowerCase(Locale.ROOT), v));
    return byKey;
  }

  List<String> problems() {
    return problems;
  }

  BusinessContext context() {
    return builder.build();
  }

  void take(String key, JsonNode value) {
    Text text = TEXTS.get(key);
    Items items = ITEMS.get(key);
    if (text == null && items == null && !OTHERS.contains(key)) {
      List<String> names = new ArrayList<>(TEXTS.keySet());
      names.addAll(ITEMS.keySet());
      names.addAll(OTHERS);
      problems.add(NearestName.unknown("name", key, names));
    } else if (value.isNull()) {
      return;
    } else if (text != null) {
      takeText(text, key, value);
    } else if (items != null) {
      takeItems(items, key, value);
    } else {
      takeOther(key, value);
    }
  }

  private void takeOther(String key, JsonNode value) {
    if (key.equals("margin")) {
      takeMargin(value);
    } else if (key.equals("language")) {
      Language.of(value.asString(""))
          .ifPresentOrElse(
              builder::language,
              () -> problems.add("'language' is pt-BR, en or es, not '" + shown(value) + "'"));
    } else {
      takeDealValue(value);
    }
  }

  private void takeText(Text property, String key, JsonNode value) {
    if (value.isContainer()) {
      problems.add("'" + key + "' is one text, not a list");
    } else {
      builder.text(property, value.asString());
    }
  }

  private void takeItems(Items property, String key, JsonNode value) {
    List<String> items = new ArrayList<>();
    Iterable<JsonNode> nodes = value.isArray() ? value : List.of(value);
    for (JsonNode node : nodes) {
      if (node.isContainer()) {
        problems.add("'" + key + "' is a list of texts; one of them is " + shown(node));
        return;
      }
      if (!node.asString("").isBlank()) {
        items.add(node.asString().strip());
      }
    }
    builder.items(property, items);
  }

  private void takeMargin(JsonNode value) {
    try {
      builder.margin(Double.parseDouble(value.asString("")));
    } catch (IllegalArgumentException e) {
      problems.add("'margin' is a share in 0..1, such as 0.55, not '" + shown(value) + "'");
    }
  }

  private void takeDealValue(JsonNode value) {
    String amount = value.path("amount").asString("");
    String currency = value.path("currency").asString("");
    if (!value.isObject() || value.size() != 2) {
      problems.add("'average_deal_value' has an amount and a currency, not " + shown(value));
      return;
    }
    try {
      builder.averageDealValue(Money.of(amount, currency.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      problems.add(
          "'average_deal_value' has a number and an ISO 4217 code such as BRL, not "
              + shown(value));
    }
  }

  private static String shown(JsonNode value) {
    String text = value.isContainer() ? value.toString() : value.asString("");
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
