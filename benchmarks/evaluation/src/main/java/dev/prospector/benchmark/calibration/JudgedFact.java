package dev.prospector.benchmark.calibration;

import dev.prospector.evidence.Fact;
import dev.prospector.evidence.Placement;
import java.util.EnumSet;
import java.util.Set;

/**
 * A value that the agents found on a labelled page, and whether the labels bear it out.
 *
 * @param page the page's site: pages of one site belong to one half
 * @param fact with its claims and its confidence
 * @param right whether the labels have the value
 */
public record JudgedFact(String page, Fact.Known<?> fact, boolean right) {

  /** Returns the name of the field. */
  public String field() {
    return fact.best().field();
  }

  /** Returns the parts of the page that state the value. */
  public Set<Placement> placements() {
    Set<Placement> placements = EnumSet.noneOf(Placement.class);
    fact.backing().forEach(claim -> placements.add(claim.placement()));
    return placements;
  }

  /** Returns how many places of the page state the value. */
  public int places() {
    return fact.backing().size();
  }
}
