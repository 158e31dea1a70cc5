package dev.prospector.verification;

/** No verifier of e-mail addresses is configured. */
enum NoEmailVerifier implements EmailVerifier {
  INSTANCE;

  @Override
  public EmailVerdict verify(String address) {
    return EmailVerdict.unknown(address, "no verifier of e-mail is configured");
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
