package dev.prospector.benchmark.engine;

import dev.prospector.dossier.Fingerprint;

/**
 * The fingerprints of a sequence of sixteen and nothing else: the part of Prospector's cost that
 * cannot be switched off. One thread.
 */
final class FingerprintsAlone implements Contender {

  @Override
  public String name() {
    return "Prospector's fingerprints alone, 1 thread";
  }

  @Override
  public void run(int leads) {
    Fingerprint.Hasher[] starts = starts();
    for (int i = 0; i < leads; i++) {
      Fingerprint inputs = Fingerprint.hasher().add("lead").add(i).finish();
      for (Fingerprint.Hasher start : starts) {
        inputs = start.fork().add(inputs).finish();
        Work.step();
      }
      if (inputs.hashCode() == 0 && inputs.toString().isEmpty()) {
        throw new AssertionError("keeps the hashes from being optimised away");
      }
    }
  }

  private static Fingerprint.Hasher[] starts() {
    Fingerprint.Hasher[] starts = new Fingerprint.Hasher[Work.AGENTS];
    for (int k = 0; k < starts.length; k++) {
      starts[k] = Fingerprint.hasher().add("step/1").add("section-" + k).add(1);
    }
    return starts;
  }
}
