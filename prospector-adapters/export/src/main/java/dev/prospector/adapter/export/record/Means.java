package dev.prospector.adapter.export.record;

import dev.prospector.dossier.Author;
import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Entry;
import dev.prospector.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * By what means the sections of a lead were written, and what that cost.
 *
 * @param byModel how many a model wrote
 * @param byRules how many rules wrote
 * @param calls to models and other paid services
 * @param tokens of prompts and answers
 * @param costs by currency (ISO 4217); empty if nothing is paid for
 */
public record Means(
    long byModel, long byRules, long calls, long tokens, Map<String, BigDecimal> costs) {

  /** Returns the means of a dossier. */
  public static Means of(Dossier dossier) {
    Map<String, BigDecimal> costs = new TreeMap<>();
    long calls = 0;
    long tokens = 0;
    for (Entry<?> entry : dossier.entries()) {
      calls += entry.provenance().usage().calls();
      tokens += entry.provenance().usage().tokens();
      Money money = entry.provenance().usage().money();
      if (money != null) {
        costs.merge(money.currency().getCurrencyCode(), money.amount(), BigDecimal::add);
      }
    }
    return new Means(
        written(dossier, Author.MODEL), written(dossier, Author.RULES), calls, tokens, costs);
  }

  private static long written(Dossier dossier, Author author) {
    return dossier.entries().stream().filter(e -> e.provenance().author() == author).count();
  }

  /** Returns the costs as people read them, such as {@code 0.0031 USD}; empty if there are none. */
  public String cost() {
    List<String> amounts = new ArrayList<>();
    costs.forEach((currency, sum) -> amounts.add(plain(sum) + " " + currency));
    return String.join("; ", amounts);
  }

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("sections_by_model", byModel);
    fields.put("sections_by_rules", byRules);
    fields.put("calls", calls);
    fields.put("tokens", tokens);
    Map<String, Object> amounts = new LinkedHashMap<>();
    costs.forEach((currency, sum) -> amounts.put(currency, plain(sum)));
    fields.put("costs", amounts);
    return fields;
  }

  private static String plain(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }
}
