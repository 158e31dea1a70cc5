package dev.prospector.adapter.pdf;

import dev.prospector.error.InterruptedWorkException;
import dev.prospector.run.Threads;
import dev.prospector.web.DocumentReader;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Reads the text of PDF documents, page by page. Pictures are not looked at, scripts and forms not
 * executed, and nothing that a document refers to is fetched. Safe for several threads.
 */
public final class PdfDocuments implements DocumentReader {

  private static final String NO_PASSWORD = "";

  private final PdfLimits limits;
  private final Threads threads;

  /** Reads within limits; {@code threads} tells how time passes. */
  public PdfDocuments(PdfLimits limits, Threads threads) {
    this.limits = Objects.requireNonNull(limits);
    this.threads = Objects.requireNonNull(threads);
  }

  @Override
  public boolean reads(String mediaType) {
    return mediaType.equals("application/pdf") || mediaType.equals("application/x-pdf");
  }

  @Override
  public Result read(byte[] document) {
    if (document.length > limits.bytes()) {
      return new Unreadable(
          Why.TOO_LARGE, "the document has more than " + limits.bytes() + " bytes");
    }
    try (PDDocument opened = open(document)) {
      if (!opened.getCurrentAccessPermission().canExtractContent()) {
        return new Unreadable(Why.ENCRYPTED, "its owner forbids to take its text out");
      }
      return text(opened);
    } catch (InvalidPasswordException e) {
      return new Unreadable(Why.ENCRYPTED, "the document takes a password");
    } catch (IOException e) {
      return broken(e);
    } catch (InterruptedWorkException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      // The library throws these for documents that do not keep to the format.
      return new Unreadable(Why.BROKEN, "the document is broken");
    }
  }

  private PDDocument open(byte[] document) throws IOException {
    return Loader.loadPDF(
        document,
        NO_PASSWORD,
        null,
        null,
        MemoryUsageSetting.setupMainMemoryOnly(limits.memory()).streamCache);
  }

  private Result text(PDDocument opened) throws IOException {
    PageStripper stripper = new PageStripper(limits, threads);
    List<String> pages;
    try {
      pages = stripper.pages(opened);
    } catch (PageStripper.Late e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedWorkException("interrupted while reading a document");
      }
      return new Unreadable(Why.TOO_SLOW, "reading it takes more than " + limits.time());
    }
    if (pages.stream().allMatch(String::isBlank)) {
      return new Unreadable(Why.NO_TEXT, "the document has no text, perhaps pictures alone");
    }
    String title =
        Optional.ofNullable(opened.getDocumentInformation().getTitle()).orElse("").strip();
    return new Text(title, pages);
  }

  private static Result broken(IOException e) {
    boolean memory = String.valueOf(e.getMessage()).contains("scratch file memory");
    return memory
        ? new Unreadable(Why.TOO_LARGE, "the document takes too much memory")
        : new Unreadable(Why.BROKEN, "the document is broken");
  }
}
