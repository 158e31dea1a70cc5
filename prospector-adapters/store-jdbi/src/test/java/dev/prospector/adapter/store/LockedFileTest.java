package dev.prospector.adapter.store;

import static dev.prospector.adapter.store.Leads.RUN;
import static dev.prospector.adapter.store.Steps.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.Prospector;
import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.event.RunState;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.run.Threads;
import dev.prospector.testkit.Note;
import dev.prospector.testkit.SleeplessThreads;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program keeps the file of a SQLite store locked for longer than the store waits. */
class LockedFileTest {

  @TempDir private Path folder;
  private Store store;
  private Connection other;

  @BeforeEach
  void open() throws SQLException {
    Path file = folder.resolve("store.db");
    StoreOptions options = StoreOptions.defaults().withSections(Note.KEY);
    store = Store.sqlite(file, options, Duration.ofMillis(20));
    other = DriverManager.getConnection("jdbc:sqlite:" + file);
    tell("pragma busy_timeout = 60000");
  }

  @AfterEach
  void close() throws SQLException {
    other.close();
    store.close();
  }

  private void tell(String sql) {
    try (Statement statement = other.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whoeverWritesIsToldWhatToDo() {
    tell("begin immediate");

    assertThatThrownBy(() -> store.runs().open(TENANT, RUN, "pipeline", Map.of()))
        .isInstanceOfSatisfying(
            PortException.class,
            e -> assertThat(e.advice().kind()).isEqualTo(RetryAdvice.Kind.BACK_OFF))
        .hasMessageContaining("another program keeps the file locked: end it, or try again later");
    assertThat(store.runs().find(TENANT, RUN)).as("who only reads is not kept").isEmpty();

    tell("rollback");
    store.runs().open(TENANT, RUN, "pipeline", Map.of());
    assertThat(store.runs().find(TENANT, RUN)).isPresent();
  }

  /** The lock is held until the engine waits for the first time, since it was refused. */
  @Test
  void aRunWaitsUntilTheLockIsGone() throws Exception {
    AtomicInteger waited = new AtomicInteger();
    Threads threads =
        new SleeplessThreads(
            time -> {
              if (waited.incrementAndGet() == 1) {
                tell("rollback");
              }
            });
    Prospector prospector = Prospector.builder().runs(store.runs()).threads(threads).build();
    Pipeline pipeline = Pipeline.named("locked").add(new Locking()).build();
    RunOptions options = RunOptions.defaults().withTenant(TENANT).withId(RUN);

    try (Run run = prospector.start(pipeline, List.of(Leads.lead(1)).iterator(), options)) {
      assertThat(run.await().leads().enriched()).isEqualTo(1);
      assertThat(run.state()).isEqualTo(RunState.COMPLETED);
    }

    assertThat(waited).hasPositiveValue();
  }

  /** Has the other program lock the file while it works. */
  private final class Locking implements Agent<Note> {
    @Override
    public AgentSpec<Note> spec() {
      return AgentSpec.writing(Note.KEY).readingLead();
    }

    @Override
    public Note byRules(AgentInput input) {
      tell("begin immediate");
      return new Note(input.lead().company().name());
    }
  }
}
