package dev.prospector.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.budget.Account;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Usage;
import dev.prospector.call.CallIntent;
import dev.prospector.call.CallOutcome;
import dev.prospector.context.BusinessContext;
import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.http.HttpUrl;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.lookup.LookUp;
import dev.prospector.lookup.SourceKind;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.store.ContextStore;
import dev.prospector.store.Journal;
import dev.prospector.store.LeadStore;
import dev.prospector.store.Lease;
import dev.prospector.store.QueueStore;
import dev.prospector.store.ResponseCache;
import dev.prospector.store.RunCommit;
import dev.prospector.store.RunStore;
import dev.prospector.store.RunTerms;
import dev.prospector.store.SharedLimits;
import dev.prospector.store.StepCommit;
import dev.prospector.tracking.remote.AgentReport;
import dev.prospector.tracking.remote.LeadStart;
import dev.prospector.tracking.remote.ReportStore;
import dev.prospector.tracking.webhook.DeliveryFilter;
import dev.prospector.tracking.webhook.EndpointHealth;
import dev.prospector.tracking.webhook.EndpointId;
import dev.prospector.tracking.webhook.EndpointSettings;
import dev.prospector.tracking.webhook.EndpointState;
import dev.prospector.tracking.webhook.WebhookEndpoint;
import dev.prospector.tracking.webhook.WebhookStore;
import dev.prospector.tracking.webhook.signature.WebhookSecret;
import dev.prospector.tracking.webhook.signature.WebhookSecrets;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every public method of every storage port is called in another tenant's name, with the ids that
 * the first one uses: nothing of what is stored for that one is told or changed.
 */
abstract class TenantsTest {

  private static final Tenant OTHER = new Tenant("other");

  private static final List<Class<?>> PORTS =
      List.of(
          Journal.class,
          LeadStore.class,
          ResponseCache.class,
          SuppressionList.class,
          Budget.class,
          SharedLimits.class,
          RunStore.class,
          QueueStore.class,
          ContextStore.class,
          WebhookStore.class,
          ReportStore.class);

  /** They give out other ports, or are asked by who delivers the messages of all tenants. */
  private static final Set<String> OF_NO_TENANT =
      Set.of(
          "Budget.limits",
          "Journal.unknown",
          "LeadStore.unknown",
          "SuppressionList.holdsNobody",
          "RunStore.check",
          "RunStore.journal",
          "RunStore.leads",
          "QueueStore.queue",
          "QueueStore.take",
          "RunStore.limits",
          "RunStore.list",
          "RunStore.queue",
          "RunStore.settles",
          "WebhookStore.claim",
          "WebhookStore.settle",
          "WebhookStore.release",
          "WebhookStore.removeEnded");

  private @Nullable Handle connected;
  private @Nullable Set<String> ofTenants;

  @AfterEach
  void disconnect() {
    if (connected != null) {
      connected.close();
    }
  }

  /** Opens the store of this test; again and again the same one. */
  abstract Store open(StoreOptions options);

  /** Opens a store of the same kind that has nothing to do with it. */
  abstract Store openAnother(StoreOptions options) throws Exception;

  /** Returns the address of the database itself. */
  abstract String jdbcUrl();

  @Test
  void everyStoredRowBearsItsTenant() {
    open(Frozen.options()).close();

    Set<String> without = new TreeSet<>(query(TenantsTest::tables));
    without.removeAll(query(TenantsTest::tablesWithTenant));
    assertThat(without).containsExactly("prospector_owner", "prospector_schema");
  }

  @Test
  void aTenantWalksThroughEveryPublicMethodAndMeetsNothingOfAnotherOnes() throws Exception {
    try (Store shared = open(Frozen.options());
        Store alone = openAnother(Frozen.options())) {
      Frozen.fill(shared);
      Map<String, List<String>> before = rows();
      Map<Class<?>, Object> ports = ports(shared);
      Map<Class<?>, Object> elsewhere = ports(alone);
      for (int pass = 0; pass < 2; pass++) { // In the second one it has rows of its own.
        for (Class<?> port : PORTS) {
          for (Method method : methods(port)) {
            walk(method, ports.get(port), elsewhere.get(port), before);
          }
        }
      }
    }
  }

  /** Whatever is told is what is told in a store in which the tenant is alone. */
  private void walk(
      Method method,
      @Nullable Object shared,
      @Nullable Object alone,
      Map<String, List<String>> before)
      throws Exception {
    for (Object[] values : combinations(method)) {
      String call = name(method) + Arrays.toString(values);
      assertThat(answer(shared, method, values))
          .as(call)
          .usingRecursiveComparison()
          .isEqualTo(answer(alone, method, values));
      assertThat(rows()).as(call).isEqualTo(before);
    }
  }

  private static LookUp lookUp() {
    return new LookUp(
        Steps.LEAD,
        Steps.fingerprint("frozen"),
        0,
        new LookUp.Question(SourceKind.PAGES, "web", "https://a.example/"),
        LookUp.Answer.without(LookUp.Outcome.ABSENT, "nothing"),
        new LookUp.Made("theirs", Instant.EPOCH));
  }

  /** Returns what a call gives, whether it can be made or not. */
  private static @Nullable Object answer(@Nullable Object port, Method method, Object[] values)
      throws Exception {
    try {
      Object answer = method.invoke(port, values);
      return answer instanceof Reservation granted ? granted.atMost() : answer; // Ids are drawn.
    } catch (InvocationTargetException e) {
      return String.valueOf(e.getCause());
    }
  }

  @Test
  void everyMethodThatNamesNoTenantIsKnown() {
    assertThat(PORTS.stream().flatMap(port -> Arrays.stream(port.getMethods())))
        .filteredOn(method -> !Modifier.isStatic(method.getModifiers()))
        .filteredOn(method -> !isInItsName(method))
        .extracting(TenantsTest::name)
        .containsExactlyInAnyOrderElementsOf(OF_NO_TENANT);
  }

  // ---- what is walked through

  private static Map<Class<?>, Object> ports(Store store) {
    Map<Class<?>, Object> ports = new java.util.HashMap<>();
    ports.put(ContextStore.class, store.contexts());
    ports.put(QueueStore.class, store.runs().queue());
    ports.putAll(otherPorts(store));
    return ports;
  }

  private static Map<Class<?>, Object> otherPorts(Store store) {
    return Map.of(
        Journal.class, store.journal(),
        LeadStore.class, store.leads(),
        ResponseCache.class, store.cache(),
        SuppressionList.class, store.suppression(Frozen.KEY),
        Budget.class, store.budget(Limits.unlimited()),
        SharedLimits.class, store.runs().limits(),
        RunStore.class, store.runs(),
        WebhookStore.class, store.webhooks(Frozen.KEY),
        ReportStore.class, store.reports());
  }

  /** Returns the methods of a port that are called in somebody's name, in the same order always. */
  private static List<Method> methods(Class<?> port) {
    return Arrays.stream(port.getMethods())
        .filter(TenantsTest::isInItsName)
        .sorted(Comparator.comparing(Method::toGenericString))
        .toList();
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  private static boolean isInItsName(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .anyMatch(
            Set.of(
                    Tenant.class,
                    Account.class,
                    Reservation.class,
                    Lease.class,
                    RunCommit.class,
                    WebhookEndpoint.class)
                ::contains);
  }

  private List<Object[]> combinations(Method method) {
    Map<String, List<?>> known = values();
    List<Object[]> combinations = List.<Object[]>of(new Object[0]);
    for (Type type : method.getGenericParameterTypes()) {
      List<?> values =
          Objects.requireNonNull(
              known.get(type.getTypeName()), "give this test a value of " + type.getTypeName());
      List<Object[]> longer = new ArrayList<>();
      for (Object[] begun : combinations) {
        for (Object value : values) {
          Object[] next = Arrays.copyOf(begun, begun.length + 1);
          next[begun.length] = value;
          longer.add(next);
        }
      }
      combinations = longer;
    }
    return combinations;
  }

  /** What the first tenant's rows are named by, in the name of the other one. */
  private Map<String, List<?>> values() {
    Account account = new Account(OTHER, Leads.RUN.value());
    Reservation reserved = new Reservation(reservation(), account, new Usage(null, 5, 1));
    LeadId kept = LeadId.of("kept");
    Lead lead = Leads.lead(3);
    Lease lease = new Lease(OTHER, Leads.RUN, 3, 1, lead, Lease.Unfinished.NOTHING, true);
    EndpointId crm = EndpointId.of("crm");
    Map<String, List<?>> values = new TreeMap<>();
    values.put("int", List.of(10));
    values.put("long", List.of(0L, 3L));
    values.put(name(String.class), List.of("run", "call", "open", "question", "limit", "pace", ""));
    values.put(name(Instant.class), List.of(Frozen.NOW));
    values.put(name(Duration.class), List.of(Duration.ofHours(1)));
    values.put(name(Tenant.class), List.of(OTHER));
    values.put(name(Account.class), List.of(account));
    values.put(name(Usage.class), List.of(new Usage(null, 1, 1)));
    values.put(name(Reservation.class), List.of(reserved));
    values.put(name(RunId.class), List.of(Leads.RUN, Frozen.ENDED, Frozen.REMOTE));
    values.put(name(RunState.class), List.of(RunState.RUNNING, RunState.CANCELLED));
    values.put(name(Lease.class), List.of(lease));
    values.put("java.util.List<" + name(Lease.class) + ">", List.of(List.of(lease), List.of()));
    values.put(name(RunCommit.class), List.of(Leads.begin(lease), Leads.end(lease, 9, "theirs")));
    values.put(name(LeadId.class), List.of(kept, Steps.LEAD, lead.id(), Frozen.REPORTED));
    values.put(name(Lead.class), List.of(lead));
    values.put(name(Dossier.class), List.of(Dossier.of(List.of())));
    values.put(name(Fingerprint.class), List.of(Steps.fingerprint("frozen")));
    values.put(name(StepCommit.class), List.of(Steps.commit(Steps.LEAD, "frozen", "theirs")));
    values.put(name(CallIntent.class), List.of(Steps.intent("call")));
    values.put(name(BusinessContext.class), List.of(BusinessContext.empty()));
    values.put(
        name(CallOutcome.class),
        List.of(new CallOutcome("call", CallOutcome.Ending.FAILED, Usage.NONE)));
    values.put(name(SuppressionList.Kind.class), List.of(SuppressionList.Kind.EMAIL));
    values.put(name(EndpointId.class), List.of(crm));
    values.put(name(DeliveryFilter.class), List.of(DeliveryFilter.to(crm)));
    values.put(name(WebhookEndpoint.class), List.of(endpoint(crm)));
    putReports(values);
    putGeneric(values, lead);
    return values;
  }

  private static void putReports(Map<String, List<?>> values) {
    values.put(name(Limits.class), List.of(Limits.unlimited()));
    values.put(name(RunTerms.class), List.of(RunTerms.DEFAULTS));
    values.put(name(LookUp.class), List.of(lookUp()));
    values.put(name(LeadStart.class), List.of(LeadStart.of(Frozen.REPORTED, Frozen.REMOTE)));
    values.put(
        name(AgentReport.class), List.of(AgentReport.started("report", "theirs", Frozen.NOW)));
  }

  private static void putGeneric(Map<String, List<?>> values, Lead lead) {
    String webhooks = WebhookStore.class.getPackageName();
    UnaryOperator<WebhookEndpoint> disabled =
        endpoint -> endpoint.withHealth(EndpointHealth.NEW.in(EndpointState.DISABLED_BY_OWNER));
    RunEvent event =
        new RunEvent.RunPaused(
            new RunEvent.Position(RunId.of("told"), 2, Frozen.NOW, Tenant.DEFAULT));
    values.put("java.util.Map<java.lang.String, java.lang.String>", List.of(Map.of()));
    values.put("java.util.List<" + name(Lead.class) + ">", List.of(List.of(lead)));
    values.put("java.util.List<" + name(RunEvent.class) + ">", List.of(List.of(event)));
    values.put(
        "java.util.Optional<" + name(RunId.class) + ">",
        List.of(Optional.empty(), Optional.of(Leads.RUN)));
    values.put("java.util.Optional<" + webhooks + ".Delivery>", List.of(Optional.empty()));
    values.put(
        "java.util.function.UnaryOperator<" + name(WebhookEndpoint.class) + ">", List.of(disabled));
  }

  private static String name(Class<?> type) {
    return type.getName();
  }

  private static WebhookEndpoint endpoint(EndpointId id) {
    return new WebhookEndpoint(
        OTHER,
        id,
        EndpointSettings.of(HttpUrl.parse("https://theirs.example/")),
        WebhookSecrets.of(WebhookSecret.of(new byte[32])),
        EndpointHealth.NEW);
  }

  // ---- what is stored

  private String reservation() {
    return query(
        handle ->
            handle
                .createQuery("select id from prospector_reservation where tenant = ?")
                .bind(0, Steps.TENANT.id())
                .mapTo(String.class)
                .first());
  }

  /** Returns all rows of the first tenant, by table. */
  private Map<String, List<String>> rows() {
    return query(
        handle -> {
          if (ofTenants == null) {
            ofTenants = tablesWithTenant(handle);
          }
          Map<String, List<String>> rows = new TreeMap<>();
          for (String table : ofTenants) {
            rows.put(
                table,
                handle
                    .createQuery("select * from " + table + " where tenant = ?")
                    .bind(0, Steps.TENANT.id())
                    .map((row, context) -> text(row))
                    .stream()
                    .sorted()
                    .toList());
          }
          return rows;
        });
  }

  private static String text(ResultSet row) throws SQLException {
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      Object value = row.getObject(i);
      values.add(value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value));
    }
    return values.toString();
  }

  private static Set<String> tables(Handle handle) throws SQLException {
    String[] types = {"TABLE", "PARTITIONED TABLE"};
    return names(handle.getConnection().getMetaData().getTables(null, null, "prospector%", types));
  }

  private static Set<String> tablesWithTenant(Handle handle) throws SQLException {
    return names(
        handle.getConnection().getMetaData().getColumns(null, null, "prospector%", "tenant"));
  }

  private static Set<String> names(ResultSet result) throws SQLException {
    Set<String> names = new TreeSet<>();
    try (result) {
      while (result.next()) {
        names.add(result.getString("TABLE_NAME"));
      }
    }
    return names;
  }

  /** Asks over one connection: thousands of calls are looked at, and each would open its own. */
  private <R> R query(HandleCallback<R, SQLException> query) {
    if (connected == null) {
      connected = Jdbi.create(jdbcUrl()).open();
    }
    try {
      return query.withHandle(connected);
    } catch (SQLException e) {
      throw new AssertionError("the database cannot be asked", e);
    }
  }
}
