package dev.prospector.agents.wanted;

import dev.prospector.agents.argument.ContextLanguage;
import dev.prospector.agents.company.industry.Industry;
import dev.prospector.agents.page.Language;
import dev.prospector.agents.relevance.Sought;
import dev.prospector.agents.trade.Standing;
import dev.prospector.agents.trade.Trade;
import dev.prospector.agents.trade.TradeMention;
import dev.prospector.agents.trade.Trades;
import dev.prospector.context.BusinessContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of company that a business context looks for. Its industries are free words: each may
 * name trades, a sector of the closed vocabulary, or anything else, which is then looked for by its
 * own words. Trades that the target market and the ideal customer name count as well; where nothing
 * else does, those for which the context says to sell.
 */
public final class Wanted {

  /** What a lead's trade is worth where the context asks for a narrower one of its family. */
  private static final double WIDER = 0.6;

  private final Language language;
  private final Set<Named> trades = new LinkedHashSet<>();
  private final List<Sought> freeWords = new ArrayList<>();
  private final Set<Industry> sectors = EnumSet.noneOf(Industry.class);

  /** A trade and the words of the context that name it. */
  private record Named(Trade trade, String entry) {}

  /**
   * How well a lead's trade meets one that is looked for.
   *
   * @param standing the lead's trade
   * @param entry the words of the context
   * @param wanted the trade that they name
   * @param strength in 0..1
   */
  public record Met(Standing standing, String entry, Trade wanted, double strength) {
    private boolean isExact() {
      return wanted.equals(standing.trade());
    }
  }

  /** Reads what a context looks for. */
  public Wanted(BusinessContext context) {
    this.language = ContextLanguage.of(context);
    context.items(BusinessContext.Items.INDUSTRIES).forEach(this::addIndustry);
    addCustomers(context.text(BusinessContext.Text.TARGET_MARKET), false);
    addCustomers(context.text(BusinessContext.Text.IDEAL_CUSTOMER), false);
    if (isEmpty()) {
      addCustomers(context.text(BusinessContext.Text.WHAT_WE_SELL), true);
    }
    if (isEmpty()) {
      addFreeWords(context.text(BusinessContext.Text.TARGET_MARKET));
      addFreeWords(context.text(BusinessContext.Text.IDEAL_CUSTOMER));
    }
  }

  /** Returns whether the context says nothing of the companies that it looks for. */
  public boolean isEmpty() {
    return trades.isEmpty() && freeWords.isEmpty() && sectors.isEmpty();
  }

  private void addIndustry(String entry) {
    Optional<Industry> sector = Industry.named(entry);
    List<TradeMention> named = Trades.shipped().find(entry, language);
    sector.ifPresent(sectors::add);
    named.forEach(m -> trades.add(new Named(m.trade(), entry.strip())));
    if (sector.isEmpty() && named.isEmpty()) {
      freeWords.add(Sought.of(entry, language));
    }
  }

  /** In what we sell, the trades that it is for are customers; elsewhere those are not. */
  private void addCustomers(String text, boolean served) {
    for (TradeMention mention : Trades.shipped().find(text, language)) {
      if (mention.others() == served) {
        trades.add(new Named(mention.trade(), text.substring(mention.start(), mention.end())));
      }
    }
  }

  private void addFreeWords(String text) {
    Arrays.stream(text.split("[,;.\\n]+| e | ou | y | o | and | or "))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .map(part -> Sought.of(part, language))
        .forEach(freeWords::add);
  }

  /** Returns what is looked for in words that name neither trade nor sector. */
  public List<Sought> freeWords() {
    return List.copyOf(freeWords);
  }

  /** Returns the sectors of all that is looked for. */
  public Set<Industry> sectors() {
    Set<Industry> all = EnumSet.noneOf(Industry.class);
    all.addAll(sectors);
    trades.forEach(t -> all.add(Industry.valueOf(t.trade().sector())));
    return all;
  }

  private boolean asksForSector(Trade trade) {
    return sectors.contains(Industry.valueOf(trade.sector()));
  }

  /** Returns how well the trades of a lead meet what is looked for, the best one. */
  public Optional<Met> best(List<Standing> standings) {
    @Nullable Met best = null;
    for (Standing standing : standings) {
      for (Named wanted : trades) {
        double share = share(wanted.trade(), standing.trade());
        best =
            better(
                best,
                new Met(standing, wanted.entry(), wanted.trade(), share * standing.strength()));
      }
      if (asksForSector(standing.trade())) {
        String label = standing.trade().labels().get(0);
        best = better(best, new Met(standing, label, standing.trade(), standing.strength()));
      }
    }
    return Optional.ofNullable(best).filter(m -> m.strength() > 0);
  }

  /** Of equal ones, the entry that names the lead's own trade says it best. */
  private static Met better(@Nullable Met best, Met next) {
    if (best == null || next.strength() > best.strength()) {
      return next;
    }
    boolean closer = next.strength() == best.strength() && next.isExact() && !best.isExact();
    return closer ? next : best;
  }

  private static double share(Trade wanted, Trade found) {
    if (wanted.includes(found)) {
      return 1;
    }
    return found.general() && found.family().equals(wanted.family()) ? WIDER : 0;
  }
}
