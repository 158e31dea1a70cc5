package dev.prospector.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.prospector.Prospector;
import dev.prospector.adapter.store.internal.database.EarlyLockRelease;
import dev.prospector.budget.Account;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Spending;
import dev.prospector.call.Effect;
import dev.prospector.event.EventSink;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunState;
import dev.prospector.lead.Tenant;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.simulation.LedgerModel;
import dev.prospector.store.StoredRun;
import dev.prospector.testkit.Note;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whole runs on a real server whose connections are lost, in the middle of whatever they do. */
@Timeout(120)
class CutConnectionsTest {

  private static final int LEADS = 400;
  private static final int AT_A_TIME = 16;
  private static final int EVENTS_BETWEEN_CUTS = 100;
  private static final int COMMITS_BETWEEN_LOSSES = 5;
  private static final StoreOptions OPTIONS = StoreOptions.defaults().withSections(Note.KEY);

  private final LedgerModel provider = LedgerModel.of(Effect.READ);
  private final AtomicInteger commits = new AtomicInteger();
  private final AtomicInteger losses = new AtomicInteger();

  @Test
  void aRunEndsAsEverHoweverOftenTheServerCutsItsConnections() throws Exception {
    try (Store store = Store.open(Server.fresh("cut"), OPTIONS)) {
      check(store, this::cut);
    }
  }

  private void cut(RunEvent event) {
    if (event.position().number() % EVENTS_BETWEEN_CUTS == 0) {
      losses.incrementAndGet();
      try {
        Server.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'cut'");
      } catch (SQLException e) {
        throw new IllegalStateException("the server cannot be told to cut", e);
      }
    }
  }

  @Test
  void aRunEndsAsEverThoughTheServerCommitsAndNobodyHearsOfIt() throws Exception {
    try (HikariDataSource pool = new HikariDataSource()) {
      pool.setJdbcUrl(Server.fresh("unheard"));
      try (Store store = Store.open(losingCommits(pool), OPTIONS)) {
        commits.set(0);
        check(store, event -> {});
      }
    }
  }

  private void check(Store store, EventSink sink) throws InterruptedException {
    Budget budget = store.budget(Spender.limits(2 * LEADS));
    Prospector prospector =
        Prospector.builder().runs(store.runs()).model(provider, budget).sink(sink).build();
    RunOptions options = RunOptions.defaults().withId(Spender.RUN).withConcurrency(AT_A_TIME);
    try (Run run = prospector.start(Spender.pipeline(), Spender.leads(LEADS), options)) {
      assertThat(run.await().state()).isEqualTo(RunState.COMPLETED);
    }

    StoredRun stored = store.runs().find(Tenant.DEFAULT, Spender.RUN).orElseThrow();
    List<RunEvent> events = store.runs().events(Tenant.DEFAULT, Spender.RUN, 0, 10 * LEADS);
    Spending spending = budget.spending(new Account(Tenant.DEFAULT, Spender.RUN.value()));
    assertThat(losses.get()).isGreaterThan(5);
    assertThat(stored.leads().enriched()).isEqualTo(LEADS);
    assertThat(events.stream().map(event -> event.position().number()))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, events.size()).boxed().toList());
    assertThat(events.stream().filter(RunEvent.StepCompleted.class::isInstance)).hasSize(LEADS);
    assertThat(provider.calls()).hasSizeLessThanOrEqualTo(LEADS + losses.get() * AT_A_TIME);
    assertThat(spending.settled().tokens()).isGreaterThanOrEqualTo(provider.bill().tokens());
    assertThat(spending.reserved().tokens()).isZero();
  }

  // ---- connections that are lost right after a commit

  private DataSource losingCommits(DataSource pool) {
    return proxy(
        DataSource.class,
        (self, method, arguments) -> {
          Object made = invoke(pool, method, arguments);
          return made instanceof Connection connection ? losingCommits(connection) : made;
        });
  }

  private Connection losingCommits(Connection connection) {
    return proxy(
        Connection.class,
        (self, method, arguments) -> {
          Object made = invoke(connection, method, arguments);
          boolean commits =
              method.getName().equals("prepareStatement")
                  && arguments[0].toString().contains(EarlyLockRelease.COMMIT);
          return commits ? lost((PreparedStatement) made) : made;
        });
  }

  private PreparedStatement lost(PreparedStatement commit) {
    return proxy(
        PreparedStatement.class,
        (self, method, arguments) -> {
          Object done = invoke(commit, method, arguments);
          if (method.getName().equals("execute")
              && commits.incrementAndGet() % COMMITS_BETWEEN_LOSSES == 0) {
            losses.incrementAndGet();
            throw new SQLException("the connection was lost", "08006");
          }
          return done;
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
