package dev.prospector.agents.registration;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A company of a register that may be the one whose number is not known.
 *
 * @param number its registration number
 * @param legalName as it is registered
 * @param tradeName under which it is known; empty if none is registered
 * @param city of this establishment
 * @param state of this establishment
 * @param status as the register calls it
 * @param likeness of the name, from 0 to 1
 * @param reasons what speaks for and against it
 */
public record RegisterCandidate(
    @JsonProperty("number") String number,
    @JsonProperty("legalName") String legalName,
    @JsonProperty("tradeName") String tradeName,
    @JsonProperty("city") String city,
    @JsonProperty("state") String state,
    @JsonProperty("status") String status,
    @JsonProperty("likeness") double likeness,
    @JsonProperty("reasons") List<Reason> reasons) {

  /** Fixes the list. */
  public RegisterCandidate {
    reasons = List.copyOf(reasons);
  }

  /** What speaks for or against a candidate. */
  public enum Reason {
    /** The name is the same but for its spelling. */
    SAME_NAME,
    /** The name is alike in part. */
    ALIKE_NAME,
    /** It is in the same city. */
    SAME_PLACE,
    /** It is in another city. */
    OTHER_PLACE,
    /** In which city the company is that is looked for is not known. */
    PLACE_UNKNOWN,
    /** Another company of the register has the same name. */
    SHARED_NAME,
    /** The register says that it is not active. */
    NOT_ACTIVE
  }
}
