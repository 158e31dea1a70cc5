package dev.prospector.cli.doctor;

/** Lists the ports of the library that this program leaves empty. */
public final class NotConfigured {

  private NotConfigured() {}

  public static void model(Diagnosis diagnosis) {
    diagnosis.note(
        "model",
        "none: every section is written by rules",
        "give one with --model PROVIDER:NAME, its key in the environment");
  }

  public static void store(Diagnosis diagnosis) {
    diagnosis.note(
        "store",
        "none given: a run ends with its process",
        "with --store sqlite:FILE it is kept, and 'resume' goes on with it");
  }
}
