package dev.prospector.agents.website;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agent.AgentInput;
import dev.prospector.agents.page.Language;
import dev.prospector.agents.page.PageKind;
import dev.prospector.agents.page.PageText;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.SnapshotId;
import java.util.List;
import java.util.Optional;

/**
 * One page that was read.
 *
 * @param url where it stands
 * @param kind what it is for within the site
 * @param title as the page gives it; may be empty
 * @param language of its visible text
 * @param text the snapshot of what it says
 * @param response the snapshot of what the server sent; empty for pages that the host supplied as
 *     text
 * @param regions the regions of the text
 */
public record SitePage(
    @JsonProperty("url") String url,
    @JsonProperty("kind") PageKind kind,
    @JsonProperty("title") String title,
    @JsonProperty("language") Language language,
    @JsonProperty("text") SnapshotId text,
    @JsonProperty("response") Optional<SnapshotId> response,
    @JsonProperty("regions") List<PageText.Region> regions) {

  /** Fixes the list. */
  public SitePage {
    regions = List.copyOf(regions);
  }

  /** Returns the snapshot of what the page says. */
  public Snapshot snapshot(AgentInput input) {
    return input.snapshot(text);
  }

  /** Returns what the page says, with its regions. */
  public PageText pageText(AgentInput input) {
    return new PageText(snapshot(input).text(), regions);
  }
}
