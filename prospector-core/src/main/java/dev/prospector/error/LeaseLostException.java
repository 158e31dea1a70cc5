package dev.prospector.error;

/**
 * Somebody else works on a lead by now, so that nothing more can be written for it from here. The
 * work goes on there; there is nothing to do here but to stop.
 */
public final class LeaseLostException extends ProspectorException {

  private static final long serialVersionUID = 1;

  /** Says which lead of which run. */
  public LeaseLostException(String message) {
    super(message, null);
  }
}
