package dev.prospector.error;

import java.util.List;

/** A model's answer does not have the form that was asked for; the text never takes its place. */
public final class MalformedAnswerException extends ProspectorException {

  private static final long serialVersionUID = 1;

  private final String rawText;
  private final List<String> violations;

  /**
   * Keeps the answer with what is wrong about it.
   *
   * @param rawText the answer as received; not part of the message, since it may hold personal data
   * @param violations one sentence each, at least one
   */
  public MalformedAnswerException(String rawText, List<String> violations) {
    super("malformed answer: " + String.join("; ", violations), null);
    this.rawText = rawText;
    this.violations = List.copyOf(violations);
  }

  /** Returns the answer as received. */
  public String rawText() {
    return rawText;
  }

  /** Returns what is wrong with it. */
  public List<String> violations() {
    return violations;
  }
}
