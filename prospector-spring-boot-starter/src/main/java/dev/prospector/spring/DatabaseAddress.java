package dev.prospector.spring;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Where a pool of connections leads, as it says itself. It may hold a password, and is not shown.
 */
final class DatabaseAddress {

  /** Whose address begins so is that database for sure: drivers that wrap others are left out. */
  private static final Map<String, String> PRODUCTS =
      Map.of(
          "postgresql", "PostgreSQL",
          "h2", "H2",
          "hsqldb", "HSQLDB",
          "derby", "Derby",
          "sqlite", "SQLite",
          "mysql", "MySQL",
          "mariadb", "MariaDB",
          "oracle", "Oracle",
          "sqlserver", "SQL Server",
          "db2", "DB2");

  private static final String[] GETTERS = {"getJdbcUrl", "getUrl", "getURL"};

  private final String url;

  private DatabaseAddress(String url) {
    this.url = url;
  }

  /** Returns the address, where the data source is of a kind that tells it. */
  static Optional<DatabaseAddress> of(DataSource source) {
    for (String name : GETTERS) {
      Method getter = ClassUtils.getMethodIfAvailable(source.getClass(), name);
      if (getter != null && getter.getReturnType() == String.class) {
        return url(getter, source).map(DatabaseAddress::new);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> url(Method getter, DataSource source) {
    try {
      ReflectionUtils.makeAccessible(getter);
      return Optional.ofNullable((String) ReflectionUtils.invokeMethod(getter, source));
    } catch (RuntimeException e) {
      return Optional.empty(); // It does not tell: then it is asked by a connection.
    }
  }

  /** Returns the name of the database, where the address alone tells it. */
  Optional<String> product() {
    String[] parts = url.split(":", 3);
    return parts.length == 3 && parts[0].equals("jdbc")
        ? Optional.ofNullable(PRODUCTS.get(parts[1]))
        : Optional.empty();
  }
}
