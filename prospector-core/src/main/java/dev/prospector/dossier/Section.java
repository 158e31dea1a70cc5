package dev.prospector.dossier;

import dev.prospector.error.ConfigurationException;
import java.util.List;
import java.util.Objects;
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

  private Section(String name, Class<T> type, int format) {
    this.name = name;
    this.type = type;
    this.format = format;
  }

  /**
   * Returns a section.
   *
   * @param name under which it is stored and shown: lower-case words joined by hyphens, never
   *     changed
   * @param type the type of its value, a record
   * @param format the number of the stored form, from 1; raised when an older form cannot be read
   *     as the present one
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
    return new Section<>(name, type, format);
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
