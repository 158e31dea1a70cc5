package dev.prospector.benchmark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is measured by each other does the same work. */
class FairnessTest {

  private static final int STEPS = 48;
  private static final List<String> ROWS =
      List.of(
          """
          select tenant, inputs, run, lead, section, format, value, length(provenance), owners,
            calls, snapshots from prospector_step order by inputs
          """,
          "select tenant, lead, sha256, hex(content) from prospector_text order by lead, sha256",
          "select * from prospector_snapshot order by inputs");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void theRowsByHandAreThoseOfTheJournal(Shape shape) throws Exception {
    SqliteFile sqlite = new SqliteFile(folder);
    List<String> journal = rowsOf(sqlite, new JournalContender(sqlite, 4, shape, STEPS));

    assertThat(journal).hasSize(shape == Shape.PAGE ? 3 * STEPS : STEPS);
    assertThat(rowsOf(sqlite, new RawContender(sqlite, 4, shape, STEPS, true))).isEqualTo(journal);
    assertThat(rowsOf(sqlite, new RawContender(sqlite, 1, shape, STEPS, false))).isEqualTo(journal);
  }

  private static List<String> rowsOf(SqliteFile sqlite, Contender contender) throws Exception {
    try (Contender.Session session = contender.open()) {
      session.run();
    }
    try (Connection connection = sqlite.connect();
        Statement statement = connection.createStatement()) {
      List<String> rows = new ArrayList<>();
      for (String query : ROWS) {
        rows.addAll(rows(statement, query));
      }
      return rows;
    }
  }

  private static List<String> rows(Statement statement, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.append(result.getString(i)).append('|');
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  @Test
  void everyRoundRunsAllAndTheFirstIsDropped() throws Exception {
    SqliteFile sqlite = new SqliteFile(folder);
    List<Result> results =
        new SideBySide(3)
            .run(
                List.of(
                    new JournalContender(sqlite, 1, Shape.RESULT, STEPS),
                    new EngineContender(sqlite, STEPS, EngineContender.Kept.NOTHING),
                    new EngineContender(sqlite, STEPS, EngineContender.Kept.RESULTS),
                    new EngineContender(sqlite, STEPS, EngineContender.Kept.RUNS)));

    assertThat(results).hasSize(4).allSatisfy(result -> assertThat(result.rounds()).hasSize(2));
  }

  @Test
  void whoKeepsLessThanAllIsNotReported() {
    SqliteFile sqlite = new SqliteFile(folder);
    JournalContender honest = new JournalContender(sqlite, 1, Shape.RESULT, STEPS);
    Contender lazy = new Lazy(honest);

    assertThatIllegalStateException()
        .isThrownBy(() -> new SideBySide(2).run(List.of(lazy)))
        .withMessageContaining("kept 0 steps");
  }

  /** Keeps nothing. */
  private record Lazy(JournalContender like) implements Contender {
    @Override
    public String group() {
      return like.group();
    }

    @Override
    public String name() {
      return "lazy";
    }

    @Override
    public boolean baseline() {
      return false;
    }

    @Override
    public int steps() {
      return like.steps();
    }

    @Override
    public Databank databank() {
      return like.databank();
    }

    @Override
    public Session open() throws Exception {
      like.databank().empty();
      return new Session() {
        @Override
        public void run() {}

        @Override
        public void close() {}
      };
    }
  }
}
