package dev.prospector.adapter.context;

import dev.prospector.error.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file that a person wrote: UTF-8, or what a byte order mark says, else windows-1252. */
final class ContextText {

  /** A context is some pages of text; a file that is longer is another file. */
  static final int LONGEST = 1 << 20;

  private static final int MARK = 0xfeff;

  private ContextText() {}

  /**
   * Returns the text of a file.
   *
   * @throws InputException if there is none, it is longer than {@link #LONGEST} bytes, or cannot be
   *     read
   */
  static String of(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException("there is no file " + file);
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new InputException(
            file + " is longer than 1 MB, which no business context is: check the name");
      }
      return decoded(bytes);
    } catch (IOException e) {
      throw new InputException(file + " cannot be read: " + e, e);
    }
  }

  private static String decoded(byte[] bytes) {
    if (begins(bytes, 0xff, 0xfe, 0, 0) || begins(bytes, 0, 0, 0xfe, 0xff)) {
      return withoutMark(new String(bytes, Charset.forName("UTF-32")));
    }
    if (begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff)) {
      return withoutMark(new String(bytes, StandardCharsets.UTF_16));
    }
    try {
      return withoutMark(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
  }

  private static boolean begins(byte[] bytes, int... expected) {
    for (int i = 0; i < expected.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
