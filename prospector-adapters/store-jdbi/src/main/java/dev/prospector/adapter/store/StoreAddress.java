package dev.prospector.adapter.store;

import dev.prospector.error.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.postgresql.PGProperty;

/**
 * Where a store is, and the one class that reads and prints it: {@code sqlite:FILE}, or {@code
 * postgresql://HOST/DATABASE} with the parameters of its JDBC driver and, if one likes, {@code
 * USER:PASSWORD@} before the host; both also with {@code jdbc:} in front. The driver is given no
 * text that a password could be in, and {@link #toString} shows none. Immutable.
 */
public final class StoreAddress {

  private static final String SQLITE = "sqlite:";
  private static final String POSTGRESQL = "postgresql:";
  private static final Pattern HOST =
      Pattern.compile("(?:[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{1,5})?");
  private static final Pattern DATABASE = Pattern.compile("[^/@:'\"\\s]{1,200}");

  /** Parameters whose value may be shown; all others may be secret, or become so. */
  private static final List<String> SHOWN =
      List.of(
          "user",
          "ssl",
          "sslmode",
          "currentSchema",
          "ApplicationName",
          "connectTimeout",
          "loginTimeout",
          "socketTimeout",
          "tcpKeepAlive",
          "targetServerType",
          "readOnly");

  private final String place;
  private final Map<String, String> parameters;

  private StoreAddress(String place, Map<String, String> parameters) {
    this.place = place;
    this.parameters = parameters;
  }

  /**
   * Reads an address.
   *
   * @throws ConfigurationException if it is none; the message says why and repeats nothing
   */
  public static StoreAddress parse(String written) {
    String text = written.startsWith("jdbc:") ? written.substring("jdbc:".length()) : written;
    if (text.startsWith(SQLITE) && text.length() > SQLITE.length()) {
      return new StoreAddress(SQLITE + file(text.substring(SQLITE.length())), Map.of());
    }
    if (!text.startsWith(POSTGRESQL)) {
      throw refused("an address begins with 'sqlite:' or 'postgresql:'");
    }
    if (!text.startsWith(POSTGRESQL + "//")) {
      throw refused("the address of a server is postgresql://HOST/DATABASE");
    }
    return server(text.substring((POSTGRESQL + "//").length()));
  }

  private static Path file(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw refused("the name of the file has characters that no file can have");
    }
  }

  private static StoreAddress server(String rest) {
    int query = rest.indexOf('?');
    String before = query < 0 ? rest : rest.substring(0, query);
    Map<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    int at = before.lastIndexOf('@');
    if (at >= 0) {
      user(before.substring(0, at), parameters);
    }
    String place = before.substring(at + 1);
    int slash = place.indexOf('/');
    if (slash < 0) {
      throw refused("the database is to be named after a slash: postgresql://HOST/DATABASE");
    }
    for (String host : place.substring(0, slash).split(",", -1)) {
      if (!HOST.matcher(host).matches()) {
        throw refused("a host is a name or an address, with a port if need be: HOST:5432");
      }
    }
    if (!DATABASE.matcher(place.substring(slash + 1)).matches()) {
      throw refused("the name of the database is one word; encode others with percent signs");
    }
    parameters(query < 0 ? "" : rest.substring(query + 1), parameters);
    return new StoreAddress(POSTGRESQL + "//" + place, parameters);
  }

  private static void user(String written, Map<String, String> parameters) {
    int colon = written.indexOf(':');
    int slash = written.indexOf('/');
    if (slash >= 0 && (colon < 0 || slash < colon)) {
      throw refused("an @ stands behind the host: encode it as %40");
    }
    parameters.put("user", decoded(colon < 0 ? written : written.substring(0, colon)));
    if (colon >= 0) {
      parameters.put("password", decoded(written.substring(colon + 1)));
    }
  }

  private static void parameters(String written, Map<String, String> parameters) {
    for (String one : written.split("&")) {
      if (one.isEmpty()) {
        continue;
      }
      int equals = one.indexOf('=');
      Optional<String> name = equals < 0 ? Optional.empty() : known(one.substring(0, equals));
      if (name.isEmpty()) {
        throw refused(
            "a parameter is name=value, with a name that PostgreSQL's driver knows; encode & in a"
                + " value as %26");
      }
      parameters.put(name.get(), decoded(one.substring(equals + 1)));
    }
  }

  private static Optional<String> known(String name) {
    for (PGProperty property : PGProperty.values()) {
      if (property.getName().equalsIgnoreCase(name)) {
        return Optional.of(property.getName());
      }
    }
    return Optional.empty();
  }

  private static String decoded(String written) {
    byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
    java.io.ByteArrayOutputStream decoded = new java.io.ByteArrayOutputStream();
    for (int i = 0; i < bytes.length; i++) {
      int high = i + 2 < bytes.length ? Character.digit((char) bytes[i + 1], 16) : -1;
      int low = i + 2 < bytes.length ? Character.digit((char) bytes[i + 2], 16) : -1;
      if (bytes[i] == '%' && high >= 0 && low >= 0) {
        decoded.write(high << 4 | low);
        i += 2;
      } else {
        decoded.write(bytes[i]);
      }
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  private static ConfigurationException refused(String problem) {
    return new ConfigurationException("store", List.of(problem));
  }

  /** Returns the file, if the store is one. */
  public Optional<Path> file() {
    return place.startsWith(SQLITE)
        ? Optional.of(Path.of(place.substring(SQLITE.length())))
        : Optional.empty();
  }

  /** Returns whether something is left out where the address is shown. */
  public boolean hasSecret() {
    return !parameters.keySet().stream().allMatch(SHOWN::contains);
  }

  /** Returns what the driver connects to. */
  String jdbcUrl() {
    return "jdbc:" + place;
  }

  /** Returns what the driver is told beside the place. */
  Properties properties() {
    Properties properties = new Properties();
    properties.putAll(parameters);
    return properties;
  }

  /** Returns the address without what may be secret, as it can be written on a command line. */
  public String withoutSecrets() {
    return shown(false);
  }

  /** Shows that something is left out as {@code name=...}. */
  @Override
  public String toString() {
    return shown(true);
  }

  private String shown(boolean withNames) {
    List<String> shown = new ArrayList<>();
    parameters.forEach(
        (name, value) -> {
          if (SHOWN.contains(name)) {
            shown.add(name + "=" + encoded(value));
          } else if (withNames) {
            shown.add(name + "=...");
          }
        });
    return place + (shown.isEmpty() ? "" : "?" + String.join("&", shown));
  }

  private static String encoded(String value) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b > ' ' && b < 0x7f && "&?#%'\"".indexOf(b) < 0;
      encoded.append(
          plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b & 0xff));
    }
    return encoded.toString();
  }
}
