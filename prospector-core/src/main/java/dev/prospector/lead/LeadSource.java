package dev.prospector.lead;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where the host had a lead from.
 *
 * @param list the list's name, such as a file name or a search query
 * @param row the row in it, counted from 1 with the header; 0 when it is not a list
 */
public record LeadSource(@JsonProperty("list") String list, @JsonProperty("row") long row) {

  /** A lead given by a program rather than by a list. */
  public static final LeadSource PROGRAM = new LeadSource("program", 0);

  @Override
  public String toString() {
    return row == 0 ? list : list + ":" + row;
  }
}
