package dev.prospector.benchmark.store;

import java.sql.Connection;
import java.util.List;

/**
 * The same rows by hand.
 *
 * @param grouped whether one thread writes for all, 256 rows at most in a transaction; else each
 *     row is committed by the thread that has it, which only one may
 */
record RawContender(Databank databank, int writers, Shape shape, int steps, boolean grouped)
    implements Contender {

  @Override
  public String group() {
    return JournalContender.group(databank, writers, shape);
  }

  @Override
  public String name() {
    return grouped ? "raw JDBC, one thread writes groups" : "raw JDBC, the caller writes";
  }

  @Override
  public boolean baseline() {
    return true;
  }

  @Override
  public Session open() throws Exception {
    List<RawRows> rows = RawRows.of(databank, shape, steps);
    databank.empty();
    Connection connection = databank.connect();
    RawStatements statements = new RawStatements(connection);
    return grouped
        ? grouped(rows, connection, new RawGroups(statements))
        : alone(rows, connection, statements);
  }

  private Session grouped(List<RawRows> rows, Connection connection, RawGroups groups) {
    return new Session() {
      @Override
      public void run() throws Exception {
        Writers.each(writers, steps, i -> groups.write(rows.get(i)));
      }

      @Override
      public void close() throws Exception {
        groups.close();
        connection.close();
      }
    };
  }

  private Session alone(List<RawRows> rows, Connection connection, RawStatements statements) {
    return new Session() {
      @Override
      public void run() throws Exception {
        Writers.each(writers, steps, i -> statements.commit(List.of(rows.get(i))));
      }

      @Override
      public void close() throws Exception {
        connection.close();
      }
    };
  }
}
