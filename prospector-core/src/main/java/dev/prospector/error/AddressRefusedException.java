package dev.prospector.error;

/** A policy does not allow connections to where a host lies; nothing was sent. */
public final class AddressRefusedException extends PortException {

  private static final long serialVersionUID = 1;

  private final String objection;

  /**
   * Says which port was to connect, and what spoke against it.
   *
   * @param port the name of what was to connect
   * @param what where to, without secrets
   * @param objection what the policy said
   */
  public AddressRefusedException(String port, String what, String objection) {
    super(port, what + " was not sent: " + objection, RetryAdvice.never());
    this.objection = objection;
  }

  /** Returns what the policy said, such as {@code the host is not on the public internet}. */
  public String objection() {
    return objection;
  }
}
