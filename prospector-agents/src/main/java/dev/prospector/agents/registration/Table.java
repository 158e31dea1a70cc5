package dev.prospector.agents.registration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The tables that ship beside this package: tab separated, comments begin with a hash and a space.
 */
final class Table {

  private Table() {}

  static Stream<String[]> lines(String name) {
    try (InputStream in = Objects.requireNonNull(Table.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("# "))
          .map(line -> line.split("\t", -1));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
