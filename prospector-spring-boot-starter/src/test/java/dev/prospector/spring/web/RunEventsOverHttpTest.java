package dev.prospector.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.event.RunId;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.spring.Boot;
import dev.prospector.spring.web.CallerResolver.Caller;
import dev.prospector.spring.web.CallerResolver.Role;
import dev.prospector.testkit.Note;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whoever follows a run over HTTP is told everything once, and nobody else anything. */
class RunEventsOverHttpTest {

  private static final Pattern ID = Pattern.compile("(?m)^id: (\\S+)$");
  private static Server server;

  /** Callers by a header, and an agent that can be held. */
  @Configuration(proxyBeanMethods = false)
  static class Host {

    static volatile CountDownLatch held = new CountDownLatch(0);

    @Bean
    CallerResolver callers() {
      return request -> {
        String tenant = request.getHeader("X-Tenant");
        String role = request.getHeader("X-Role");
        return tenant == null
            ? Optional.empty()
            : Optional.of(
                new Caller(
                    new Tenant(tenant),
                    "somebody",
                    role == null ? Role.VIEWER : Role.valueOf(role.toUpperCase(Locale.ROOT))));
      };
    }

    @Bean
    Pipeline notes() {
      return Pipeline.named("notes").add(new HeldAgent()).build();
    }
  }

  private static final class HeldAgent implements Agent<Note> {
    @Override
    public AgentSpec<Note> spec() {
      return AgentSpec.writing(Note.KEY).readingLead();
    }

    @Override
    public Note byRules(AgentInput input) throws InterruptedException {
      Host.held.await();
      return new Note(input.lead().id().value());
    }
  }

  @BeforeAll
  static void start() {
    server =
        Server.start(Host.class, "prospector.web.path=/prospector", "prospector.web.events=true");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Run run(Server server, String id, int leads) {
    List<Lead> all =
        IntStream.range(0, leads)
            .mapToObj(n -> Lead.of(LeadId.of("lead-" + n), Company.named("Example " + n)))
            .toList();
    RunOptions options =
        server
            .bean(RunOptions.class)
            .withId(RunId.of(id))
            .withTenant(new Tenant("one"))
            .forEffects();
    return server
        .bean(Prospector.class)
        .start(server.bean(Pipeline.class), all.iterator(), options);
  }

  private static void ended(String id, int leads) throws InterruptedException {
    try (Run run = run(server, id, leads)) {
      run.await();
    }
  }

  private static String path(String run) {
    return "/prospector/api/runs/" + run + "/events";
  }

  private static List<String> ids(String stream) {
    List<String> ids = new ArrayList<>();
    Matcher id = ID.matcher(stream);
    while (id.find()) {
      ids.add(id.group(1));
    }
    return ids;
  }

  @Test
  void aRunIsToldToItsEndAndTheStreamEndsWithIt() throws Exception {
    ended("whole", 5);
    HttpResponse<String> told = server.get(path("whole"), "X-Tenant", "one");
    assertThat(told.statusCode()).isEqualTo(200);
    assertThat(told.headers().firstValue("content-type").orElseThrow())
        .startsWith("text/event-stream");
    assertThat(told.body()).startsWith("retry: 2000\n\n").contains("event: pipeline_start\n");
    assertThat(told.body().split("event: lead_enrichment_end\n", -1)).hasSize(6);
    assertThat(told.body().split("event: pipeline_end\n", -1)).hasSize(2);
  }

  @Test
  void whoComesBackGoesOnAfterTheLastFrameThatHeHas() throws Exception {
    ended("again", 3);
    List<String> all = ids(server.get(path("again"), "X-Tenant", "one").body());
    for (int had = 0; had < all.size() - 1; had++) {
      String rest =
          server.get(path("again"), "X-Tenant", "one", "Last-Event-ID", all.get(had)).body();
      assertThat(ids(rest)).isEqualTo(all.subList(had + 1, all.size()));
    }
  }

  @Test
  void whoHasEverythingIsToldNotToComeAgain() throws Exception {
    ended("over", 1);
    List<String> all = ids(server.get(path("over"), "X-Tenant", "one").body());
    String last = all.get(all.size() - 1);
    assertThat(server.get(path("over"), "X-Tenant", "one", "Last-Event-ID", last).statusCode())
        .isEqualTo(204);
  }

  @Test
  void aPageOfFramesIsJson() throws Exception {
    ended("page", 2);
    HttpResponse<String> page = server.get(path("page") + "?after=0", "X-Tenant", "one");
    assertThat(page.headers().firstValue("content-type").orElseThrow())
        .startsWith("application/json");
    assertThat(page.body())
        .startsWith("{\"data\":[{")
        .contains("pipeline_end")
        .contains("\"ended\":true");
  }

  @Test
  void anotherTenantsRunIsAsUnknownAsOneThatThereIsNot() throws Exception {
    ended("private", 1);
    HttpResponse<String> foreign = server.get(path("private"), "X-Tenant", "two");
    HttpResponse<String> none = server.get(path("nothing"), "X-Tenant", "two");
    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(body(foreign, "private")).isEqualTo(body(none, "nothing"));
  }

  private static String body(HttpResponse<String> answer, String run) {
    return answer.body().replace(run, "RUN").replaceAll("\"instance\":\"[^\"]+\"", "");
  }

  @Test
  void whoIsNotKnownOrMayNotLookIsTurnedAway() throws Exception {
    ended("closed", 1);
    HttpResponse<String> unknown = server.get(path("closed"));
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(unknown.headers().firstValue("content-type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(unknown.headers().firstValue("request-id")).isPresent();
    assertThat(server.get(path("closed"), "X-Tenant", "one", "X-Role", "tracking").statusCode())
        .isEqualTo(403);
  }

  @Test
  void anIdThatNoFrameHasIsRefusedWithWhatToDo() throws Exception {
    ended("ids", 1);
    HttpResponse<String> answer =
        server.get(path("ids"), "X-Tenant", "one", "Last-Event-ID", "x\"y");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("leave it out to begin anew");
  }

  @Test
  void nothingIsMountedUnlessTheApplicationSaysSo() throws Exception {
    try (Server closed = Server.start(Host.class)) {
      assertThat(closed.get("/api/runs/x/events", "X-Tenant", "one").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void anApplicationThatEndsLetsItsFollowersGoAtOnce() throws Exception {
    Host.held = new CountDownLatch(1);
    CompletableFuture<HttpResponse<InputStream>> following;
    try (Server ending = Server.start(Host.class, "prospector.web.events=true")) {
      run(ending, "open", 1);
      following =
          Server.http()
              .sendAsync(
                  ending.at("/api/runs/open/events").header("X-Tenant", "one").build(),
                  HttpResponse.BodyHandlers.ofInputStream());
      assertThat(following.get(30, TimeUnit.SECONDS).body().read()).isEqualTo('r');
    } finally {
      Host.held.countDown();
    }
    letGo(following.get().body());
  }

  /** The connection may be closed before the answer is ended: who follows is let go either way. */
  private static void letGo(InputStream body) {
    try {
      assertThat(body.readAllBytes()).isNotNull();
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("closed");
    }
  }

  @Test
  void mountedWithoutAnybodyWhoSaysWhoAsksTheApplicationDoesNotStart() {
    new WebApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(Boot.ours()))
        .withPropertyValues("prospector.web.events=true")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("nobody says who asks")
                    .hasMessageContaining("dev.prospector.spring.web.CallerResolver"));
  }
}
