package dev.prospector.adapter.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 over what tells one archive from another. */
final class ContentHash {

  private static final int PIECE = 65_536;

  private final MessageDigest digest;

  ContentHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  ContentHash add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(bytes.length);
    digest.update(bytes);
    return this;
  }

  ContentHash add(long number) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    return this;
  }

  /** Adds all of a file. */
  ContentHash add(Path file) throws IOException {
    add(Files.size(file));
    byte[] piece = new byte[PIECE];
    try (InputStream in = Files.newInputStream(file)) {
      int read;
      while ((read = in.read(piece)) > 0) {
        digest.update(piece, 0, read);
      }
    }
    return this;
  }

  /** Adds the size of a file and its two ends, which hold the times and ids of its records. */
  ContentHash addEnds(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      long size = channel.size();
      add(size);
      addPiece(channel, 0);
      if (size > PIECE) {
        addPiece(channel, Math.max(PIECE, size - PIECE));
      }
    }
    return this;
  }

  private void addPiece(SeekableByteChannel channel, long start) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(PIECE);
    channel.position(start);
    while (piece.hasRemaining() && channel.read(piece) >= 0) {
      continue;
    }
    digest.update(piece.flip());
  }

  String finish() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
