package dev.prospector.adapter.registry.local;

import dev.prospector.adapter.registry.record.EstablishmentRecord;
import dev.prospector.error.InputException;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes a local register of the files of the open data of the Receita Federal. It is written beside
 * its place and moved there when it is complete. Natural persons who are partners are left out
 * unless asked for.
 */
public final class ImportRegistry {

  private static final String TABLES =
      """
      create table municipality (code text primary key, name text not null) without rowid;
      create table activity (code text primary key, name text not null) without rowid;
      create table nature (code text primary key, name text not null) without rowid;
      create table company (root text primary key, name text not null, nature text not null)
        without rowid;
      create table establishment (id integer primary key, number text not null, root text not null,
        head integer not null, trade text not null, status text not null, opened text not null,
        activity text not null, street text not null, district text not null, postcode text not null,
        state text not null, municipality text not null);
      create table partner (root text not null, name text not null);
      create table about (identity text not null);
      """;
  private static final String INDEXES =
      """
      create unique index establishment_number on establishment (number);
      create index establishment_root on establishment (root);
      create index partner_root on partner (root);
      create virtual table name using fts5
        (company, trade, city unindexed, state unindexed, head unindexed, detail='none', tokenize='ascii');
      """;
  private static final String NAMES =
      """
      select e.id, c.name, e.trade, coalesce(m.name, ''), e.state, e.head from establishment e
      join company c on c.root = e.root
      left join municipality m on m.code = e.municipality order by e.id
      """;
  private static final int AT_A_TIME = 5_000;

  private final boolean people;
  private final Connection connection;
  private final MessageDigest digest;
  private long rows;

  private ImportRegistry(Connection connection, boolean people) {
    this.connection = connection;
    this.people = people;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /**
   * Imports a folder.
   *
   * @param folder where the files lie, zipped or not, under the names under which they are
   *     published
   * @param target the file of the register, which is replaced
   * @param people whether partners who are natural persons are taken over
   * @return how many rows were read
   * @throws InputException if the folder holds no establishments or companies, or a row cannot be
   *     read
   * @throws PortException if the target cannot be written
   */
  public static long run(Path folder, Path target, boolean people) {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    List<Path> files = files(folder);
    try {
      Files.deleteIfExists(part);
      long rows;
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + part)) {
        ImportRegistry run = new ImportRegistry(connection, people);
        run.all(files);
        rows = run.rows;
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      return rows;
    } catch (SQLException | IOException e) {
      throw new PortException(
          "registry",
          target + " cannot be written: make room, or check the files of " + folder,
          RetryAdvice.never(),
          e);
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files = all.filter(f -> OpenDataKind.of(f).isPresent()).sorted().toList();
      List<OpenDataKind> kinds = files.stream().flatMap(f -> OpenDataKind.of(f).stream()).toList();
      if (!kinds.contains(OpenDataKind.ESTABLISHMENTS) || !kinds.contains(OpenDataKind.COMPANIES)) {
        throw new InputException(
            folder + " holds no files of the open data with companies and establishments");
      }
      return files;
    } catch (IOException | UncheckedIOException e) {
      throw new InputException("the folder " + folder + " cannot be read", e);
    }
  }

  private void all(List<Path> files) throws SQLException, IOException {
    script("pragma journal_mode = off; pragma synchronous = off;");
    connection.setAutoCommit(false);
    script(TABLES);
    for (Path file : files) {
      one(file, OpenDataKind.of(file).orElseThrow());
    }
    script(INDEXES);
    names();
    try (PreparedStatement about = connection.prepareStatement("insert into about values (?)")) {
      about.setString(1, HexFormat.of().formatHex(digest.digest()));
      about.executeUpdate();
    }
    connection.commit();
  }

  private void script(String statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String one : statements.split(";")) {
        if (!one.isBlank()) {
          statement.execute(one);
        }
      }
    }
  }

  private void one(Path file, OpenDataKind kind) throws SQLException, IOException {
    if (kind == OpenDataKind.PARTNERS && !people) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(statement(kind))) {
      int[] waiting = {0};
      rows +=
          OpenDataFile.read(
              file,
              cells -> {
                add(insert, values(kind, cells, file));
                if (++waiting[0] % AT_A_TIME == 0) {
                  insert.executeBatch();
                }
              });
      insert.executeBatch();
    }
  }

  private void add(PreparedStatement insert, List<String> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      digest.update((values.get(i) + "\n").getBytes(StandardCharsets.UTF_8));
      insert.setString(i + 1, values.get(i));
    }
    insert.addBatch();
  }

  private static String statement(OpenDataKind kind) {
    return switch (kind) {
      case MUNICIPALITIES -> "insert or replace into municipality values (?, ?)";
      case ACTIVITIES -> "insert or replace into activity values (?, ?)";
      case NATURES -> "insert or replace into nature values (?, ?)";
      case COMPANIES -> "insert or replace into company values (?, ?, ?)";
      case ESTABLISHMENTS ->
          "insert into establishment (number, root, head, trade, status, opened, activity, street,"
              + " district, postcode, state, municipality) values (?,?,?,?,?,?,?,?,?,?,?,?)";
      case PARTNERS -> "insert into partner values (?, ?)";
    };
  }

  private static List<String> values(OpenDataKind kind, List<String> cells, Path file) {
    int least =
        switch (kind) {
          case ESTABLISHMENTS -> 21;
          case COMPANIES, PARTNERS -> 3;
          default -> 2;
        };
    if (cells.size() < least) {
      throw new InputException(
          file + " has a row of " + cells.size() + " cells where " + least + " are needed");
    }
    return switch (kind) {
      case COMPANIES ->
          List.of(cells.get(0), EstablishmentRecord.withoutTaxpayer(cells.get(1)), cells.get(2));
      case ESTABLISHMENTS -> establishment(cells);
      case PARTNERS -> List.of(cells.get(0), EstablishmentRecord.withoutTaxpayer(cells.get(2)));
      default -> cells.subList(0, 2);
    };
  }

  private static List<String> establishment(List<String> cells) {
    String street = String.join(" ", cells.subList(13, 17)).strip();
    List<String> values = new ArrayList<>();
    values.add(cells.get(0) + cells.get(1) + cells.get(2));
    values.add(cells.get(0));
    values.add(cells.get(3).equals("1") ? "1" : "0");
    values.add(EstablishmentRecord.withoutTaxpayer(cells.get(4)));
    values.add(cells.get(5));
    values.add(cells.get(10));
    values.add(cells.get(11));
    values.add(street);
    values.add(cells.get(17));
    values.add(cells.get(18));
    values.add(cells.get(19));
    values.add(cells.get(20));
    return values;
  }

  private void names() throws SQLException {
    try (Statement query = connection.createStatement();
        var row = query.executeQuery(NAMES);
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into name (rowid, company, trade, city, state, head) values"
                    + " (?,?,?,?,?,?)")) {
      int waiting = 0;
      while (row.next()) {
        insert.setLong(1, row.getLong(1));
        insert.setString(2, String.join(" ", NameWords.of(row.getString(2))));
        insert.setString(3, String.join(" ", NameWords.of(row.getString(3))));
        insert.setString(4, NameWords.folded(row.getString(4)));
        insert.setString(5, NameWords.folded(row.getString(5)));
        insert.setInt(6, row.getInt(6));
        insert.addBatch();
        if (++waiting % AT_A_TIME == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }
}
