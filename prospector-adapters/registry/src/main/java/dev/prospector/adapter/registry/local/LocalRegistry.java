package dev.prospector.adapter.registry.local;

import dev.prospector.adapter.registry.record.EstablishmentRecord;
import dev.prospector.error.InputException;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.registry.CompanyRegistry;
import dev.prospector.registry.CompanySearch;
import dev.prospector.registry.RegistryLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The Brazilian register in a file that {@link ImportRegistry} made. Nobody is asked, and the same
 * question always gets the same answer. Safe for several threads, one at a time.
 */
public final class LocalRegistry implements CompanyRegistry, CompanySearch, AutoCloseable {

  private static final Map<String, String> STATUSES =
      Map.of("1", "NULA", "2", "ATIVA", "3", "SUSPENSA", "4", "INAPTA", "8", "BAIXADA");
  private static final String COLUMNS =
      """
      select e.number, c.name, e.trade, e.status, e.opened, e.activity, coalesce(a.name, '') as does,
        e.street, e.district, e.postcode, e.state, coalesce(m.name, '') as city, e.head,
        coalesce(n.name, '') as nature, e.root
      from establishment e join company c on c.root = e.root
      left join activity a on a.code = e.activity left join nature n on n.code = c.nature
      left join municipality m on m.code = e.municipality\s\
      """;
  private static final String BY_NUMBER = COLUMNS + "where e.number = ?";
  private static final String BY_ROOT = COLUMNS + "where e.root = ? order by e.head desc, e.number";
  private static final String BY_ROW = COLUMNS + "where e.id = ?";

  private final Connection connection;
  private final String identity;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();

  private LocalRegistry(Connection connection, String identity) {
    this.connection = connection;
    this.identity = identity;
  }

  /**
   * Opens a register.
   *
   * @throws InputException if there is no such file, or it is none
   */
  public static LocalRegistry open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException("there is no register " + file + ": make one with registry import");
    }
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:file:" + file + "?mode=ro");
      return new LocalRegistry(connection, "local register " + identity(connection));
    } catch (SQLException e) {
      throw new InputException(file + " is no register: make one with registry import", e);
    }
  }

  private static String identity(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("select identity from about");
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getString(1) : "";
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public RegistryLookup find(String country, String number) {
    if (!country.equals("BR") || !EstablishmentRecord.isNumber(number)) {
      return new RegistryLookup.Absent();
    }
    return asked(BY_NUMBER, this::record, number).stream()
        .findFirst()
        .<RegistryLookup>map(RegistryLookup.Found::new)
        .orElseGet(RegistryLookup.Absent::new);
  }

  private RegistryRecord record(ResultSet row) throws SQLException {
    EstablishmentRecord record =
        new EstablishmentRecord("registry:BR/" + row.getString("number"))
            .line("CNPJ", row.getString("number"))
            .legalName(row.getString("name"))
            .line("Nome fantasia", row.getString("trade"))
            .status(status(row))
            .opened(row.getString("opened"))
            .activity(row.getString("activity"), row.getString("does"))
            .line("Natureza jurídica", row.getString("nature"))
            .line("Estabelecimento", row.getInt("head") == 1 ? "MATRIZ" : "FILIAL")
            .line("Endereço", row.getString("street"))
            .line("Bairro", row.getString("district"))
            .line("CEP", row.getString("postcode"))
            .line("Município", row.getString("city"))
            .line("UF", row.getString("state"));
    for (String partner : partners(row.getString("root"))) {
      record.line("Sócio", partner);
    }
    return record.record();
  }

  private List<String> partners(String root) throws SQLException {
    return rows("select name from partner where root = ? order by name", r -> r.getString(1), root);
  }

  /** Two digits in newer files, one in older ones. */
  private static String status(ResultSet row) throws SQLException {
    String code = row.getString("status");
    return STATUSES.getOrDefault(code.startsWith("0") ? code.substring(1) : code, "");
  }

  /**
   * Returns the establishments of a company, its head office first.
   *
   * @param root the first eight characters of its numbers
   */
  public List<Candidate> establishments(String root) {
    return asked(BY_ROOT, row -> candidate(row, 1, false), root);
  }

  @Override
  public Optional<CompanySearch> byName() {
    return Optional.of(this);
  }

  @Override
  public Result search(Query query) {
    return new Candidates(candidates(query));
  }

  /**
   * Returns candidates by name and place, the likeliest first. Where more bear a name than are
   * compared, none is beyond doubt.
   */
  public List<Candidate> candidates(Query query) {
    return alone(
        () -> {
          NameIndex.Found found = new NameIndex(prepared(NameIndex.FIND)).search(query);
          List<Candidate> candidates = new ArrayList<>();
          for (NameIndex.Match match : found.matches()) {
            double most = found.all() ? 1 : SAME_NAME - 0.01;
            double likeness = Math.min(match.likeness(), most);
            Reading<Candidate> reading = row -> candidate(row, likeness, match.samePlace());
            candidates.addAll(rows(BY_ROW, reading, String.valueOf(match.id())));
          }
          return candidates;
        });
  }

  private static Candidate candidate(ResultSet row, double likeness, boolean samePlace)
      throws SQLException {
    String trade = row.getString("trade");
    return new Candidate(
        row.getString("number"),
        row.getString("name"),
        trade.isEmpty() ? Optional.empty() : Optional.of(trade),
        row.getString("city"),
        row.getString("state"),
        status(row),
        row.getInt("head") == 1,
        likeness,
        samePlace);
  }

  /** Reads a row. */
  @FunctionalInterface
  private interface Reading<R> {
    R read(ResultSet row) throws SQLException;
  }

  /** Work with the connection. */
  @FunctionalInterface
  private interface Work<R> {
    R run() throws SQLException;
  }

  private <R> R alone(Work<R> work) {
    lock.lock();
    try {
      return work.run();
    } catch (SQLException e) {
      throw new PortException(
          "registry", "the local register cannot be read: import it anew", RetryAdvice.never(), e);
    } finally {
      lock.unlock();
    }
  }

  private <R> List<R> asked(String sql, Reading<R> reading, String value) {
    return alone(() -> rows(sql, reading, value));
  }

  private <R> List<R> rows(String sql, Reading<R> reading, String value) throws SQLException {
    PreparedStatement statement = prepared(sql);
    statement.setString(1, value);
    List<R> found = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(reading.read(rows));
      }
    }
    return found;
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement known = statements.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql);
      statements.put(sql, known);
    }
    return known;
  }

  @Override
  public String identity() {
    return identity;
  }

  @Override
  public boolean isFixed() {
    return true;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new PortException("registry", "the file cannot be closed", RetryAdvice.never(), e);
    }
  }
}
