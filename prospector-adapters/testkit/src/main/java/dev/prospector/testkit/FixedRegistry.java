package dev.prospector.testkit;

import dev.prospector.registry.CompanyRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A register out of the test itself. Immutable, so safe for several threads. */
public final class FixedRegistry implements CompanyRegistry {

  private final Map<String, RegistryRecord> records;

  private FixedRegistry(Map<String, RegistryRecord> records) {
    this.records = records;
  }

  /** Returns a register that has no records. */
  public static FixedRegistry empty() {
    return new FixedRegistry(Map.of());
  }

  /** Returns this register with one more record. */
  public FixedRegistry with(String country, String number, RegistryRecord record) {
    Map<String, RegistryRecord> more = new LinkedHashMap<>(records);
    more.put(country + "/" + number, record);
    return new FixedRegistry(more);
  }

  @Override
  public Optional<RegistryRecord> find(String country, String number) {
    return Optional.ofNullable(records.get(country + "/" + number));
  }
}
