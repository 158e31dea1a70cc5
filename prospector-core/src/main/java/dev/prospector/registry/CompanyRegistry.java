package dev.prospector.registry;

import dev.prospector.call.Effect;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An official register of companies. Implementations are safe for several threads. */
public interface CompanyRegistry {

  /**
   * Looks up a registration number.
   *
   * @param country ISO 3166-1 alpha-2, upper case
   * @param number the number without separators
   * @return the record, or empty if the register has none
   * @throws dev.prospector.error.PortException if the register cannot be asked
   */
  Optional<RegistryRecord> find(String country, String number) throws InterruptedException;

  /** Returns whether a register is there to be asked. */
  default boolean isConfigured() {
    return true;
  }

  /** Returns {@link Effect#READ}: whatever is behind this port, it is only read. */
  default Effect effect() {
    return Effect.READ;
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
      String address,
      String text,
      String legalName,
      @Nullable String activityCode,
      @Nullable String status,
      @Nullable LocalDate openedOn) {}
}
