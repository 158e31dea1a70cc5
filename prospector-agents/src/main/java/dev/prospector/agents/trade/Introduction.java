package dev.prospector.agents.trade;

import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.page.Language;
import dev.prospector.agents.page.PageText;
import dev.prospector.agents.relevance.Passages;
import dev.prospector.agents.relevance.TextPassage;
import dev.prospector.evidence.Passage;
import dev.prospector.evidence.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Collects what a company says that it is: in its name, the titles and descriptions of its pages,
 * the types of its structured data, the sentences in which it introduces itself, the host's column,
 * and weakest, by what its pages mention again and again.
 *
 * <p>What it sells, serves or searches does not count: "software for bakeries" says nothing of a
 * bakery. Confined to one thread.
 */
public final class Introduction {

  private static final double SENTENCE = 1.0;
  private static final double TYPE = 0.9;
  private static final double NAME = 0.85;
  private static final double DESCRIPTION = 0.85;
  private static final double TITLE = 0.8;

  /** The least that counts as an introduction. */
  private static final double INTRODUCES = 0.65;

  /** Each further trade named in one title says less: the first is what the company is. */
  private static final double NEXT = 0.7;

  private static final double SILENT = 0.75;
  private static final double MOST_BY_MENTIONS = 0.7;

  /** What pages mention says little of a company that introduces itself as something else. */
  private static final double MOST_BESIDE = 0.35;

  private static final int LITTLE_TEXT = 300;
  private static final int MOST_SAID = 3;

  /** Between the verb and the trade stand articles and adjectives, but no further clause. */
  private static final String DESCRIBED =
      "(?:\\s(?!(?:at|in|with|no|not|by|that|where|who|which|of|when|em|com|sem|não|que|en|con|sin)\\b)"
          + "[^\\s;:.!?]{1,24}){0,6}\\s$";

  private static final Expression IS =
      Expression.of(
          "(?iu)(?:\\b(?:we are|we're|somos|i am|sou|soy)"
              + "|^(?!(?:there|this|that|it|here|our (?:client|customer)|nosso cliente|nuestro cliente)\\b)"
              + "(?:[^\\s.!?;:]{1,30}\\s){1,7}(?:is|are|é|es)\\s(?:an?|the|one of the|uma?|una?|as?|os?|las?)"
              + "|\\b(?:as|como)\\s(?:an?|uma?|una?))"
              + DESCRIBED);

  /** A sentence or line that begins with one of the trade, such as "A family bakery since 1950". */
  private static final Expression BEGINS =
      Expression.of("(?iu)^(?:an?|uma?|una?)\\s(?:[^\\s.,;:!?]{1,20}\\s){0,2}$");

  private final Map<Trade, Tally> tallies = new LinkedHashMap<>();

  private static final class Tally {
    private double introduced;
    private double mentions;
    private final Map<Passage, Double> said = new LinkedHashMap<>();

    void add(double strength, Passage passage) {
      introduced = Math.max(introduced, strength);
      said.merge(passage, strength, Math::max);
    }

    double strength() {
      double byMentions = Math.min(MOST_BY_MENTIONS, 1 - Math.pow(SILENT, Math.max(0, mentions)));
      return Math.max(introduced, byMentions);
    }
  }

  /** Adds the words of the host's own column of industries. */
  public void addColumn(Passage words, Language language) {
    addWords(words, SENTENCE, language);
  }

  /** Adds the company's name, where it stands. */
  public void addName(Passage name, Language language) {
    addWords(name, NAME, language);
  }

  private void addWords(Passage words, double strength, Language language) {
    double weight = strength;
    int at = -1;
    for (TradeMention mention : Trades.shipped().find(words.quote(), language)) {
      if (!mention.others()) {
        // Two trades may share a name: they are as strong.
        weight *= at >= 0 && mention.start() > at ? NEXT : 1;
        at = mention.start();
        tally(mention).add(weight, words);
      }
    }
  }

  /** Adds a page. */
  public void addPage(Snapshot snapshot, PageText page, Language language) {
    int read = 0;
    for (PageText.Region region : page.regions()) {
      switch (region.kind()) {
        case TITLE -> addLines(snapshot, region, TITLE, language);
        case MAIN -> {
          addBody(snapshot, region, language);
          read += region.end() - region.start();
        }
        case META -> addDescriptions(snapshot, region, language);
        case STRUCTURED -> addTypes(snapshot, region);
        default -> {}
      }
    }
    if (read < LITTLE_TEXT) {
      page.regions(PageText.Region.Kind.SURROUNDING).forEach(r -> addBody(snapshot, r, language));
    }
  }

  private void addLines(
      Snapshot snapshot, PageText.Region region, double strength, Language language) {
    for (TextPassage line : passages(snapshot, region)) {
      addWords(new Passage(snapshot, line.start(), line.end()), strength, language);
    }
  }

  private static List<TextPassage> passages(Snapshot snapshot, PageText.Region region) {
    return Passages.of(snapshot.text().substring(region.start(), region.end())).stream()
        .map(p -> new TextPassage(p.start() + region.start(), p.end() + region.start()))
        .toList();
  }

  private void addDescriptions(Snapshot snapshot, PageText.Region region, Language language) {
    int at = region.start();
    for (String line : snapshot.text().substring(region.start(), region.end()).split("\n")) {
      int tab = line.indexOf('\t');
      String name = tab < 0 ? "" : line.substring(0, tab).toLowerCase(Locale.ROOT);
      if (name.equals("description") || name.equals("og:description")) {
        PageText.Region value =
            new PageText.Region(region.kind(), at + tab + 1, at + line.length());
        addLines(snapshot, value, DESCRIPTION, language);
      }
      at += line.length() + 1;
    }
  }

  /** Types such as {@code MovingCompany} are words too. */
  private void addTypes(Snapshot snapshot, PageText.Region region) {
    int at = region.start();
    for (String line : snapshot.text().substring(region.start(), region.end()).split("\n")) {
      int dot = line.indexOf('.');
      if (dot > 0 && dot < 60) {
        String words = line.substring(0, dot).replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        Passage passage = new Passage(snapshot, at, at + line.length());
        Trades.shipped().find(words, Language.ENGLISH).stream()
            .filter(m -> m.end() - m.start() == words.length())
            .forEach(m -> tally(m).add(TYPE, passage));
      }
      at += line.length() + 1;
    }
  }

  private void addBody(Snapshot snapshot, PageText.Region region, Language language) {
    for (TextPassage passage : passages(snapshot, region)) {
      String said = passage.of(snapshot.text());
      for (TradeMention mention : Trades.shipped().find(said, language)) {
        addMention(mention, said, new Passage(snapshot, passage.start(), passage.end()));
      }
    }
  }

  private void addMention(TradeMention mention, String said, Passage passage) {
    if (mention.others()) {
      tally(mention).mentions -= 0.5;
    } else if (IS.matcher(said.substring(0, mention.start())).find()) {
      tally(mention).add(SENTENCE, passage);
    } else if (!mention.everyday() && BEGINS.matcher(said.substring(0, mention.start())).find()) {
      tally(mention).add(DESCRIPTION, passage);
    } else if (!mention.everyday()) {
      Tally tally = tally(mention);
      tally.mentions++;
      tally.said.putIfAbsent(passage, 0.1);
    }
  }

  private Tally tally(TradeMention mention) {
    return tallies.computeIfAbsent(mention.trade(), t -> new Tally());
  }

  /** Returns the trades that speak for themselves, the surest first. */
  public List<Standing> standings() {
    List<Standing> standings = new ArrayList<>();
    tallies.forEach((trade, tally) -> standings.add(standing(trade, tally)));
    standings.removeIf(s -> s.strength() <= 0 || s.said().isEmpty());
    standings.sort(Comparator.comparingDouble(s -> -s.strength()));
    return List.copyOf(standings);
  }

  private Standing standing(Trade trade, Tally tally) {
    boolean introduced = tally.introduced >= INTRODUCES;
    double strength = tally.strength();
    if (!introduced && introducedOtherwise(trade)) {
      strength = Math.min(MOST_BESIDE, strength);
    }
    List<Passage> said =
        tally.said.entrySet().stream()
            .sorted(
                Map.Entry.<Passage, Double>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(e -> e.getKey().snapshot().publisher()))
            .limit(MOST_SAID)
            .map(Map.Entry::getKey)
            .toList();
    return new Standing(trade, strength, introduced, said);
  }

  private boolean introducedOtherwise(Trade trade) {
    return tallies.entrySet().stream()
        .anyMatch(
            e ->
                !e.getKey().family().equals(trade.family())
                    && e.getValue().introduced >= INTRODUCES);
  }
}
