package dev.prospector.verification;

/** No verifier of telephone numbers is configured. */
enum NoPhoneVerifier implements PhoneVerifier {
  INSTANCE;

  @Override
  public PhoneVerdict verify(String number, String region) {
    return PhoneVerdict.unknown(number, "no verifier of telephone numbers is configured");
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
