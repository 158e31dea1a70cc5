package dev.prospector.engine.internal.lookup;

import dev.prospector.dossier.Fingerprint;
import dev.prospector.lookup.LookUp;
import dev.prospector.lookup.SourceKind;
import dev.prospector.verification.EmailVerdict;
import dev.prospector.verification.EmailVerifier;

/** A verifier of e-mail addresses as a step sees it. */
final class JournaledEmails implements EmailVerifier {

  private final EmailVerifier verifier;
  private final StepLookUps lookUps;

  JournaledEmails(EmailVerifier verifier, StepLookUps lookUps) {
    this.verifier = verifier;
    this.lookUps = lookUps;
  }

  @Override
  public EmailVerdict verify(String address) throws InterruptedException {
    if (!verifier.isConfigured()) {
      return verifier.verify(address); // Nobody is asked, and the verdict says so.
    }
    return lookUps.ask(
        SourceKind.EMAIL, verifier, address, Form.INSTANCE, () -> verifier.verify(address));
  }

  @Override
  public boolean isConfigured() {
    return verifier.isConfigured();
  }

  @Override
  public String identity() {
    return verifier.identity();
  }

  @Override
  public boolean isFixed() {
    return verifier.isFixed();
  }

  private enum Form implements AnswerForm<EmailVerdict> {
    INSTANCE;

    @Override
    public LookUp.Answer write(EmailVerdict verdict) {
      if (verdict.status() == EmailVerdict.Status.UNKNOWN) {
        return LookUp.Answer.without(LookUp.Outcome.FAILED, verdict.reason());
      }
      String json = AnswerJson.write(verdict);
      Fingerprint content = Fingerprint.hasher().add("email").add(json).finish();
      return new LookUp.Answer(LookUp.Outcome.FOUND, content, json, "", null);
    }

    @Override
    public EmailVerdict read(String address, LookUp.Answer written) {
      return written.outcome() == LookUp.Outcome.FOUND
          ? AnswerJson.read(written.text(), EmailVerdict.class)
          : EmailVerdict.unknown(address, written.text());
    }
  }
}
