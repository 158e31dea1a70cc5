package dev.prospector.registry;

/** No register is configured. */
enum NoRegistry implements CompanyRegistry {
  INSTANCE;

  @Override
  public RegistryLookup find(String country, String number) {
    return new RegistryLookup.Absent();
  }

  @Override
  public String identity() {
    return "none";
  }

  @Override
  public boolean isFixed() {
    return true;
  }

  @Override
  public boolean isConfigured() {
    return false;
  }
}
