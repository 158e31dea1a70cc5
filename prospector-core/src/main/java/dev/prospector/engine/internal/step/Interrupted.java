package dev.prospector.engine.internal.step;

/** A try was interrupted because some time was over or the run was cancelled. */
final class Interrupted extends Exception {

  private static final long serialVersionUID = 1;

  Interrupted(String cause) {
    super(cause, null, false, false);
  }

  String cause() {
    return String.valueOf(getMessage());
  }
}
