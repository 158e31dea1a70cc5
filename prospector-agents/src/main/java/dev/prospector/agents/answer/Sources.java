package dev.prospector.agents.answer;

import dev.prospector.dossier.Fingerprint;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Evidence;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.ValueType;
import dev.prospector.model.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Passages that a model is given, numbered from 1, each in a fence that nothing inside it can
 * close. What it says of a number becomes a claim on that passage's snapshot, or nothing.
 *
 * @param passages in the order of their numbers
 */
public record Sources(List<Passage> passages) {

  /**
   * A passage.
   *
   * @param snapshot in which it stands
   * @param text its words
   */
  public record Passage(Snapshot snapshot, String text) {}

  /** Fixes the list. */
  public Sources {
    passages = List.copyOf(passages);
  }

  /** Returns a block for each passage. */
  public List<Block> blocks() {
    Fingerprint.Hasher hasher = Fingerprint.hasher();
    passages.forEach(passage -> hasher.add(passage.text()));
    String mark = hasher.finish().toString().substring(0, 12);
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      String text = passages.get(i).text().replace(mark, "").replace("<source", "< source");
      text = text.replace("</source", "< /source");
      String number = String.valueOf(i + 1);
      blocks.add(
          Block.of(
              "<source number=\""
                  + number
                  + "\" mark=\""
                  + mark
                  + "\">\n"
                  + text
                  + "\n</source "
                  + mark
                  + ">"));
    }
    return blocks;
  }

  /**
   * Returns the claim that a statement backs; nothing, counted by the gate, if its number is not
   * there, its words are not, or the value does not follow from them.
   *
   * @param reader reads the value out of what is said; empty if it cannot
   */
  public <T> Optional<Claim<T>> claim(
      Evidence evidence,
      String field,
      ValueType<T> type,
      Said said,
      Function<String, Optional<T>> reader) {
    Optional<T> value = said.text().isEmpty() ? Optional.empty() : reader.apply(said.text());
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (said.source() < 1 || said.source() > passages.size()) {
      evidence.rejectWithoutSource(field);
      return Optional.empty();
    }
    Snapshot snapshot = passages.get(said.source() - 1).snapshot();
    return evidence.claim(field, type, value.get(), snapshot, said.words());
  }
}
