package dev.prospector.context;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages in which Prospector writes for people. */
public enum Language {
  /** Portuguese as in Brazil. */
  PT_BR("pt-BR"),
  /** English. */
  EN("en"),
  /** Spanish. */
  ES("es");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** Returns the BCP 47 tag. */
  public String tag() {
    return tag;
  }

  /** Returns the language of a BCP 47 tag such as {@code pt}, {@code pt-BR} or {@code en-GB}. */
  public static Optional<Language> of(String tag) {
    String primary = tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return Arrays.stream(values()).filter(l -> l.tag.substring(0, 2).equals(primary)).findFirst();
  }
}
