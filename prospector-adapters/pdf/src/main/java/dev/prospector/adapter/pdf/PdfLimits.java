package dev.prospector.adapter.pdf;

import java.time.Duration;

/**
 * What one document may take.
 *
 * @param bytes of the document
 * @param pages so many are read from the first on; the rest is left out
 * @param characters of text; what is behind them is left out
 * @param time to read it
 * @param memory in bytes for its parts when they are decompressed
 */
public record PdfLimits(int bytes, int pages, int characters, Duration time, long memory) {

  private static final PdfLimits DEFAULTS =
      new PdfLimits(5 << 20, 40, 200_000, Duration.ofSeconds(10), 48L << 20);

  /** Checks that all are more than nothing. */
  public PdfLimits {
    if (bytes < 1 || pages < 1 || characters < 1 || memory < 1 || time.isNegative()) {
      throw new IllegalArgumentException("limits of a document are 1 or more");
    }
  }

  /** Returns 5 MiB, 40 pages, 200,000 characters, 10 seconds and 48 MiB. */
  public static PdfLimits defaults() {
    return DEFAULTS;
  }

  /** Returns these limits with other pages. */
  public PdfLimits withPages(int most) {
    return new PdfLimits(bytes, most, characters, time, memory);
  }

  /** Returns these limits with another time. */
  public PdfLimits withTime(Duration most) {
    return new PdfLimits(bytes, pages, characters, most, memory);
  }

  /** Returns these limits with other sizes: of the document and of its decompressed parts. */
  public PdfLimits withSizes(int ofDocument, long ofParts) {
    return new PdfLimits(ofDocument, pages, characters, time, ofParts);
  }
}
