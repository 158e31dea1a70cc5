package dev.prospector.agents.technology;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.dossier.Section;
import dev.prospector.evidence.Fact;
import java.util.List;

/**
 * With what a company's site is built and what it uses.
 *
 * @param found those that a page shows, by name
 * @param implied those that no page shows, but without which one that was found cannot run
 */
public record TechnologyStack(
    @JsonProperty("found") List<Found> found, @JsonProperty("implied") List<Implied> implied) {

  /** Where this stands in a dossier. */
  public static final Section<TechnologyStack> KEY =
      Section.of("technology", TechnologyStack.class, 1);

  /** Fixes the lists. */
  public TechnologyStack {
    found = List.copyOf(found);
    implied = List.copyOf(implied);
  }

  /**
   * A technology that a page shows.
   *
   * @param name with the passages that show it
   * @param categories what it is, such as "CMS"
   * @param version where a page tells it; else empty
   */
  public record Found(
      @JsonProperty("name") Fact.Known<String> name,
      @JsonProperty("categories") List<String> categories,
      @JsonProperty("version") String version) {

    /** Fixes the list. */
    public Found {
      categories = List.copyOf(categories);
    }
  }

  /**
   * A conclusion, not a finding.
   *
   * @param name of the technology
   * @param by the technology that cannot run without it
   */
  public record Implied(@JsonProperty("name") String name, @JsonProperty("by") String by) {}
}
