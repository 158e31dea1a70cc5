package dev.prospector.agents.registration;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.dossier.Section;
import dev.prospector.evidence.Fact;
import java.time.LocalDate;
import java.util.List;

/**
 * Under which number a company is registered, and what the register says where one is configured.
 *
 * @param number of the company itself, without separators; of its head office where there are
 *     several
 * @param legalName as registered, or as the company writes it with its legal form
 * @param activityCode of the main activity, as the register has it
 * @param status as the register or the site says
 * @param openedOn as the register has it
 * @param establishments every number found, each with its kind and what is said about it
 * @param lookup whether a register was asked, and with what outcome
 * @param candidates companies of the register that may be this one, the likeliest first, where only
 *     its name is known; proposals to compare, and no facts
 */
public record Registration(
    @JsonProperty("number") Fact<String> number,
    @JsonProperty("legalName") Fact<String> legalName,
    @JsonProperty("activityCode") Fact<String> activityCode,
    @JsonProperty("status") Fact<RegistrationStatus> status,
    @JsonProperty("openedOn") Fact<LocalDate> openedOn,
    @JsonProperty("establishments") List<Establishment> establishments,
    @JsonProperty("lookup") Lookup lookup,
    @JsonProperty("candidates") List<RegisterCandidate> candidates) {

  /** Where this stands in a dossier. */
  public static final Section<Registration> KEY = Section.of("registration", Registration.class, 1);

  /** Fixes the list. */
  public Registration {
    establishments = List.copyOf(establishments);
    candidates = List.copyOf(candidates);
  }

  /** Returns this registration with candidates. */
  Registration with(List<RegisterCandidate> all) {
    return new Registration(
        number, legalName, activityCode, status, openedOn, establishments, lookup, all);
  }

  /**
   * One registration number.
   *
   * @param number with where it was seen
   * @param kind which register or tax office gave it
   * @param status what the text next to it says
   */
  public record Establishment(
      @JsonProperty("number") Fact.Known<String> number,
      @JsonProperty("kind") RegistrationKind kind,
      @JsonProperty("status") Fact<RegistrationStatus> status) {

    /** Returns whether the text next to it says that it is no longer in force. */
    public boolean isOver() {
      return status
          .value()
          .filter(s -> s == RegistrationStatus.ENDED || s == RegistrationStatus.UNFIT)
          .isPresent();
    }
  }

  /** What became of asking a register. */
  public enum Lookup {
    /** No register is configured, so none was asked. */
    NOT_CONFIGURED,
    /** There is no number to ask for, and no company of the name was found. */
    NO_NUMBER,
    /** There is no number to ask for; companies of the name are candidates, none beyond doubt. */
    CANDIDATES,
    /**
     * There is no number to ask for; one company of the register is this one beyond doubt: it alone
     * bears the name, at the same place.
     */
    FOUND_BY_NAME,
    /** The register has a record. */
    FOUND,
    /** The register has no record of the number. */
    NOT_FOUND,
    /** The register could not be asked: whether it has a record is not known. */
    FAILED
  }
}
