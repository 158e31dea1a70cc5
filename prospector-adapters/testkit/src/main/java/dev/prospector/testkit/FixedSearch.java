package dev.prospector.testkit;

import dev.prospector.call.Effect;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.web.WebSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A search over hits that a test gives it: those that hold all words of the query. */
public final class FixedSearch implements WebSearch {

  private final List<Hit> hits;
  private final String failure;

  private FixedSearch(List<Hit> hits, String failure) {
    this.hits = List.copyOf(hits);
    this.failure = failure;
  }

  /** Returns a search over some pages; without any it finds nothing. */
  public static FixedSearch of(Hit... hits) {
    return new FixedSearch(List.of(hits), "");
  }

  /**
   * Returns a search that fails each time.
   *
   * @param reason one sentence
   */
  public static FixedSearch failing(String reason) {
    return new FixedSearch(List.of(), reason);
  }

  @Override
  public Result search(String query, String country, int limit) {
    if (!failure.isEmpty()) {
      return new Result.Failed(failure);
    }
    List<String> words = List.of(query.toLowerCase(Locale.ROOT).trim().split("\\s+"));
    List<Hit> found = new ArrayList<>();
    for (Hit hit : hits) {
      if (found.size() < limit && words.stream().allMatch(text(hit)::contains)) {
        found.add(hit);
      }
    }
    return new Result.Hits(found);
  }

  private static String text(Hit hit) {
    return (hit.url() + " " + hit.title() + " " + hit.excerpt()).toLowerCase(Locale.ROOT);
  }

  @Override
  public String identity() {
    return "fixed-" + Fingerprint.hasher().add(hits + failure).finish();
  }

  @Override
  public boolean isFixed() {
    return true;
  }

  @Override
  public Effect effect() {
    return Effect.READ;
  }
}
