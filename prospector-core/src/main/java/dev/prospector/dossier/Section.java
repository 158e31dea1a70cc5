package dev.prospector.dossier;

import dev.prospector.error.ConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A typed place in a dossier: at most one value stands in it. Declared once as a constant beside
 * the type of its value.
 *
 * <p>Immutable. Two sections are equal when name and type are.
 *
 * @param <T> the type of the value, a record
 */
public final class Section<T> {

  private final String name;
  private final Class<T> type;
  private final int format;

  private final Map<Integer, UnaryOperator<Map<String, @Nullable Object>>> upgrades;

  private Section(
      String name,
      Class<T> type,
      int format,
      Map<Integer, UnaryOperator<Map<String, @Nullable Object>>> upgrades) {
    this.name = name;
    this.type = type;
    this.format = format;
    this.upgrades = upgrades;
  }

  /**
   * Returns a section.
   *
   * @param name under which it is stored and shown: lower-case words joined by hyphens, never
   *     changed
   * @param type the type of its value, a record
   * @param format the number of the stored form, from 1; raised, with an {@linkplain #upgrading
   *     upgrade}, when an older form cannot be read as the present one. A component more is no
   *     other form if its type can say that nothing is known
   * @throws ConfigurationException if name, type or format are not of that form
   */
  public static <T> Section<T> of(String name, Class<T> type, int format) {
    if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new ConfigurationException(
          "Section",
          List.of("a section's name is lower-case words joined by hyphens, not '" + name + "'"));
    }
    if (!type.isRecord()) {
      throw new ConfigurationException(
          "Section",
          List.of("the value of section '" + name + "' must be a record, not " + type.getName()));
    }
    if (format < 1) {
      throw new ConfigurationException(
          "Section", List.of("a format is numbered from 1, not " + format));
    }
    return new Section<>(name, type, format, Map.of());
  }

  /**
   * Returns this section with the way from an earlier format to the next one.
   *
   * @param from the format that it reads, below the present one
   * @param upgrade returns the parts in format {@code from + 1}: texts, numbers, booleans, lists
   *     and maps of them, or null, as JSON has them; it is given a map that it may change
   * @throws ConfigurationException if there is no such format, or an upgrade from it already
   */
  public Section<T> upgrading(int from, UnaryOperator<Map<String, @Nullable Object>> upgrade) {
    if (from < 1 || from >= format || upgrades.containsKey(from)) {
      throw new ConfigurationException(
          "Section",
          List.of(
              "section '" + name + "' of format " + format + " cannot be upgraded from " + from));
    }
    Map<Integer, UnaryOperator<Map<String, @Nullable Object>>> more = new TreeMap<>(upgrades);
    more.put(from, Objects.requireNonNull(upgrade));
    return new Section<>(name, type, format, more);
  }

  Optional<UnaryOperator<Map<String, @Nullable Object>>> upgrade(int from) {
    return Optional.ofNullable(upgrades.get(from));
  }

  /** Returns the name under which it is stored and shown. */
  public String name() {
    return name;
  }

  /** Returns the type of its value. */
  public Class<T> type() {
    return type;
  }

  /** Returns the number of the stored form. */
  public int format() {
    return format;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Section<?> s && name.equals(s.name) && type == s.type;
  }

  @Override
  public int hashCode() {
    return Objects.hash(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
