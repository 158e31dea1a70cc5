package dev.prospector.adapter.export.write;

import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** A file to write to; its folder is made, and a name that ends in {@code .gz} compresses. */
final class Target {

  private Target() {}

  static OutputStream open(Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
      boolean compressed = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
      return compressed ? new GZIPOutputStream(out, 1 << 16) : out;
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  static PortException failed(Path file, IOException cause) {
    return new PortException(
        "output", file + " cannot be written: " + cause, RetryAdvice.never(), cause);
  }
}
