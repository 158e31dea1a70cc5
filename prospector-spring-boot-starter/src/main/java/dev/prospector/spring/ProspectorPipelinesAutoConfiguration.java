package dev.prospector.spring;

import dev.prospector.agent.Agent;
import dev.prospector.agents.Pipelines;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.spring.internal.ConditionalOnProspector;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Lazy;

/** The pipeline that ships, with the application's own agents in it. */
@AutoConfiguration
@ConditionalOnProspector
final class ProspectorPipelinesAutoConfiguration {

  private static final String STANDARD = "standardPipeline";

  /**
   * Each agent of the application joins, in the place of the one that writes the same section; but
   * for those that stand in a pipeline of the application already. Made when it is first used,
   * since there are many agents.
   */
  @Bean(STANDARD)
  @Lazy
  @Fallback
  @ConditionalOnMissingBean(name = STANDARD)
  Pipeline standardPipeline(ObjectProvider<Agent<?>> agents, PipelinesOfApplication own) {
    Set<Agent<?>> placed = Collections.newSetFromMap(new IdentityHashMap<>());
    own.pipelines().forEach(pipeline -> placed.addAll(pipeline.agents()));
    List<Agent<?>> joining =
        agents.orderedStream().filter(agent -> !placed.contains(agent)).toList();
    if (joining.isEmpty()) {
      return Pipelines.standard();
    }
    Pipeline.Builder builder = Pipelines.standard().toBuilder("standard");
    joining.forEach(builder::replace);
    return builder.build();
  }

  @Bean
  static PipelinesOfApplication prospectorPipelinesOfApplication(
      org.springframework.beans.factory.ListableBeanFactory beans) {
    return new PipelinesOfApplication(beans, STANDARD);
  }
}
