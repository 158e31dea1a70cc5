package dev.prospector.spring.web;

import dev.prospector.spring.internal.BackgroundThreads;
import dev.prospector.spring.internal.ConditionalOnProspector;
import dev.prospector.spring.internal.ConfigurationCheck;
import dev.prospector.spring.internal.ProspectorProperties;
import dev.prospector.store.RunStore;
import dev.prospector.tracking.frame.RunFrames;
import dev.prospector.tracking.frame.StreamRun;
import dev.prospector.tracking.remote.RemoteRuns;
import dev.prospector.tracking.remote.ReportStore;
import dev.prospector.tracking.remote.http.RemoteRunsEndpoint;
import dev.prospector.tracking.subscription.EventSubscriptions;
import dev.prospector.tracking.webhook.signature.WebhookSecret;
import dev.prospector.tracking.webhook.signature.WebhookVerifier;
import jakarta.servlet.Servlet;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** What the application mounts in its web server; nothing unless it says so. */
@AutoConfiguration(
    afterName = {
      "dev.prospector.spring.ProspectorAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
      "org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
    })
@ConditionalOnProspector
@ConditionalOnClass({Servlet.class, DispatcherServlet.class, HttpRequestHandler.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
final class ProspectorMountAutoConfiguration {

  static final Supplier<String> IDS = () -> UUID.randomUUID().toString();
  private static final int REMEMBERED_WEBHOOKS = 100_000;

  /** After the application's controllers, before its static files. */
  private static final int ORDER = 100;

  @Bean
  ConfigurationCheck prospectorMountCheck(ListableBeanFactory beans) {
    return new CheckMounts(beans);
  }

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnBean(type = "org.springframework.security.web.SecurityFilterChain")
  CallerResolver prospectorCallers() {
    return new SecuredCallers();
  }

  @Bean
  SimpleUrlHandlerMapping prospectorMountedRequests(
      ProspectorProperties properties, ObjectProvider<MountedAt> mounted) {
    Map<String, HttpRequestHandler> handlers = new LinkedHashMap<>();
    mounted
        .orderedStream()
        .forEach(
            one ->
                one.patterns()
                    .forEach(at -> handlers.put(properties.web().path() + at, one.handler())));
    return new SimpleUrlHandlerMapping(handlers, ORDER);
  }

  @Bean
  Followers prospectorFollowers(Environment environment, ProspectorProperties properties) {
    return new Followers(
        new BackgroundThreads(environment, "prospector-follower-", properties.web().followers()));
  }

  @Bean
  @Lazy
  @ConditionalOnMissingBean
  RunFrames prospectorFrames(RunStore runs) {
    return new RunFrames(runs);
  }

  @Bean
  @Lazy
  FollowRun prospectorFollowRun(
      RunStore runs, RunFrames frames, EventSubscriptions news, Followers followers) {
    return new FollowRun(runs, frames, new StreamRun(frames, news), followers, IDS);
  }

  @Bean
  @ConditionalOnProperty("prospector.web.events")
  MountedAt prospectorRunEvents(CallerResolver callers, FollowRun follow) {
    Mounted.Right right = new Mounted.Right("look at runs", CallerResolver.Role::mayLook);
    return new MountedAt(
        List.of("/api/runs/{id}/events"), new Mounted(callers, IDS, right, follow));
  }

  @Bean
  @Lazy
  @ConditionalOnMissingBean
  RemoteRuns prospectorRemoteRuns(RunStore runs, ReportStore reports) {
    return new RemoteRuns(runs, reports, Clock.systemUTC());
  }

  @Bean
  @ConditionalOnProperty("prospector.web.tracking")
  MountedAt prospectorTracking(
      CallerResolver callers, RemoteRuns remote, ProspectorProperties properties) {
    Mounted.Right right =
        new Mounted.Right("report the work of agents", CallerResolver.Role::mayReport);
    RemoteRunsEndpoint endpoint = new RemoteRunsEndpoint(remote);
    TakeReports take = new TakeReports(endpoint, properties.web().path(), IDS);
    return new MountedAt(
        List.of("/api/lead/**", "/api/run/{id}/status", "/metrics"),
        new Mounted(callers, IDS, right, take));
  }

  @Bean
  @ConditionalOnProperty("prospector.web.receiver.secret")
  MountedAt prospectorWebhookReceiver(ProspectorProperties properties, WebhookReceiver receiver) {
    WebhookSecret secret = WebhookSecret.parse(properties.web().receiver().secret());
    WebhookVerifier verifier =
        WebhookVerifier.of(secret, Clock.systemUTC()).rememberingIds(REMEMBERED_WEBHOOKS);
    return new MountedAt(
        List.of("/api/webhooks/receive"), new ReceiveWebhook(verifier, receiver, IDS));
  }

  @Bean
  @ConditionalOnProperty("prospector.web.problem-details")
  ProspectorProblemAdvice prospectorProblemAdvice() {
    return new ProspectorProblemAdvice();
  }
}
