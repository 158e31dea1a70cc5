package dev.prospector.adapter.store;

import static dev.prospector.adapter.store.Leads.RUN;
import static dev.prospector.adapter.store.Steps.TENANT;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.database.Schema;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Usage;
import dev.prospector.context.BusinessContext;
import dev.prospector.dossier.Dossier;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.evidence.Snapshot;
import dev.prospector.http.HttpUrl;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.lookup.Freshness;
import dev.prospector.lookup.LookUp;
import dev.prospector.lookup.SourceKind;
import dev.prospector.money.Money;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.store.AnsweredCall;
import dev.prospector.store.CallAnswer;
import dev.prospector.store.Lease;
import dev.prospector.store.RunCommit;
import dev.prospector.store.RunStore;
import dev.prospector.store.RunTerms;
import dev.prospector.store.StepCommit;
import dev.prospector.testkit.Note;
import dev.prospector.testkit.SettableClock;
import dev.prospector.tracking.remote.AgentReport;
import dev.prospector.tracking.remote.KeptReport;
import dev.prospector.tracking.remote.LeadStart;
import dev.prospector.tracking.remote.RemoteRuns;
import dev.prospector.tracking.webhook.Attempt;
import dev.prospector.tracking.webhook.DeliveryClaim;
import dev.prospector.tracking.webhook.DeliveryResult;
import dev.prospector.tracking.webhook.DeliveryState;
import dev.prospector.tracking.webhook.EndpointHealth;
import dev.prospector.tracking.webhook.EndpointId;
import dev.prospector.tracking.webhook.EndpointSettings;
import dev.prospector.tracking.webhook.PayloadFormat;
import dev.prospector.tracking.webhook.WebhookEndpoint;
import dev.prospector.tracking.webhook.WebhookMessage;
import dev.prospector.tracking.webhook.WebhookStore;
import dev.prospector.tracking.webhook.signature.WebhookSecret;
import dev.prospector.tracking.webhook.signature.WebhookSecrets;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Jdbi;

/**
 * What every frozen store holds: {@link #fill} wrote it with the version that is frozen, {@link
 * #check} reads it with all later ones. To freeze a version, run {@link #main} before its release
 * with the folder of the test's resources; what was frozen once is never written again.
 */
final class Frozen {

  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  static final RunId ENDED = RunId.of("ended");
  static final RunId REMOTE = RunId.of("remote");
  static final LeadId REPORTED = LeadId.of("reported");
  static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final String ODD = "Pão \uE000 é😀";

  private static final Reservation FREE = new Reservation("none", Leads.ACCOUNT, Usage.NONE);
  private static final RunId LATER = RunId.of("later");
  private static final RunTerms TERMS =
      RunTerms.DEFAULTS
          .withAsOf(NOW.minusSeconds(9))
          .withFreshness(Freshness.defaults().with(SourceKind.PAGES, Duration.ofDays(3)));
  private static final BusinessContext SOLD =
      BusinessContext.builder().text(BusinessContext.Text.WHAT_WE_SELL, ODD).margin(0.5).build();
  private static final CallAnswer HEARD = Leads.answer("heard", ODD);

  private Frozen() {}

  static StoreOptions options() {
    return StoreOptions.defaults().withSections(Note.KEY).withClock(new SettableClock(NOW));
  }

  static void fill(Store store) {
    store.journal().intend(TENANT, Steps.intent("call"));
    store.journal().commit(TENANT, step());
    store
        .leads()
        .save(
            TENANT,
            Lead.of(LeadId.of("kept"), Company.named(ODD)),
            Dossier.of(List.of(Note.entry(ODD))));
    store.cache().put(TENANT, "question", ODD, Duration.ofDays(365_000));
    store.suppression(KEY).add(TENANT, SuppressionList.Kind.EMAIL, "ana@a.example");
    Budget budget = store.budget(Limits.unlimited());
    budget.settle(
        budget.reserve(Leads.ACCOUNT, Usage.ofCall(Money.of("1.50", "USD"), 9)),
        Usage.ofCall(Money.of("0.25", "USD"), 7));
    budget.settle(budget.reserve(Leads.ACCOUNT, Usage.ofLead()), Usage.ofLead());
    RunStore runs = store.runs();
    Leads.accept(runs, ENDED, 2);
    runs.claim(TENANT, ENDED, 2).forEach(l -> runs.commit(Leads.end(l, 1, ODD)));
    Leads.accept(runs, RUN, 5);
    Lease begun = runs.claim(TENANT, RUN, 3L).orElseThrow();
    runs.commit(Leads.begin(begun));
    runs.commit(RunCommit.of(begun, 2, List.of()).intending(Leads.intent(begun, "heard", FREE)));
    runs.commit(
        RunCommit.of(begun, 3, List.of())
            .answering(List.of(HEARD))
            .intending(
                Leads.intent(begun, "open", budget.reserve(Leads.ACCOUNT, new Usage(null, 5, 1)))));
    runs.steer(TENANT, RUN, RunState.PAUSED);
    runs.open(TENANT, LATER, "pipeline", java.util.Map.of(), TERMS);
    store.journal().keep(TENANT, lookUp());
    runs.limits().hold(TENANT, "limit", 3, 0, 2);
    runs.limits().turn(TENANT, "pace", Duration.ofSeconds(1));
    RunId waiting = RunId.of("waiting");
    RunTerms terms = TERMS.withContext(SOLD).withLabel(new RunTerms.Label("Autumn", "run"));
    runs.queue().enqueue(TENANT, waiting, "pipeline", java.util.Map.of(), terms);
    store.contexts().save(TENANT, SOLD, "run");
    fillWebhooks(store);
    fillReports(store);
  }

  private static void fillReports(Store store) {
    RemoteRuns remote = new RemoteRuns(store.runs(), store.reports(), new SettableClock(NOW));
    remote.start(TENANT, LeadStart.of(REPORTED, REMOTE).about("https://a.example", ODD));
    remote.report(TENANT, REPORTED, report());
  }

  private static AgentReport report() {
    return AgentReport.ended("report", ODD, AgentReport.Status.SUCCESS, NOW, NOW.plusMillis(7));
  }

  private static LookUp lookUp() {
    return new LookUp(
        Steps.LEAD,
        Steps.fingerprint("looking"),
        0,
        new LookUp.Question(SourceKind.PAGES, "web", "https://a.example/" + ODD),
        LookUp.Answer.without(LookUp.Outcome.ABSENT, ODD),
        new LookUp.Made("run", NOW));
  }

  /** One delivery failed, one is out, and one waits. */
  private static void fillWebhooks(Store store) {
    WebhookStore webhooks = store.webhooks(KEY);
    webhooks.add(endpoint());
    RunId run = RunId.of("told");
    store.runs().open(TENANT, run, "pipeline", java.util.Map.of());
    store.runs().steer(TENANT, run, RunState.PAUSED);
    store.runs().steer(TENANT, run, RunState.RUNNING);
    DeliveryClaim claim = webhooks.claim(1, NOW, Duration.ofMinutes(1)).get(0);
    webhooks.settle(
        claim,
        new DeliveryResult(
            new Attempt(NOW, 500, "status 500"),
            DeliveryState.PENDING,
            NOW.plusSeconds(5),
            health -> health.failed(NOW, Duration.ofDays(5))));
    webhooks.claim(1, NOW, Duration.ofMinutes(1));
  }

  private static WebhookEndpoint endpoint() {
    return new WebhookEndpoint(
        TENANT,
        EndpointId.of("crm"),
        EndpointSettings.of(HttpUrl.parse("https://hooks.example/?key=value"))
            .withEventTypes("run.started", "run.paused", "run.resumed"),
        WebhookSecrets.of(WebhookSecret.of(new byte[32])),
        EndpointHealth.NEW);
  }

  private static StepCommit step() {
    Snapshot page = Snapshot.page("https://a.example/", "page " + ODD);
    return Steps.commit(Steps.LEAD, "frozen", "note " + ODD, page);
  }

  /** Reads what the given version wrote. */
  static void check(Store store, int version) {
    assertThat(store.journal().find(TENANT, step().inputs())).contains(step());
    assertThat(store.journal().unsettled(TENANT, "run")).hasSize(2);
    assertThat(store.leads().find(TENANT, LeadId.of("kept")).orElseThrow().dossier().find(Note.KEY))
        .contains(new Note(ODD));
    assertThat(store.cache().find(TENANT, "question")).contains(ODD);
    assertThat(store.suppression(KEY).contains(TENANT, SuppressionList.Kind.EMAIL, "ana@a.example"))
        .isTrue();
    // Before version 2 leads were not counted.
    assertThat(store.budget(Limits.unlimited()).spending(Leads.ACCOUNT).settled())
        .isEqualTo(new Usage(Money.of("0.25", "USD"), 7, 1, version < 2 ? 0 : 1));
    checkWebhooks(store.webhooks(KEY), version);
    if (version >= 5) {
      assertThat(store.reports().reports(TENANT, REMOTE, REPORTED))
          .containsExactly(new KeptReport(report(), NOW));
    }
    checkRuns(store.runs(), version);
    if (version >= 4) {
      assertThat(store.contexts().newest(TENANT).orElseThrow().context()).isEqualTo(SOLD);
      assertThat(store.runs().queue().queue().waiting())
          .singleElement()
          .satisfies(one -> assertThat(one.run().terms().context()).contains(SOLD));
    }
    if (version >= 3) {
      assertThat(store.runs().find(TENANT, LATER).orElseThrow().terms()).isEqualTo(TERMS);
      assertThat(store.journal().lookUps(TENANT, Steps.LEAD)).containsExactly(lookUp());
    }
  }

  private static void checkWebhooks(WebhookStore webhooks, int version) {
    assertThat(webhooks.find(TENANT, EndpointId.of("crm")))
        .contains(endpoint().withHealth(endpoint().health().failed(NOW, Duration.ofDays(5))));
    Instant later = NOW.plusSeconds(60);
    if (version >= 5) {
      // The run of reports is told too, it is its turn, and an ailing endpoint gets one at a time.
      DeliveryClaim remote = webhooks.claim(9, later, Duration.ofMinutes(1)).get(0);
      assertThat(remote.delivery().last()).isEmpty();
      Attempt taken = new Attempt(later, 200, "");
      webhooks.settle(
          remote, new DeliveryResult(taken, DeliveryState.DELIVERED, later, health -> health));
    }
    List<DeliveryClaim> claims = webhooks.claim(9, later.plusSeconds(1), Duration.ofMinutes(1));
    assertThat(claims).hasSize(1);
    assertThat(claims.get(0).delivery().last()).contains(new Attempt(NOW, 500, "status 500"));
    assertThat(claims.get(0).delivery().message())
        .isEqualTo(
            WebhookMessage.of(
                TENANT,
                new RunEvent.RunStarted(
                    new RunEvent.Position(RunId.of("told"), 1, NOW, Tenant.DEFAULT), "pipeline"),
                PayloadFormat.STANDARD));
  }

  private static void checkRuns(RunStore runs, int version) {
    assertThat(runs.find(TENANT, ENDED).orElseThrow().state()).isEqualTo(RunState.COMPLETED);
    assertThat(runs.results(TENANT, ENDED, 0, 10))
        .hasSize(2)
        .allMatch(r -> r.dossier().find(Note.KEY).orElseThrow().text().equals(ODD));
    // Versions before 4 told of no lead that it was accepted.
    assertThat(runs.events(TENANT, ENDED, 0, 10)).hasSize(version < 4 ? 4 : 6);
    runs.steer(TENANT, RUN, RunState.RUNNING);
    List<Lease> leases = runs.claim(TENANT, RUN, 10);
    assertThat(leases).hasSize(5);
    assertThat(leases.get(3).before().events()).hasOnlyElementsOfType(RunEvent.LeadStarted.class);
    assertThat(leases.get(3).before().openCalls()).hasSize(1);
    assertThat(runs.answered(leases.get(3), HEARD.call(), HEARD.question()))
        .contains(new AnsweredCall(HEARD.outcome(), Optional.of(HEARD.answer())));
  }

  /** Writes the stores of the version that is to be frozen into a folder. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Path file = Files.createTempDirectory("frozen").resolve("store.db");
    try (Store store = Store.sqlite(file, options())) {
      fill(store);
    }
    anonymous("jdbc:sqlite:" + file);
    write(folder.resolve("sqlite-%04d.db.gz"), Files.readAllBytes(file));
    String url = Server.fresh("frozen");
    try (Store store = Store.open(url.substring("jdbc:".length()), options())) {
      fill(store);
    }
    anonymous(url);
    String dump = scripts() + String.join("", rows(url));
    write(folder.resolve("postgresql-%04d.sql.gz"), dump.getBytes(StandardCharsets.UTF_8));
    System.exit(0);
  }

  private static String scripts() {
    return IntStream.rangeClosed(1, Schema.VERSION)
        .mapToObj(version -> Schema.script(Dialect.POSTGRESQL, version))
        .collect(joining());
  }

  /** On which machine it was written is nobody's business. */
  private static void anonymous(String url) {
    Jdbi.create(url).useHandle(h -> h.execute("update prospector_owner set machine = ''"));
  }

  private static void write(Path pattern, byte[] bytes) throws IOException {
    Path file = Path.of(pattern.toString().formatted(Schema.VERSION));
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(bytes);
    }
  }

  /** Returns a statement for each row, as the server that the tests start has no tool for it. */
  private static List<String> rows(String url) {
    return Jdbi.create(url)
        .withHandle(
            handle -> {
              List<String> statements = new ArrayList<>();
              for (String table :
                  handle
                      .createQuery(
                          "select relname from pg_class where relname like 'prospector\\_%'"
                              + " and relkind in ('r', 'p') and not relispartition"
                              + " and relname <> 'prospector_schema' order by relname")
                      .mapTo(String.class)
                      .list()) {
                handle
                    .createQuery("select row_to_json(t)::text from " + table + " t")
                    .mapTo(String.class)
                    .forEach(
                        row ->
                            statements.add(
                                "insert into %1$s select * from json_populate_record(null::%1$s, $row$%2$s$row$);%n"
                                    .formatted(table, row)));
              }
              return statements;
            });
  }
}
