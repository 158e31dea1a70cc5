package dev.prospector.registry;

import dev.prospector.registry.CompanyRegistry.RegistryRecord;
import java.util.Optional;
import java.util.function.Function;

/** The outcome of asking a register for a number. */
public sealed interface RegistryLookup {

  /** Returns what one gets from the function for this outcome. */
  <R> R fold(Function<Found, R> found, Function<Absent, R> absent, Function<Failed, R> failed);

  /** Returns the record, if there is one. */
  default Optional<RegistryRecord> found() {
    return fold(
        there -> Optional.of(there.record()), none -> Optional.empty(), f -> Optional.empty());
  }

  /** The register has a record. */
  record Found(RegistryRecord record) implements RegistryLookup {
    @Override
    public <R> R fold(
        Function<Found, R> found, Function<Absent, R> absent, Function<Failed, R> failed) {
      return found.apply(this);
    }
  }

  /** The register does not have the number. */
  record Absent() implements RegistryLookup {
    @Override
    public <R> R fold(
        Function<Found, R> found, Function<Absent, R> absent, Function<Failed, R> failed) {
      return absent.apply(this);
    }
  }

  /**
   * The look-up failed: whether there is a record is not known.
   *
   * @param reason one sentence, without keys
   */
  record Failed(String reason) implements RegistryLookup {
    @Override
    public <R> R fold(
        Function<Found, R> found, Function<Absent, R> absent, Function<Failed, R> failed) {
      return failed.apply(this);
    }
  }
}
