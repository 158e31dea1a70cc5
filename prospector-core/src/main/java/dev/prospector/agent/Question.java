package dev.prospector.agent;

import dev.prospector.model.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a model is given about one lead.
 *
 * @param material in order; where it is too long for a model, blocks at the end that do not repeat
 *     are left out
 * @param people names of people in it, which are redacted with those of the lead
 */
public record Question(List<Block> material, List<String> people) {

  /** Fixes the lists. */
  public Question {
    material = List.copyOf(material);
    people = List.copyOf(people);
  }

  /** Returns a question about texts in which no people are named but those of the lead. */
  public static Question about(List<Block> material) {
    return new Question(material, List.of());
  }

  /** Returns a question about one text. */
  public static Question about(String text) {
    return about(List.of(Block.of(text)));
  }

  /** Returns this question with names of people. */
  public Question naming(List<String> names) {
    return new Question(material, names);
  }

  /**
   * Returns the question without the latter half of its blocks that do not repeat; empty if there
   * is nothing to leave out.
   */
  public Optional<Question> shorter() {
    long own = material.stream().filter(block -> !block.repeats()).count();
    if (own < 2) {
      return Optional.empty();
    }
    long left = own / 2;
    List<Block> kept = new ArrayList<>();
    for (Block block : material) {
      if (block.repeats() || left-- > 0) {
        kept.add(block);
      }
    }
    return Optional.of(new Question(kept, people));
  }
}
