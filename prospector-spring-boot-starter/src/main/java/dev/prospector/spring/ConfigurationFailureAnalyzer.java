package dev.prospector.spring;

import dev.prospector.error.ConfigurationException;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells what is wrong with the application's configuration, all of it, in place of a trace. */
final class ConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<ConfigurationException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, ConfigurationException cause) {
    String problems =
        cause.problems().stream()
            .map(problem -> "  - " + problem)
            .collect(Collectors.joining(System.lineSeparator()));
    return new FailureAnalysis(
        "Prospector cannot be set up:" + System.lineSeparator() + problems,
        "Correct what is listed, each as its line says, and start again.",
        root);
  }
}
