package dev.prospector.agents.page;

import java.util.List;
import java.util.Optional;

/** Recognises long texts that are mostly the filler of page templates. */
final class FillerText {

  private static final int LONGEST = 100_000;

  /** Filler has one of its words at least so often, in characters. */
  private static final int SPACING = 100;

  private static final String BEGINNING = "lorem ipsum";
  private static final List<String> WORDS =
      List.of(
          " dolor",
          " amet",
          " consectetu",
          " adipisc",
          " elit",
          " eiusmod",
          " tempor",
          " incididunt",
          " aliqua",
          " nostrud",
          " ullamco",
          " laboris",
          " velit",
          " cillum",
          " pariatur",
          " vestibulum",
          " pellentesque",
          " vivamus",
          " ipsum",
          " lorem");

  private FillerText() {}

  static Optional<ContentProblem> find(String lower, int offset) {
    int at = lower.length() <= LONGEST ? lower.indexOf(BEGINNING) : -1;
    if (at < 0) {
      return Optional.empty();
    }
    int count = 0;
    for (String word : WORDS) {
      for (int i = lower.indexOf(word); i >= 0; i = lower.indexOf(word, i + 1)) {
        count++;
      }
    }
    int end = at + BEGINNING.length();
    ContentProblem problem =
        new ContentProblem(ContentProblem.Kind.PLACEHOLDER, offset + at, offset + end);
    return count * SPACING >= lower.length() ? Optional.of(problem) : Optional.empty();
  }
}
