package dev.prospector.error;

import java.util.List;

/** The program is put together wrongly: correct every problem listed, then start again. */
public final class ConfigurationException extends ProspectorException {

  private static final long serialVersionUID = 1;

  private final List<String> problems;

  /**
   * Collects all problems found at once.
   *
   * @param what what could not be built, such as {@code pipeline 'standard'}
   * @param problems one sentence each, at least one
   */
  public ConfigurationException(String what, List<String> problems) {
    super(what + " cannot be built:\n  - " + String.join("\n  - ", problems), null);
    this.problems = List.copyOf(problems);
  }

  /** Returns every problem, in the order found. */
  public List<String> problems() {
    return problems;
  }
}
