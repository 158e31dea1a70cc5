package dev.prospector.agents.route;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.argument.Score;
import dev.prospector.dossier.Announced;
import dev.prospector.dossier.Section;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Which way a lead takes.
 *
 * <p>{@link Way#RESEARCH_FIRST} where the data quality is surely below 0.35; {@link
 * Way#PERSONA_FIRST} where the company is surely simple (complexity at most 0.35) and who decides
 * is clear (at least 0.8); else {@link Way#FULL}. In a {@link Split} it is drawn.
 *
 * @param way which
 * @param quality how much is known, with its parts
 * @param complexity how many take part in a decision, by size
 * @param clarity how clear it is who decides
 * @param reason for people
 * @param drawn from which split it was drawn; empty if rules chose it
 */
public record Route(
    @JsonProperty("way") Way way,
    @JsonProperty("quality") Score quality,
    @JsonProperty("complexity") Score complexity,
    @JsonProperty("clarity") Score clarity,
    @JsonProperty("reason") String reason,
    @JsonProperty("drawn") Optional<Drawn> drawn)
    implements Announced {

  /** Where this stands in a dossier. */
  public static final Section<Route> KEY = Section.of("route", Route.class, 1);

  /**
   * A draw.
   *
   * @param seed of the split
   * @param share of all leads that take this way by it, above 0 and at most 1
   */
  public record Drawn(@JsonProperty("seed") String seed, @JsonProperty("share") BigDecimal share) {}

  @Override
  public String announcement() {
    return drawn
        .map(d -> way + ", drawn by " + d.seed() + " with the share " + d.share().toPlainString())
        .orElse(way.name());
  }

  /** The ways. */
  public enum Way {
    /** All agents. */
    FULL,
    /** From the person to the message, without research beyond the company's own site. */
    PERSONA_FIRST,
    /** Research alone: nothing is written before more is known. */
    RESEARCH_FIRST
  }
}
