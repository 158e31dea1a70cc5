package dev.prospector.spring.web;

import dev.prospector.Prospector;
import dev.prospector.adapter.context.BusinessContexts;
import dev.prospector.candidate.CandidateStore;
import dev.prospector.context.BusinessContext;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.run.RunOptions;
import dev.prospector.spring.internal.ConditionalOnProspector;
import dev.prospector.store.ContextStore;
import dev.prospector.store.RunStore;
import dev.prospector.web.PageSource;
import dev.prospector.web.WebSearch;
import jakarta.servlet.Servlet;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.DispatcherServlet;

/** The streaming run, where the application mounts it. */
@AutoConfiguration(after = ProspectorMountAutoConfiguration.class)
@ConditionalOnProspector
@ConditionalOnProperty("prospector.web.streaming")
@ConditionalOnClass({
  BusinessContexts.class,
  Servlet.class,
  DispatcherServlet.class,
  HttpRequestHandler.class
})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
final class ProspectorStreamAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnBean(WebSearch.class)
  StreamedLeads prospectorStreamedLeads(
      WebSearch search,
      ObjectProvider<PageSource> pages,
      CandidateStore candidates,
      RunStore runs,
      ObjectProvider<SuppressionList> suppressed) {
    Optional<SuppressionList> list = Optional.ofNullable(suppressed.getIfAvailable());
    return new SearchedLeads(
        search,
        pages.getIfAvailable(PageSource::none),
        new SearchedLeads.Kept(candidates, runs.leads(), list));
  }

  @Bean
  StartStream prospectorStartStream(
      Prospector prospector, RunStore runs, ContextStore contexts, StartStream.Work work) {
    return new StartStream(prospector, new StartStream.Storage(runs, contexts), work);
  }

  @Bean
  StartStream.Work prospectorStreamedWork(
      Pipeline pipeline,
      RunOptions options,
      ObjectProvider<BusinessContext> context,
      StreamedLeads leads) {
    return new StartStream.Work(
        pipeline, options, context.getIfAvailable(BusinessContext::empty), leads);
  }

  @Bean
  MountedAt prospectorStreamingRun(CallerResolver callers, StartStream start, FollowRun follow) {
    Mounted.Right right = new Mounted.Right("start runs", CallerResolver.Role::mayWork);
    StreamNewRun stream = new StreamNewRun(start, follow, ProspectorMountAutoConfiguration.IDS);
    return new MountedAt(
        List.of("/api/v2/execute_streaming_prospect"),
        new Mounted(callers, ProspectorMountAutoConfiguration.IDS, right, stream));
  }
}
