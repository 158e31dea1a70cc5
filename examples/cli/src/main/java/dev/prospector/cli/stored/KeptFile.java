package dev.prospector.cli.stored;

import dev.prospector.error.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A file as it was when a run began.
 *
 * @param path where it lies, as an absolute path
 * @param bytes its size
 * @param sha256 of its content, in hexadecimal digits
 */
record KeptFile(Path path, long bytes, String sha256) {

  private static final int BUFFER = 1 << 16;

  /** Returns a file as it is now. */
  static KeptFile of(Path path) {
    try {
      return new KeptFile(path.toAbsolutePath(), Files.size(path), sha256(path));
    } catch (IOException e) {
      throw new InputException(path + " cannot be read: " + e, e);
    }
  }

  private static String sha256(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Returns what is different about it now; empty if nothing is. */
  Optional<String> change() {
    if (!Files.isRegularFile(path)) {
      return Optional.of(path + " is not there any more");
    }
    KeptFile now = of(path);
    if (now.bytes != bytes) {
      return Optional.of(path + " has " + now.bytes + " bytes, and had " + bytes);
    }
    return now.sha256.equals(sha256)
        ? Optional.empty()
        : Optional.of(path + " has another content of the same size");
  }
}
