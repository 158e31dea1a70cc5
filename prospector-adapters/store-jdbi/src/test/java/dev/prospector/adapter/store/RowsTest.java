package dev.prospector.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.adapter.store.internal.database.Database;
import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.database.OpenPostgresql;
import dev.prospector.adapter.store.internal.database.OpenSqlite;
import dev.prospector.adapter.store.internal.database.Schema;
import dev.prospector.adapter.store.internal.sql.Rows;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.adapter.store.internal.sql.WriterConnection;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that are written together: the same on both databases, as if one by one. */
class RowsTest {

  private static final String STEP =
      """
      insert into prospector_step (tenant, inputs, run, lead, section, format, value, provenance,
        owners, calls, snapshots, checksum)
      values (?, ?, ?, ?, 'note', ?, cast(? as json), '{}', '{}', '[]', 0, ?)
      on conflict do nothing
      """;
  private static final String LEAD =
      """
      insert into prospector_lead (tenant, lead, version, content, proposals)
      values (?, ?, ?, cast(? as json), '[]')
      on conflict (tenant, lead) do update set version = excluded.version
      where prospector_lead.version < excluded.version
      """;
  private static final String SNAPSHOT =
      """
      insert into prospector_snapshot (tenant, inputs, position, lead, sha256, kind, address,
        media_type, publisher, captured_at)
      values (?, ?, ?, 'lead', 'sha', 'PAGE', 'address', 'type', 'THIRD_PARTY', ?)
      """;
  private static final String TEXT =
      "insert into prospector_text (tenant, lead, sha256, content) values (?, ?, ?, ?)";

  @TempDir private Path folder;

  /** Writes, and tells what of it changed something. */
  private interface Writing {
    List<Boolean> write(Transaction transaction) throws SQLException;
  }

  private interface Checking {
    void check(Database database, List<Boolean> changed) throws SQLException;
  }

  private void written(Dialect dialect, Writing writing, Checking checking) throws Exception {
    Database database =
        dialect == Dialect.SQLITE
            ? OpenSqlite.open(folder.resolve("rows.db"))
            : OpenPostgresql.open(Server.fresh("rows_test"), new Properties());
    WriterConnection writer = new WriterConnection(database);
    try {
      Schema.prepare(database, true);
      List<Boolean> changed = new ArrayList<>();
      writer.inTransaction(transaction -> changed.addAll(writing.write(transaction)));
      checking.check(database, changed);
    } finally {
      writer.release();
      database.closing().run();
    }
  }

  private static List<String> strings(Database database, String query) {
    return database
        .reader()
        .withHandle(handle -> handle.createQuery(query).mapTo(String.class).list());
  }

  @ParameterizedTest
  @EnumSource
  void ofTwoRowsUnderOneKeyTheFirstStands(Dialect dialect) throws Exception {
    written(
        dialect,
        transaction -> {
          Rows rows = transaction.inserts(sql(dialect, STEP), 2);
          rows.add("t", "a", "first", "lead", 1, "{}", 1L);
          rows.add("t", "b", "first", "lead", 1, "{}", 1L);
          rows.add("t", "a", "second", "lead", 1, "{}", 2L);
          rows.add("u", "a", "first", "lead", 1, "{}", 1L);
          return rows.changed();
        },
        (database, changed) -> {
          assertThat(changed).containsExactly(true, true, false, true);
          assertThat(strings(database, "select run from prospector_step"))
              .containsExactly("first", "first", "first");
        });
  }

  @ParameterizedTest
  @EnumSource
  void rowsThatChangeOneAnotherDoSoInTheirOrder(Dialect dialect) throws Exception {
    written(
        dialect,
        transaction -> {
          Rows rows = transaction.inserts(sql(dialect, LEAD), 2);
          for (long version : new long[] {1, 3, 2, 4}) {
            rows.add("t", "lead", version, "{}");
          }
          rows.add("t", "other", 1L, "{}");
          return rows.changed();
        },
        (database, changed) -> {
          assertThat(changed).containsExactly(true, true, false, true, true);
          assertThat(strings(database, "select version from prospector_lead order by lead"))
              .containsExactly("4", "1");
        });
  }

  @ParameterizedTest
  @EnumSource
  void absentTextsStayAbsent(Dialect dialect) throws Exception {
    written(
        dialect,
        transaction -> {
          Rows rows = transaction.inserts(SNAPSHOT, 3);
          rows.add("t", "a", 0, null);
          rows.add("t", "a", 1, "2026-01-01T00:00:00Z");
          rows.add("t", "a", 2, null);
          return rows.changed();
        },
        (database, changed) -> {
          assertThat(changed).containsExactly(true, true, true);
          assertThat(
                  strings(
                      database,
                      "select position from prospector_snapshot where captured_at is null"
                          + " order by position"))
              .containsExactly("0", "2");
        });
  }

  @ParameterizedTest
  @EnumSource
  void changesThatAreMadeTogetherTellWhichOfThemChangedSomething(Dialect dialect) throws Exception {
    written(
        dialect,
        transaction -> {
          Rows rows = transaction.inserts(sql(dialect, LEAD), 2);
          for (String lead : List.of("a", "b", "c", "d")) {
            rows.add("t", lead, 5L, "{}");
          }
          rows.execute();
          Rows raised =
              transaction.changes(
                  sql(
                      dialect,
                      "update prospector_lead set version = ?, content = cast(? as json)"
                          + " where tenant = ? and lead = ? and version < ?"));
          raised.add(9L, "{}", "t", "a", 9L);
          raised.add(4L, "{}", "t", "b", 4L);
          raised.add(6L, "{}", "t", "c", 6L);
          Rows removed =
              transaction.changes("delete from prospector_lead where tenant = ? and lead = ?");
          removed.add("u", "a");
          removed.add("t", "d");
          List<Boolean> changed = new ArrayList<>(raised.changed());
          changed.addAll(removed.changed());
          return changed;
        },
        (database, changed) -> {
          assertThat(changed).containsExactly(true, false, true, false, true);
          assertThat(strings(database, "select version from prospector_lead order by lead"))
              .containsExactly("9", "5", "6");
        });
  }

  @ParameterizedTest
  @EnumSource
  void rowsThatAreLargeTogetherAreAllWritten(Dialect dialect) throws Exception {
    int rows = 5;
    written(
        dialect,
        transaction -> {
          Rows texts = transaction.inserts(TEXT, 3);
          IntStream.range(0, rows)
              .forEach(i -> texts.add("t", "lead", "" + i, new byte[3_000_000]));
          texts.execute();
          return List.of();
        },
        (database, changed) ->
            assertThat(strings(database, "select length(content) from prospector_text"))
                .hasSize(rows)
                .containsOnly("3000000"));
  }

  @ParameterizedTest
  @EnumSource
  void aFailureTakesBackWhatWasWrittenBefore(Dialect dialect) throws Exception {
    assertThatThrownBy(
            () ->
                written(
                    dialect,
                    transaction -> {
                      Rows rows = transaction.inserts(sql(dialect, STEP), 2);
                      rows.add("t", "a", "run", "lead", 1, "{}", 1L);
                      rows.execute();
                      throw new IllegalStateException("in the middle");
                    },
                    (database, changed) -> {}))
        .hasMessage("in the middle");
    Database database =
        dialect == Dialect.SQLITE
            ? OpenSqlite.open(folder.resolve("rows.db"))
            : OpenPostgresql.open(Server.url("rows_test"), new Properties());
    assertThat(strings(database, "select inputs from prospector_step")).isEmpty();
    database.closing().run();
  }

  private static String sql(Dialect dialect, String statement) {
    return dialect.sql(statement);
  }
}
