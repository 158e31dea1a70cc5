package dev.prospector.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.event.RunState;
import dev.prospector.testkit.Note;
import dev.prospector.testkit.SettableClock;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresqlRunsTest extends RunsTest {

  private String url = "";

  @BeforeEach
  void create() throws SQLException {
    url = Server.fresh("runs_test");
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
  String asJson() {
    return "::json";
  }

  @Test
  void eventsOfAWeekLieInItsPartitionWhichIsDroppedWhenTheyAreArchived(@TempDir Path folder) {
    Instant wednesday = Instant.parse("2026-03-04T12:00:00Z");
    SettableClock clock = new SettableClock(wednesday);
    try (Store store = open(StoreOptions.defaults().withSections(Note.KEY).withClock(clock))) {
      Leads.accept(store.runs(), Leads.RUN, 1);
      assertThat(partitions())
          .containsExactly(
              "prospector_event_20260302",
              "prospector_event_20260309",
              "prospector_event_20260316",
              "prospector_event_20260323",
              "prospector_event_20260330",
              "prospector_event_other");
      assertThat(query("select distinct tableoid::regclass::text from prospector_event"))
          .containsExactly("prospector_event_20260302");
      clock.advance(Duration.ofDays(7));
      assertThat(store.archiveEvents(clock.instant(), folder)).isEmpty();
      assertThat(partitions()).hasSize(6);

      store.runs().steer(Steps.TENANT, Leads.RUN, RunState.STOPPED);
      assertThat(store.archiveEvents(clock.instant(), folder)).hasSize(1);
      assertThat(partitions()).hasSize(5).doesNotContain("prospector_event_20260302");
      store.runs().steer(Steps.TENANT, Leads.RUN, RunState.RUNNING);
      assertThat(query("select distinct tableoid::regclass::text from prospector_event"))
          .containsExactly("prospector_event_other");
    }
  }

  @Test
  void aStoreThatMayNotMakePartitionsKeepsEventsWithoutThem() throws SQLException {
    open(StoreOptions.defaults().withClock(new SettableClock(Instant.EPOCH))).close();
    try (Store store = open(StoreOptions.defaults().withoutMigration())) {
      Leads.accept(store.runs(), Leads.RUN, 1);

      assertThat(store.runs().events(Steps.TENANT, Leads.RUN, 0, 10)).hasSize(2);
      assertThat(query("select distinct tableoid::regclass::text from prospector_event"))
          .containsExactly("prospector_event_other");
    }
  }

  private List<String> partitions() {
    return query(
        "select inhrelid::regclass::text from pg_inherits"
            + " where inhparent = 'prospector_event'::regclass order by 1");
  }

  private List<String> query(String sql) {
    return Jdbi.create(url).withHandle(h -> h.createQuery(sql).mapTo(String.class).list());
  }
}
