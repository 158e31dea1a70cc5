package dev.prospector.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.context.BusinessContext;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.spring.Boot;
import dev.prospector.spring.web.CallerResolver.Caller;
import dev.prospector.spring.web.CallerResolver.Role;
import dev.prospector.store.RunStore;
import dev.prospector.store.StoredRun;
import dev.prospector.testkit.Note;
import dev.prospector.tracking.frame.StreamRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs that are started and told in one answer, over real HTTP. */
class StreamingRunOverHttpTest {

  private static final String PATH = "/prospector/api/v2/execute_streaming_prospect";
  private static final Tenant ONE = new Tenant("one");
  private static final Pattern FRAME = Pattern.compile("id: (\\S+)\nevent: (\\S+)\ndata: (.*)\n\n");
  private static Server server;

  /** A frame as it came. */
  private record Told(String id, String name, String data) {}

  /** Companies by the words of the query, and an agent that can be held by the run's query. */
  @Configuration(proxyBeanMethods = false)
  static class Host {

    static final Map<String, CountDownLatch> HELD = new ConcurrentHashMap<>();
    static final AtomicInteger ASKED = new AtomicInteger();

    @Bean
    CallerResolver callers() {
      return request ->
          Optional.ofNullable(request.getHeader("Authorization"))
              .map(token -> token.split(":"))
              .map(t -> new Caller(new Tenant(t[0]), "ana", Role.valueOf(t[1])));
    }

    @Bean
    StreamedLeads leads() {
      return wanted -> {
        ASKED.incrementAndGet();
        String name = wanted.query().orElse(wanted.context().toString());
        return companies(name).iterator();
      };
    }

    static Stream<Lead> companies(String name) {
      return IntStream.iterate(0, n -> n + 1)
          .mapToObj(n -> Lead.of(LeadId.of(name + "-" + n), Company.named(name + " " + n)));
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
      String lead = input.lead().id().value();
      CountDownLatch held = Host.HELD.get(lead.substring(0, lead.lastIndexOf('-')));
      if (held != null) {
        held.await();
      }
      return new Note(lead);
    }
  }

  @BeforeAll
  static void start() {
    server =
        Server.start(
            Host.class, "prospector.web.path=/prospector", "prospector.web.streaming=true");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpRequest.Builder post(String body, String... headers) {
    HttpRequest.Builder request =
        server
            .at(PATH)
            .header("Authorization", "one:MEMBER")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static String body(String job, String query, int leads) {
    return "{\"user_id\":\"u-7\",\"job_id\":\""
        + job
        + "\",\"user_search_query\":\""
        + query
        + "\",\"max_leads\":"
        + leads
        + "}";
  }

  private static List<Told> frames(String stream) {
    List<Told> frames = new ArrayList<>();
    Matcher frame = FRAME.matcher(stream);
    while (frame.find()) {
      frames.add(new Told(frame.group(1), frame.group(2), frame.group(3)));
    }
    return frames;
  }

  private static void requireEachEndOnce(List<Told> frames, int leads) {
    assertThat(frames).extracting(Told::id).doesNotHaveDuplicates();
    assertThat(frames).filteredOn(f -> f.name().equals("lead_generated")).hasSize(leads);
    assertThat(frames)
        .filteredOn(f -> f.name().equals("lead_enrichment_end"))
        .extracting(f -> f.data().replaceFirst(".*\"lead_id\":\"([^\"]+)\".*", "$1"))
        .hasSize(leads)
        .doesNotHaveDuplicates();
    assertThat(frames).filteredOn(f -> f.name().equals("pipeline_end")).hasSize(1);
    assertThat(frames.get(frames.size() - 1).name()).isEqualTo("pipeline_end");
  }

  private static StoredRun stored(String job) {
    return server.bean(RunStore.class).find(ONE, RunId.of(job)).orElseThrow();
  }

  @Test
  void aRunIsStartedAndToldToItsEndInOneAnswer() throws Exception {
    HttpResponse<String> told = Server.send(post(body("whole", "bakers", 4)));
    assertThat(told.statusCode()).isEqualTo(200);
    assertThat(told.headers().firstValue("content-type").orElseThrow())
        .startsWith("text/event-stream");
    List<Told> frames = frames(told.body());
    requireEachEndOnce(frames, 4);
    assertThat(frames.get(0).name()).isEqualTo("pipeline_start");
    assertThat(frames.get(0).data())
        .contains("\"job_id\":\"whole\"", "\"run_id\":\"whole\"", "\"tenant\":\"one\"")
        .contains("\"user_id\":\"u-7\"", "\"event_type\":\"pipeline_start\"");
    assertThat(stored("whole").terms().label().person()).isEqualTo("ana");
    assertThat(stored("whole").terms().label().title()).isEqualTo("bakers");
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aClientThatLeavesInTheMiddleStopsNothingAndGoesOnWhereItWas() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    Host.HELD.put("smiths", held);
    String body = body("left", "smiths", 6);
    HttpResponse<InputStream> open =
        Server.http().send(post(body).build(), HttpResponse.BodyHandlers.ofInputStream());
    List<Told> had = read(open, 3);
    assertThat(stored("left").state()).isEqualTo(RunState.RUNNING);
    int asked = Host.ASKED.get();
    held.countDown();
    List<Told> all = new ArrayList<>(had);
    HttpResponse<String> again =
        Server.send(post(body, "Last-Event-ID", had.get(had.size() - 1).id()));
    all.addAll(frames(again.body()));
    requireEachEndOnce(all, 6);
    assertThat(Host.ASKED).hasValue(asked);
    String last = all.get(all.size() - 1).id();
    assertThat(Server.send(post(body, "Last-Event-ID", last)).statusCode()).isEqualTo(204);
    assertThat(frames(Server.send(post(body)).body())).isEqualTo(all);
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aRunThatIsCancelledEndsEachLeadOnceAndThenItself() throws Exception {
    Host.HELD.put("coopers", new CountDownLatch(1));
    String body = body("cancelled", "coopers", 40);
    HttpResponse<InputStream> open =
        Server.http().send(post(body).build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream stream = open.body()) {
      assertThat(stream.read()).isEqualTo('r');
      while (stored("cancelled").leads().accepted() < 40) {
        Thread.onSpinWait();
      }
      server
          .bean(Prospector.class)
          .active()
          .forEach(
              run -> {
                if (run.id().equals(RunId.of("cancelled"))) {
                  run.cancel();
                }
              });
      List<Told> frames =
          frames(new String(stream.readAllBytes(), StandardCharsets.UTF_8).substring(13));
      requireEachEndOnce(frames, 40);
      assertThat(frames.get(frames.size() - 1).data()).contains("CANCELLED");
    }
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aRunThatAProcessLeftInTheMiddleOfItsInputGoesOnWhenItIsAskedForAgain() throws Exception {
    String body = body("crash", "millers", 6);
    String request = StreamRequest.parse("", body.getBytes(StandardCharsets.UTF_8)).fingerprint();
    RunStore runs = server.bean(RunStore.class);
    StoredRun left =
        runs.open(ONE, RunId.of("crash"), "notes", Map.of("streaming-request", request));
    long accepted = runs.accept(ONE, left.id(), 0, Host.companies("millers").limit(3).toList());
    assertThat(accepted).isEqualTo(3);
    requireEachEndOnce(frames(Server.send(post(body)).body()), 6);
    assertThat(stored("crash").leads().complete()).isTrue();
  }

  /** Reads so many frames or a few more, and leaves. */
  private static List<Told> read(HttpResponse<InputStream> open, int frames) throws IOException {
    List<Told> had = List.of();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(open.body(), StandardCharsets.UTF_8))) {
      StringBuilder text = new StringBuilder();
      while (had.size() < frames) {
        text.append(Objects.requireNonNull(lines.readLine(), "the stream ended")).append('\n');
        had = frames(text.toString());
      }
    }
    return had;
  }

  @Test
  void aJobThatWasAskedForOtherwiseIsRefused() throws Exception {
    String body = body("twice", "tailors", 1);
    assertThat(Server.send(post(body)).statusCode()).isEqualTo(200);
    HttpResponse<String> other = Server.send(post(body("twice", "weavers", 1)));
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("\"field\":\"job_id\"").contains("asked for otherwise");
    HttpResponse<String> elsewhere =
        Server.send(
            server
                .at(PATH)
                .header("Authorization", "two:OWNER")
                .POST(HttpRequest.BodyPublishers.ofString(body("twice", "weavers", 1))));
    assertThat(elsewhere.statusCode()).isEqualTo(200);
  }

  @Test
  void theContextOfTheRequestIsThatOfTheRun() throws Exception {
    String body =
        "{\"user_id\":\"u\",\"job_id\":\"own\",\"user_search_query\":\"x\",\"max_leads\":1,"
            + "\"business_context\":{\"what_we_sell\":\"Tyres\"}}";
    assertThat(Server.send(post(body)).statusCode()).isEqualTo(200);
    assertThat(
            stored("own").terms().context().orElseThrow().text(BusinessContext.Text.WHAT_WE_SELL))
        .isEqualTo("Tyres");
    HttpResponse<String> wrong =
        Server.send(post(body.replace("own", "other").replace("what_we_sell", "we_sell")));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("\"field\":\"business_context\"").contains("we_sell");
  }

  @Test
  void wrongRequestsStartNothing() throws Exception {
    assertThat(Server.send(post("{")).statusCode()).isEqualTo(400);
    HttpResponse<String> wrong =
        Server.send(post("{\"job_id\":7,\"max_leads\":1.5,\"business_context\":[],\"x\":1}"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("\"field\":\"job_id\"", "\"field\":\"user_id\"", "\"field\":\"max_leads\"")
        .contains("\"field\":\"business_context\"", "\"field\":\"x\"");
    assertThat(Server.send(post(" ".repeat(262_145))).statusCode()).isEqualTo(413);
    assertThat(Server.send(post("x", "Content-Type", "text/plain")).statusCode()).isIn(400, 415);
    HttpResponse<String> place = Server.send(post(body("none", "y", 1), "Last-Event-ID", "z"));
    assertThat(place.statusCode()).isEqualTo(422);
    assertThat(server.bean(RunStore.class).find(ONE, RunId.of("none"))).isEmpty();
    HttpResponse<String> get = server.get(PATH, "Authorization", "one:MEMBER");
    assertThat(get.statusCode()).isEqualTo(405);
    assertThat(get.headers().firstValue("allow")).contains("POST");
  }

  @Test
  void whoMayNotStartRunsIsTurnedAway() throws Exception {
    String body = body("closed", "y", 1);
    for (String who : List.of("one:VIEWER", "one:TRACKING")) {
      HttpRequest.Builder request =
          server
              .at(PATH)
              .header("Authorization", who)
              .POST(HttpRequest.BodyPublishers.ofString(body));
      assertThat(Server.send(request).statusCode()).as(who).isEqualTo(403);
    }
    HttpRequest.Builder nobody = server.at(PATH).POST(HttpRequest.BodyPublishers.ofString(body));
    assertThat(Server.send(nobody).statusCode()).isEqualTo(401);
    assertThat(server.bean(RunStore.class).find(ONE, RunId.of("closed"))).isEmpty();
  }

  @Test
  void mountedWithoutCompaniesTheApplicationDoesNotStart() {
    new WebApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(Boot.ours()))
        .withBean(CallerResolver.class, () -> request -> Optional.empty())
        .withPropertyValues("prospector.web.streaming=true")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("nothing says on which companies its runs work"));
  }
}
