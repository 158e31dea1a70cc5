package dev.prospector.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything Prospector throws. Each kind answers what the caller can do now; no
 * message holds a secret.
 */
public abstract sealed class ProspectorException extends RuntimeException
    permits BudgetRefusedException,
        ConfigurationException,
        InputException,
        InterruptedWorkException,
        LeaseLostException,
        LostAnswerException,
        MalformedAnswerException,
        PortException,
        RequestException,
        RunException,
        UndecidedCallException {

  private static final long serialVersionUID = 1;

  ProspectorException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
