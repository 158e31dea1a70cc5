package dev.prospector.agents.website;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.page.Language;
import dev.prospector.dossier.Section;
import java.util.List;
import java.util.Optional;

/**
 * The pages of a company's own site.
 *
 * @param pages those that say something, the home page first, then by kind
 * @param unread those that could not be used, each with the reason
 * @param language of most of the visible text
 */
public record Website(
    @JsonProperty("pages") List<SitePage> pages,
    @JsonProperty("unread") List<Unread> unread,
    @JsonProperty("language") Language language) {

  /** Where this stands in a dossier. */
  public static final Section<Website> KEY = Section.of("website", Website.class, 1);

  /** Fixes the lists. */
  public Website {
    pages = List.copyOf(pages);
    unread = List.copyOf(unread);
  }

  /** Returns the first page of a kind. */
  public Optional<SitePage> page(dev.prospector.agents.page.PageKind kind) {
    return pages.stream().filter(page -> page.kind() == kind).findFirst();
  }

  /**
   * An address that gave no page to use.
   *
   * @param url the address
   * @param outcome whether there is no page, the look-up failed, or it has no content
   * @param reason one sentence
   */
  public record Unread(
      @JsonProperty("url") String url,
      @JsonProperty("outcome") Outcome outcome,
      @JsonProperty("reason") String reason) {

    /** Why an address gave no page to use. */
    public enum Outcome {
      /** There is no page at the address. */
      ABSENT,
      /** The look-up failed: whether there is a page is not known. */
      FAILED,
      /** There is a page, but it is an error, a placeholder or the like. */
      NO_CONTENT,
      /** The address answers with another company's site. */
      OTHER_SITE
    }
  }
}
