package dev.prospector.cli.terminal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a file's name on the command line, which may hold letters that the locale cannot. */
public final class PathWord implements ITypeConverter<Path> {

  @Override
  public Path convert(String word) {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      String names = System.getProperty("sun.jnu.encoding", "the locale's encoding");
      throw new TypeConversionException(
          "'"
              + word
              + "' is no name of a file here, where names are in "
              + names
              + ": for names with accents start with LC_ALL=C.UTF-8");
    }
  }
}
