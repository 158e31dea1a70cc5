package dev.prospector.agents.passage;

import dev.prospector.agents.page.Language;
import dev.prospector.evidence.Snapshot;
import java.nio.charset.StandardCharsets;

/**
 * Up to three sentences that stand together.
 *
 * @param text its number among the texts of the lead
 * @param snapshot in which it stands
 * @param start of its first sentence
 * @param end of its last sentence
 * @param language of the text
 * @param always whether it is chosen whatever is asked
 */
record Window(int text, Snapshot snapshot, int start, int end, Language language, boolean always) {

  /** A token is taken for three bytes, which is more than it has in the three languages. */
  private static final int BYTES_PER_TOKEN = 3;

  String words() {
    return snapshot.text().substring(start, end);
  }

  int tokens() {
    int bytes = words().getBytes(StandardCharsets.UTF_8).length;
    return (bytes + BYTES_PER_TOKEN - 1) / BYTES_PER_TOKEN;
  }

  /** Returns whether another one goes on where this one ends. */
  boolean goesOnIn(Window next) {
    return next.text == text
        && next.start >= end
        && snapshot.text().substring(end, next.start).isBlank();
  }

  Window upTo(Window next) {
    return new Window(text, snapshot, start, next.end, language, always);
  }
}
