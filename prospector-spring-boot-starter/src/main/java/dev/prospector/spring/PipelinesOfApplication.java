package dev.prospector.spring;

import dev.prospector.error.ConfigurationException;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.tracking.remote.RemoteRuns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ListableBeanFactory;

/** The pipelines that the application declares itself, and the one that ships. */
final class PipelinesOfApplication {

  private final ListableBeanFactory beans;
  private final String shipped;

  PipelinesOfApplication(ListableBeanFactory beans, String shipped) {
    this.beans = beans;
    this.shipped = shipped;
  }

  /** Returns them in the order of their names' declaration, without the one that ships. */
  List<Pipeline> pipelines() {
    List<Pipeline> own = new ArrayList<>();
    for (String name : beans.getBeanNamesForType(Pipeline.class)) {
      if (!name.equals(shipped)) {
        own.add(beans.getBean(name, Pipeline.class));
      }
    }
    return own;
  }

  /**
   * Returns every pipeline whose stored runs can be worked on here, each under a name of its own:
   * one of the application takes the place of the one that ships under the same name.
   *
   * @throws ConfigurationException if two of the application have one name, or one has the name of
   *     reported runs
   */
  List<Pipeline> all() {
    Map<String, Pipeline> named = named();
    if (beans.containsBean(shipped)) {
      Pipeline standard = beans.getBean(shipped, Pipeline.class);
      named.putIfAbsent(standard.name(), standard);
    }
    return List.copyOf(named.values());
  }

  /** Throws what {@link #all} does, and makes nothing of what ships. */
  void check() {
    Map<String, Pipeline> unused = named();
  }

  private Map<String, Pipeline> named() {
    Map<String, Pipeline> named = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (Pipeline one : pipelines()) {
      if (one.name().equals(RemoteRuns.PIPELINE)) {
        problems.add("pipeline 'remote' has the name of reported runs: give it another one");
      } else if (named.put(one.name(), one) != null) {
        problems.add("two pipelines are named '" + one.name() + "': rename one of them");
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException("Prospector", problems);
    }
    return named;
  }
}
