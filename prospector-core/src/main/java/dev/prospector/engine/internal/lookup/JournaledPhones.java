package dev.prospector.engine.internal.lookup;

import dev.prospector.dossier.Fingerprint;
import dev.prospector.lookup.LookUp;
import dev.prospector.lookup.SourceKind;
import dev.prospector.verification.PhoneVerdict;
import dev.prospector.verification.PhoneVerifier;

/** A verifier of telephone numbers as a step sees it. */
final class JournaledPhones implements PhoneVerifier {

  private final PhoneVerifier verifier;
  private final StepLookUps lookUps;

  JournaledPhones(PhoneVerifier verifier, StepLookUps lookUps) {
    this.verifier = verifier;
    this.lookUps = lookUps;
  }

  @Override
  public PhoneVerdict verify(String number, String region) throws InterruptedException {
    if (!verifier.isConfigured()) {
      return verifier.verify(number, region); // Nobody is asked, and the verdict says so.
    }
    String question = region.isEmpty() ? number : number + " in " + region;
    return lookUps.ask(
        SourceKind.PHONE,
        verifier,
        question,
        new Form(number),
        () -> verifier.verify(number, region));
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

  private record Form(String number) implements AnswerForm<PhoneVerdict> {

    /** What asking cost was paid once, and makes no other answer. */
    @Override
    public LookUp.Answer write(PhoneVerdict verdict) {
      if (verdict.status() == PhoneVerdict.Status.UNKNOWN) {
        return LookUp.Answer.without(LookUp.Outcome.FAILED, verdict.reason());
      }
      String json = AnswerJson.write(verdict.withoutCost());
      Fingerprint content = Fingerprint.hasher().add("phone").add(json).finish();
      return new LookUp.Answer(LookUp.Outcome.FOUND, content, json, "", null);
    }

    @Override
    public PhoneVerdict read(String question, LookUp.Answer written) {
      return written.outcome() == LookUp.Outcome.FOUND
          ? AnswerJson.read(written.text(), PhoneVerdict.class)
          : PhoneVerdict.unknown(number, written.text());
    }
  }
}
