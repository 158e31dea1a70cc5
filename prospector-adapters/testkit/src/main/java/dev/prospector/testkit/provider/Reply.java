package dev.prospector.testkit.provider;

import dev.prospector.model.LanguageModel.Answer.Ending;
import java.nio.charset.StandardCharsets;

/** What a simulated model says, and how it ends. */
record Reply(String text, Ending ending) {

  private static final int BYTES_PER_TOKEN = 4;

  static Reply whole(String text) {
    return new Reply(text, Ending.COMPLETE);
  }

  /** Returns this reply, cut where it is longer than was asked for. */
  Reply within(int longest) {
    int most = longest * BYTES_PER_TOKEN;
    return ending == Ending.COMPLETE && tokens(text) > longest
        ? new Reply(text.substring(0, Math.min(text.length(), most / 2)), Ending.TRUNCATED)
        : this;
  }

  static long tokens(String text) {
    return (text.getBytes(StandardCharsets.UTF_8).length + BYTES_PER_TOKEN - 1) / BYTES_PER_TOKEN;
  }
}
