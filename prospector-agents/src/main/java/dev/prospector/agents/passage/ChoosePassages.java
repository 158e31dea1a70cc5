package dev.prospector.agents.passage;

import dev.prospector.agent.Source;
import dev.prospector.agents.page.Language;
import dev.prospector.model.Embedder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Chooses what a model is given of a lead's texts, under a number of tokens: the title and the
 * first sentences about the company, then the windows of up to three sentences that speak most of
 * what is asked. At most 40 % are of one text where there are several. They come in the order of
 * the texts; those that go on in each other are given as one.
 */
public final class ChoosePassages {

  /** Tokens of the evidence of one question. */
  public static final int TOKENS = 3_000;

  private static final double MOST_OF_ONE = 0.4;

  /** What a fence and a number add to a passage, in tokens. */
  private static final int AROUND = 24;

  /** At most so many windows are given as one passage. */
  private static final int MOST_JOINED = 3;

  private final RankByWords byWords;
  private final Optional<RankByMeaning> byMeaning;
  private final int tokens;

  /**
   * Creates a choice.
   *
   * @param topics what is asked about, in words by language
   * @param context what is asked about, in the seller's words
   * @param embedder whose ranking is added, if there is one
   * @param tokens of all passages together, at most
   */
  public ChoosePassages(
      Map<Language, List<String>> topics,
      List<String> context,
      Optional<Embedder> embedder,
      int tokens) {
    this.byWords = new RankByWords(topics, context);
    List<String> query = new ArrayList<>(context);
    topics.values().forEach(query::addAll);
    this.byMeaning = embedder.map(e -> new RankByMeaning(e, String.join(" ", query)));
    this.tokens = tokens;
  }

  /**
   * What was chosen.
   *
   * @param sources in the order of the texts
   * @param orders how many sentences were left out since they address a reading machine
   */
  public record Chosen(List<Source> sources, int orders) {

    /** Fixes the list. */
    public Chosen {
      sources = List.copyOf(sources);
    }
  }

  private record Rated(Window window, int place, double score) {}

  /**
   * Returns the passages of texts.
   *
   * @throws dev.prospector.error.PortException if the embedder fails
   * @throws InterruptedException if interrupted
   */
  public Chosen of(List<LeadText> texts) throws InterruptedException {
    CutWindows cut = new CutWindows();
    for (int i = 0; i < texts.size(); i++) {
      cut.add(i, texts.get(i));
    }
    List<Window> windows = cut.windows();
    if (windows.isEmpty()) {
      return new Chosen(List.of(), cut.orders());
    }
    List<Rated> chosen = chosen(rated(windows));
    return new Chosen(joined(chosen), cut.orders());
  }

  private List<Rated> rated(List<Window> windows) throws InterruptedException {
    List<Double> scores = byWords.rate(windows);
    if (byMeaning.isPresent()) {
      scores = byMeaning.get().fuse(windows, scores);
    }
    List<Double> last = scores;
    return IntStream.range(0, windows.size())
        .mapToObj(i -> new Rated(windows.get(i), i, last.get(i)))
        .toList();
  }

  private List<Rated> chosen(List<Rated> rated) {
    boolean several = rated.stream().map(r -> r.window().text()).distinct().count() > 1;
    int mostOfOne = several ? (int) (tokens * MOST_OF_ONE) : tokens;
    Map<Integer, Integer> ofOne = new HashMap<>();
    List<Rated> best =
        rated.stream()
            .sorted(
                Comparator.comparing((Rated r) -> !r.window().always())
                    .thenComparingDouble(r -> -r.score())
                    .thenComparingInt(Rated::place))
            .toList();
    List<Rated> chosen = new ArrayList<>();
    int left = tokens;
    for (Rated one : best) {
      int cost = one.window().tokens() + AROUND;
      int text = one.window().text();
      if (cost <= left && ofOne.getOrDefault(text, 0) + cost <= mostOfOne) {
        left -= cost;
        ofOne.merge(text, cost, Integer::sum);
        chosen.add(one);
      }
    }
    return chosen.stream().sorted(Comparator.comparingInt(Rated::place)).toList();
  }

  private static List<Source> joined(List<Rated> chosen) {
    List<Source> sources = new ArrayList<>();
    int i = 0;
    while (i < chosen.size()) {
      Window window = chosen.get(i).window();
      double weight = weight(chosen.get(i));
      int next = i + 1;
      while (next < chosen.size()
          && next - i < MOST_JOINED
          && window.goesOnIn(chosen.get(next).window())) {
        window = window.upTo(chosen.get(next).window());
        weight = Math.max(weight, weight(chosen.get(next)));
        next++;
      }
      sources.add(new Source(window.snapshot().id(), window.words(), weight));
      i = next;
    }
    return sources;
  }

  /** What is chosen whatever is asked is the last to be left out. */
  private static double weight(Rated rated) {
    return rated.window().always() ? Double.MAX_VALUE : rated.score();
  }
}
