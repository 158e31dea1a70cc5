package dev.prospector.registry;

import java.util.Optional;

/** No register is configured. */
enum NoRegistry implements CompanyRegistry {
  INSTANCE;

  @Override
  public Optional<RegistryRecord> find(String country, String number) {
    return Optional.empty();
  }

  @Override
  public boolean isConfigured() {
    return false;
  }
}
