package dev.prospector.agents.answer;

import dev.prospector.agent.Source;
import dev.prospector.agents.relevance.Passages;
import dev.prospector.agents.relevance.TextPassage;
import dev.prospector.evidence.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses what a model is given of pages, under a number of bytes: the beginning of each page, then
 * the passages that speak most of what is asked (BM25), in the order in which they stand.
 */
public final class ChoosePassages {

  private static final int BEGINNING = 600;

  /** What a fence and a number add to a passage, in bytes. */
  private static final int AROUND = 90;

  private final BestPassages best;
  private final int mostBytes;

  /**
   * Creates a choice.
   *
   * @param topics what is asked about, in words of the languages that pages have
   * @param mostBytes of all passages together, in UTF-8
   */
  public ChoosePassages(List<String> topics, int mostBytes) {
    this.best = new BestPassages(topics);
    this.mostBytes = mostBytes;
  }

  private record Candidate(int page, Snapshot snapshot, String text, int start, double score) {}

  /** Returns the passages of pages, by page and place. */
  public List<Source> of(List<Snapshot> pages) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      addCandidates(candidates, i, pages.get(i));
    }
    candidates.sort(
        Comparator.comparingDouble((Candidate c) -> -c.score())
            .thenComparingInt(Candidate::page)
            .thenComparingInt(Candidate::start));
    List<Candidate> chosen = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int left = mostBytes;
    for (Candidate candidate : candidates) {
      int bytes = candidate.text().getBytes(StandardCharsets.UTF_8).length + AROUND;
      if (bytes <= left && seen.add(candidate.text())) {
        left -= bytes;
        chosen.add(candidate);
      }
    }
    chosen.sort(Comparator.comparingInt(Candidate::page).thenComparingInt(Candidate::start));
    return chosen.stream().map(c -> new Source(c.snapshot().id(), c.text(), c.score())).toList();
  }

  private void addCandidates(List<Candidate> candidates, int page, Snapshot snapshot) {
    String text = snapshot.text();
    if (text.isBlank()) {
      return;
    }
    int end = endOfBeginning(text);
    candidates.add(new Candidate(page, snapshot, text.substring(0, end).strip(), 0, 1e6 - page));
    List<TextPassage> rest =
        Passages.of(text).stream().filter(passage -> passage.start() >= end).toList();
    List<String> words = rest.stream().map(passage -> passage.of(text).strip()).toList();
    List<Double> scores = best.rate(words);
    for (int i = 0; i < words.size(); i++) {
      candidates.add(
          new Candidate(page, snapshot, words.get(i), rest.get(i).start(), scores.get(i)));
    }
  }

  /** The beginning ends with a line, so that no word is cut. */
  private static int endOfBeginning(String text) {
    if (text.length() <= BEGINNING) {
      return text.length();
    }
    int line = text.lastIndexOf('\n', BEGINNING);
    int space = text.lastIndexOf(' ', BEGINNING);
    int end = Math.max(line, space);
    return end > 0 ? end : BEGINNING;
  }
}
