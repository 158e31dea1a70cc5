package dev.prospector.adapter.store.internal.journal;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** A sum over the parts of a row, by which a changed byte is noticed rather than believed. */
public final class Checksum {

  private final CRC32C sum = new CRC32C();

  public static long of(String... parts) {
    Checksum sum = new Checksum();
    for (String part : parts) {
      sum.add(part);
    }
    return sum.value();
  }

  void add(String part) {
    sum.update(part.getBytes(StandardCharsets.UTF_8));
    sum.update(0);
  }

  long value() {
    return sum.getValue();
  }
}
