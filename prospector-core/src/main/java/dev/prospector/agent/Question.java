package dev.prospector.agent;

import dev.prospector.model.Block;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a model is given about one lead, in parts, so that a provider can keep the beginning in its
 * cache and several questions can share their evidence.
 *
 * @param background what stands in the same words in many questions, or the whole of a question
 *     that has no parts
 * @param sources the evidence, numbered from 1 in this order
 * @param facts what was accepted before, a line each
 * @param task what to do with it; may be empty
 * @param people names of people in it, which are redacted with those of the lead
 * @param withheld how many passages were left out since they give orders to a reading machine
 */
public record Question(
    List<Block> background,
    List<Source> sources,
    List<String> facts,
    String task,
    List<String> people,
    int withheld) {

  /** Fixes the lists. */
  public Question {
    background = List.copyOf(background);
    sources = List.copyOf(sources);
    facts = List.copyOf(facts);
    people = List.copyOf(people);
  }

  /** Returns a question about texts in which no people are named but those of the lead. */
  public static Question about(List<Block> material) {
    return new Question(material, List.of(), List.of(), "", List.of(), 0);
  }

  /** Returns a question about one text. */
  public static Question about(String text) {
    return about(List.of(Block.of(text)));
  }

  /** Returns this question with evidence. */
  public Question withSources(List<Source> evidence) {
    return new Question(background, evidence, facts, task, people, withheld);
  }

  /** Returns this question with a number of passages that were left out. */
  public Question withholding(int passages) {
    return new Question(background, sources, facts, task, people, passages);
  }

  /** Returns this question with what was accepted before, a line each. */
  public Question withFacts(List<String> accepted) {
    return new Question(background, sources, accepted, task, people, withheld);
  }

  /** Returns this question with what to do. */
  public Question withTask(String words) {
    return new Question(background, sources, facts, words, people, withheld);
  }

  /** Returns this question with names of people. */
  public Question naming(List<String> names) {
    return new Question(background, sources, facts, task, names, withheld);
  }

  /** Returns all that the model is given, in order: background, evidence, facts, task. */
  public List<Block> material() {
    Fence fence =
        Fence.around(Stream.concat(sources.stream().map(Source::text), facts.stream()).toList());
    List<Block> material = new ArrayList<>(background);
    material.addAll(fence.sources(sources));
    if (!facts.isEmpty()) {
      material.add(fence.facts(facts));
    }
    if (!task.isEmpty()) {
      material.add(Block.of(task));
    }
    return material;
  }

  /**
   * Returns the question with half of its evidence, that of the most weight, numbered anew; where
   * it has no evidence, without the latter half of its blocks that do not repeat. Empty if there is
   * nothing to leave out.
   */
  public Optional<Question> shorter() {
    if (sources.size() > 1) {
      return Optional.of(withSources(weightiest(sources.size() / 2)));
    }
    long own = background.stream().filter(block -> !block.repeats()).count();
    if (own < 2) {
      return Optional.empty();
    }
    long left = own / 2;
    List<Block> kept = new ArrayList<>();
    for (Block block : background) {
      if (block.repeats() || left-- > 0) {
        kept.add(block);
      }
    }
    return Optional.of(new Question(kept, sources, facts, task, people, withheld));
  }

  private List<Source> weightiest(int most) {
    Set<Source> kept =
        new HashSet<>(
            sources.stream()
                .sorted(Comparator.comparingDouble((Source s) -> -s.weight()))
                .limit(most)
                .toList());
    return sources.stream().filter(kept::contains).toList();
  }
}
