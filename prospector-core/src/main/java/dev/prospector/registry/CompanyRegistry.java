package dev.prospector.registry;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.lookup.Source;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An official register of companies. Implementations are safe for several threads. */
public interface CompanyRegistry extends Source {

  /**
   * Looks up a registration number.
   *
   * @param country ISO 3166-1 alpha-2, upper case
   * @param number the number without separators
   * @return the record, or why there is none; a failed look-up and a number that the register does
   *     not have are different outcomes
   * @throws dev.prospector.error.PortException if the register cannot be asked, with advice on
   *     trying again; when that is of no use any more, agents are told that the look-up failed
   * @throws InterruptedException if the caller is interrupted while waiting
   */
  RegistryLookup find(String country, String number) throws InterruptedException;

  /** Returns whether a register is there to be asked. */
  default boolean isConfigured() {
    return true;
  }

  /** Returns its search by name and place, if it has one. */
  default Optional<CompanySearch> byName() {
    return Optional.empty();
  }

  /** Returns the absence of a register: it has no records, and says so. */
  static CompanyRegistry none() {
    return NoRegistry.INSTANCE;
  }

  /**
   * What a register says; the text is kept as a snapshot, so that each part can be quoted.
   *
   * @param address where it can be looked up again
   * @param text the record as text, from which every other part can be quoted
   * @param legalName the registered name
   * @param activityCode the main activity's code, null when not given
   * @param status as the register calls it, null when not given
   * @param openedOn null when not given
   */
  record RegistryRecord(
      @JsonProperty("address") String address,
      @JsonProperty("text") String text,
      @JsonProperty("legalName") String legalName,
      @JsonProperty("activityCode") @Nullable String activityCode,
      @JsonProperty("status") @Nullable String status,
      @JsonProperty("openedOn") @Nullable LocalDate openedOn) {}
}
