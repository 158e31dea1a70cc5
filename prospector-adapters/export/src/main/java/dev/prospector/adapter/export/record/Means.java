package dev.prospector.adapter.export.record;

import dev.prospector.budget.Usage;
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
import org.jspecify.annotations.Nullable;

/**
 * By what means the sections of a lead were written, and what that cost.
 *
 * @param byModel how many a model wrote
 * @param byRules how many rules wrote
 * @param calls to models and other paid services
 * @param tokens of prompts and answers
 * @param costs by currency (ISO 4217); empty if nothing is paid for
 * @param shares of each section for which a model or another paid service was asked
 */
public record Means(
    long byModel,
    long byRules,
    long calls,
    long tokens,
    Map<String, BigDecimal> costs,
    List<Share> shares) {

  /**
   * What one section cost; of a question that was asked for several, its share.
   *
   * @param section its name
   * @param tokens of prompts and answers
   * @param cost as people read it; empty if nothing is paid for
   */
  public record Share(String section, long tokens, String cost) {}

  /** Returns the means of a dossier. */
  public static Means of(Dossier dossier) {
    Map<String, BigDecimal> costs = new TreeMap<>();
    long calls = 0;
    long tokens = 0;
    List<Share> shares = new ArrayList<>();
    for (Entry<?> entry : dossier.entries()) {
      Usage usage = entry.provenance().usage();
      calls += usage.calls();
      tokens += usage.tokens();
      Money money = usage.money();
      if (usage.tokens() > 0 || money != null) {
        shares.add(new Share(entry.section().name(), usage.tokens(), shown(money)));
      }
      if (money != null) {
        costs.merge(money.currency().getCurrencyCode(), money.amount(), BigDecimal::add);
      }
    }
    return new Means(
        written(dossier, Author.MODEL),
        written(dossier, Author.RULES),
        calls,
        tokens,
        costs,
        List.copyOf(shares));
  }

  private static String shown(@Nullable Money money) {
    return money == null ? "" : plain(money.amount()) + " " + money.currency().getCurrencyCode();
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
    fields.put("shares", shares.stream().map(Means::fields).toList());
    return fields;
  }

  private static Map<String, Object> fields(Share share) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("section", share.section().replace('-', '_'));
    fields.put("tokens", share.tokens());
    fields.put("cost", share.cost());
    return fields;
  }

  private static String plain(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }
}
