package dev.prospector.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.error.ConfigurationException;
import dev.prospector.error.PortException;
import dev.prospector.event.RunId;
import dev.prospector.testkit.Note;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresqlStoreTest extends StoreTest {

  private static final String FLUSHED = "select pg_current_wal_flush_lsn() - '0/0'::pg_lsn";

  private String url = "";

  @BeforeEach
  void create() throws SQLException {
    url = Server.fresh("store_test");
  }

  @Override
  Store open(StoreOptions options) {
    return Store.open(url.substring("jdbc:".length()), options);
  }

  @Override
  String jdbcUrl() {
    return url;
  }

  @Override
  Dialect dialect() {
    return Dialect.POSTGRESQL;
  }

  /** Others have the rows before, but whoever wrote them is answered after the flush. */
  @ParameterizedTest
  @ValueSource(strings = {"on", "off"})
  void aCommitIsConfirmedWhenItIsOnTheDisk(String setting) throws Exception {
    Server.execute("alter database store_test set synchronous_commit to " + setting);
    List<Long> flushed = new ArrayList<>();
    try (Store store = open(StoreOptions.defaults().withSections(Note.KEY));
        Handle server = Jdbi.open(url)) {
      for (int i = 0; i < 20; i++) {
        store.journal().commit(Steps.TENANT, Steps.commit(Steps.LEAD, "step " + i, "text"));
        flushed.add(number(server, FLUSHED));
      }

      server.execute("create extension pg_walinspect");
      List<Long> commits =
          server
              .createQuery(
                  """
                  select end_lsn - '0/0'::pg_lsn
                  from pg_get_wal_records_info(
                      (select redo_lsn from pg_control_checkpoint()), pg_current_wal_flush_lsn())
                    join (select distinct xmin as writer from prospector_step) steps
                      on xid = steps.writer
                  where resource_manager = 'Transaction' and record_type like 'COMMIT%'
                  order by end_lsn
                  """)
              .mapTo(Long.class)
              .list();
      assertThat(commits).hasSize(20);
      for (int i = 0; i < 20; i++) {
        assertThat(flushed.get(i)).isGreaterThanOrEqualTo(commits.get(i));
      }
    }
  }

  @Test
  void eventsAreToldWhenTheyAreOnTheDisk() {
    RunId run = RunId.of("told");
    try (Store store = open(StoreOptions.defaults());
        Handle other = Jdbi.open(url)) {
      store.runs().open(Steps.TENANT, run, "pipeline", Map.of());
      other.useTransaction(
          handle -> {
            handle.execute("set local synchronous_commit to off");
            handle.execute("update prospector_run set serial = serial");
          });
      long written = number(other, "select pg_current_wal_insert_lsn() - '0/0'::pg_lsn");

      assertThat(store.runs().events(Steps.TENANT, run, 0, 10)).hasSize(1);
      assertThat(number(other, FLUSHED)).isGreaterThanOrEqualTo(written);
    }
  }

  private static long number(Handle handle, String query) {
    return handle.createQuery(query).mapTo(Long.class).one();
  }

  @Test
  void whenTheServerCutsTheConnectionTheNextWriteHasAnother() throws Exception {
    try (Store store = open(StoreOptions.defaults().withSections(Note.KEY))) {
      store.journal().commit(Steps.TENANT, Steps.commit(Steps.LEAD, "a", "text"));
      Server.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'store_test'");
      boolean written = false;
      for (int tries = 0; tries < 10 && !written; tries++) {
        written = tried(store);
      }

      assertThat(written).isTrue();
      assertThat(store.journal().find(Steps.TENANT, Steps.fingerprint("b"))).isPresent();
    }
  }

  private static boolean tried(Store store) {
    try {
      store.journal().commit(Steps.TENANT, Steps.commit(Steps.LEAD, "b", "text"));
      return true;
    } catch (PortException e) {
      return false;
    }
  }

  /** The server itself looks at new tables only after a minute, and until then guesses. */
  @Test
  void onANewDatabaseAStepIsSoonFoundByItsKeyAlone() throws Exception {
    try (Store store = open(StoreOptions.defaults().withSections(Note.KEY))) {
      for (int i = 0; i < 40; i++) {
        store.journal().commit(Steps.TENANT, Steps.commit(Steps.LEAD, "step " + i, "text"));
      }
    }
    Jdbi jdbi = Jdbi.create(url);
    String plan =
        jdbi.withHandle(
            handle ->
                String.join(
                    "\n",
                    handle
                        .createQuery(
                            "explain select * from prospector_step where tenant = 'one'"
                                + " and inputs = 'x'")
                        .mapTo(String.class)
                        .list()));
    double rows =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select reltuples from pg_class where relname = 'prospector_step'")
                    .mapTo(Double.class)
                    .one());
    assertThat(rows).isBetween(8.0, 40.0);
    assertThat(plan).doesNotContain("prospector_step_lead");
  }

  @Test
  void sectionsCanBeAskedByTheirFields() {
    try (Store store = open(StoreOptions.defaults().withSections(Note.KEY))) {
      store
          .leads()
          .save(
              Steps.TENANT,
              dev.prospector.lead.Lead.of(Steps.LEAD, dev.prospector.lead.Company.named("A")),
              dev.prospector.dossier.Dossier.of(java.util.List.of(Note.entry("found"))));
    }
    String lead =
        Jdbi.create(url)
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select lead from prospector_section"
                                + " where section = 'note' and value ->> 'text' = 'found'")
                        .mapTo(String.class)
                        .one());
    assertThat(lead).isEqualTo(Steps.LEAD.value());
  }

  @Test
  void aServerThatForgetsWhatItConfirmedIsRefused() throws Exception {
    try (EmbeddedPostgres forgetful =
        EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
      assertThatThrownBy(() -> Store.open(forgetful.getPostgresDatabase(), StoreOptions.defaults()))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("fsync=off");
    }
  }

  @Test
  void aUserWhoMayNotAskWhatIsOnTheDiskIsRefused() throws Exception {
    try (Handle server = Jdbi.open(url)) {
      server.execute(
          "revoke execute on function"
              + " pg_logical_emit_message(boolean, text, text, boolean) from public");
      server.execute("drop role if exists guest");
      server.execute("create role guest login");
      assertThatThrownBy(
              () ->
                  Store.open(
                      url.replace("user=postgres", "user=guest").substring("jdbc:".length()),
                      StoreOptions.defaults()))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("pg_logical_emit_message");
      server.execute("drop role guest");
    }
  }

  @Test
  void aServerThatCannotBeReachedIsAFailureOfThePort() {
    assertThatThrownBy(
            () ->
                Store.open(
                    "postgresql://localhost:1/none?connectTimeout=1", StoreOptions.defaults()))
        .isInstanceOfAny(PortException.class, ConfigurationException.class);
  }
}
