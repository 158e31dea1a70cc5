package dev.prospector.agents.page;

/** The language of a text, as far as the rules of this library tell them apart. */
public enum Language {
  /** Portuguese. */
  PORTUGUESE("pt"),
  /** English. */
  ENGLISH("en"),
  /** Spanish. */
  SPANISH("es"),
  /** A language that the rules do not know. */
  OTHER("other"),
  /** Too little text to tell. */
  UNKNOWN("unknown");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** Returns the ISO 639-1 code, or {@code other} or {@code unknown}. */
  public String code() {
    return code;
  }
}
