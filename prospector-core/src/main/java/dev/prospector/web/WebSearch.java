package dev.prospector.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.call.Effect;
import dev.prospector.lookup.Source;
import java.util.List;
import java.util.function.Function;

/** Searches the web. Implementations are safe for several threads. */
public interface WebSearch extends Source {

  /**
   * Searches once.
   *
   * @param query as a person would type it
   * @param country ISO 3166-1 alpha-2, upper case; empty for anywhere
   * @param limit the most hits, from 1
   * @return what was found; an empty result and a failed search are different outcomes
   * @throws dev.prospector.error.PortException if the search cannot be asked, with advice on trying
   *     again; when that is of no use any more, agents are told that the search failed
   * @throws InterruptedException if interrupted while waiting
   */
  Result search(String query, String country, int limit) throws InterruptedException;

  /** Returns what a search does at the provider, and with that whether it may be repeated. */
  @Override
  Effect effect();

  /** Returns whether a search is there to be asked. */
  default boolean isConfigured() {
    return true;
  }

  /** Returns the absence of a search: it finds nothing, and says why. */
  static WebSearch none() {
    return NoSearch.INSTANCE;
  }

  /** The outcome of a search. */
  sealed interface Result {

    /** Returns what one gets from the function for this outcome. */
    <R> R fold(Function<Hits, R> hits, Function<Failed, R> failed);

    /**
     * The search was made.
     *
     * @param all in the provider's order; empty if nothing was found
     */
    record Hits(List<Hit> all) implements Result {

      /** Fixes the list. */
      public Hits {
        all = List.copyOf(all);
      }

      @Override
      public <R> R fold(Function<Hits, R> hits, Function<Failed, R> failed) {
        return hits.apply(this);
      }
    }

    /**
     * The search could not be made or its answer not be read: nothing is known.
     *
     * @param reason one sentence, without keys
     */
    record Failed(String reason) implements Result {
      @Override
      public <R> R fold(Function<Hits, R> hits, Function<Failed, R> failed) {
        return failed.apply(this);
      }
    }
  }

  /**
   * One hit.
   *
   * @param url where
   * @param title as the provider gives it
   * @param excerpt as the provider gives it; may be empty
   */
  record Hit(
      @JsonProperty("url") String url,
      @JsonProperty("title") String title,
      @JsonProperty("excerpt") String excerpt) {}
}
