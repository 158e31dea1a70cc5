package dev.prospector.spring;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The application's own database, as far as it can be used. */
final class HostDatabase {

  private static final String POSTGRESQL = "PostgreSQL";

  private final @Nullable DataSource source;
  private final boolean several;

  private HostDatabase(@Nullable DataSource source, boolean several) {
    this.source = source;
    this.several = several;
  }

  /** Looks at the one data source, or the primary one. */
  static HostDatabase of(ObjectProvider<DataSource> sources) {
    DataSource unique = sources.getIfUnique();
    return new HostDatabase(unique, unique == null && sources.stream().findAny().isPresent());
  }

  /** Returns the data source if it leads to PostgreSQL; one that is away is asked again later. */
  Optional<DataSource> postgresql() {
    return Optional.ofNullable(source).filter(s -> product(s).equals(POSTGRESQL));
  }

  /** Returns why it is not used, as a part of a sentence; empty where there is none. */
  String whyNot() {
    if (several) {
      return ", since no DataSource of the application is primary";
    }
    return source == null || product(source).equals(POSTGRESQL)
        ? ""
        : ", since the application's DataSource leads to " + product(source) + ", not PostgreSQL";
  }

  /**
   * Returns the name of the database. Where the address tells it no connection is opened, so that
   * an application that starts without one still does; what cannot be reached counts as usable and
   * says why.
   */
  private static String product(DataSource source) {
    Optional<String> told = DatabaseAddress.of(source).flatMap(DatabaseAddress::product);
    if (told.isPresent()) {
      return told.get();
    }
    try (Connection connection = source.getConnection()) {
      return connection.getMetaData().getDatabaseProductName();
    } catch (SQLException e) {
      return POSTGRESQL;
    }
  }
}
