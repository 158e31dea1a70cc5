package dev.prospector.spring;

import dev.prospector.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;

/** The pipelines that the application declares itself. */
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
}
