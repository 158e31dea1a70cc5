package dev.prospector.spring.internal;

import java.util.function.Consumer;

/** Looks for what is wrong with the properties, before anything is built from them. */
@FunctionalInterface
public interface ConfigurationCheck {

  /**
   * Tells every problem.
   *
   * @param problems takes a sentence that names the property and says what to do
   */
  void check(ProspectorProperties properties, Consumer<String> problems);
}
