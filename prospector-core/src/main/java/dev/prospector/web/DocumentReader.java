package dev.prospector.web;

import java.util.List;
import java.util.function.Function;

/**
 * Reads documents that are no web pages, such as PDF. Implementations are safe for several threads.
 */
public interface DocumentReader {

  /**
   * Returns whether documents of a type are read.
   *
   * @param mediaType such as {@code application/pdf}, without parameters, in lower case
   */
  boolean reads(String mediaType);

  /**
   * Reads a document, within limits of its size, pages, time and memory.
   *
   * @return what it says, or why that is not known; never an exception for what a document holds
   * @throws dev.prospector.error.InterruptedWorkException if the caller is interrupted
   */
  Result read(byte[] document);

  /** Returns a reader that reads nothing. */
  static DocumentReader none() {
    return NoDocuments.INSTANCE;
  }

  /** What came of reading a document. */
  sealed interface Result {

    /** Returns what one gets from the function for this outcome. */
    <R> R fold(Function<Text, R> text, Function<Unreadable, R> unreadable);
  }

  /**
   * What a document says.
   *
   * @param title as the document gives it; may be empty
   * @param pages the text of each page, in lines
   */
  record Text(String title, List<String> pages) implements Result {

    /** Fixes the list. */
    public Text {
      pages = List.copyOf(pages);
    }

    @Override
    public <R> R fold(Function<Text, R> text, Function<Unreadable, R> unreadable) {
      return text.apply(this);
    }
  }

  /**
   * What a document says is not known.
   *
   * @param why in which way
   * @param reason one sentence
   */
  record Unreadable(Why why, String reason) implements Result {

    @Override
    public <R> R fold(Function<Text, R> text, Function<Unreadable, R> unreadable) {
      return unreadable.apply(this);
    }
  }

  /** Why a document is not read. */
  enum Why {
    /** It does not keep to its format. */
    BROKEN,
    /** It takes a password, or its owner forbids to take its text out. */
    ENCRYPTED,
    /** It takes more bytes or memory than is given to one document. */
    TOO_LARGE,
    /** It takes more time than is given to one document. */
    TOO_SLOW,
    /** It has no text, as a document of pictures alone. */
    NO_TEXT
  }
}
