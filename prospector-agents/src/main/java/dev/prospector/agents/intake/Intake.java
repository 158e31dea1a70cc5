package dev.prospector.agents.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.dossier.Section;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.SnapshotId;
import java.util.List;

/**
 * What the host's row says about a company, made uniform.
 *
 * @param name without search-engine noise and legal form
 * @param legalForm such as {@code LTDA}, if the name carries one
 * @param website the canonical address of the site
 * @param domain its registrable domain
 * @param country ISO 3166-1 alpha-2
 * @param city as written
 * @param state as written
 * @param verdict whether there is something to work on, or why not
 * @param rows the snapshots of what the host supplied as text, the row itself first
 */
public record Intake(
    @JsonProperty("name") Fact<String> name,
    @JsonProperty("legalForm") Fact<String> legalForm,
    @JsonProperty("website") Fact<String> website,
    @JsonProperty("domain") Fact<String> domain,
    @JsonProperty("country") Fact<String> country,
    @JsonProperty("city") Fact<String> city,
    @JsonProperty("state") Fact<String> state,
    @JsonProperty("verdict") Verdict verdict,
    @JsonProperty("rows") List<SnapshotId> rows) {

  /** Where this stands in a dossier. */
  public static final Section<Intake> KEY = Section.of("intake", Intake.class, 1);

  /** Fixes the list. */
  public Intake {
    rows = List.copyOf(rows);
  }

  /** Whether there is something to work on. */
  public enum Verdict {
    /** There is a name or a site. */
    VALID,
    /** Neither a name nor an address of a site that can be read. */
    NOTHING_TO_GO_BY,
    /** The name is filler, a test entry or an error message. */
    PLACEHOLDER
  }
}
