package dev.prospector.testkit;

import dev.prospector.dossier.Fingerprint;
import dev.prospector.registry.CompanyRegistry;
import dev.prospector.registry.RegistryLookup;
import java.util.LinkedHashMap;
import java.util.Map;

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
  public RegistryLookup find(String country, String number) {
    RegistryRecord record = records.get(country + "/" + number);
    return record == null ? new RegistryLookup.Absent() : new RegistryLookup.Found(record);
  }

  @Override
  public String identity() {
    Fingerprint.Hasher hasher = Fingerprint.hasher();
    records.forEach((key, record) -> hasher.add(key).add(record.toString()));
    return "fixed-" + hasher.finish();
  }

  @Override
  public boolean isFixed() {
    return true;
  }
}
