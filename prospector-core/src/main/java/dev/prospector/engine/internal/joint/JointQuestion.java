package dev.prospector.engine.internal.joint;

import dev.prospector.agent.Question;
import dev.prospector.agent.Source;
import dev.prospector.model.Block;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes one question of several: what they share stands there once, evidence has one numbering, and
 * what is for some parts alone is marked with their names.
 */
public final class JointQuestion {

  /** About 6,000 tokens of evidence, at four bytes a token. */
  private static final int MOST_EVIDENCE = 24_000;

  private final Map<String, Question> questions;

  private JointQuestion(Map<String, Question> questions) {
    this.questions = questions;
  }

  /**
   * Returns the question for several parts, in order.
   *
   * @param questions by the names of the parts; at least one
   */
  public static Question of(Map<String, Question> questions) {
    return new JointQuestion(questions).joined();
  }

  private Question joined() {
    List<Block> background = new ArrayList<>();
    owners(Question::background).forEach((block, names) -> background.add(marked(block, names)));
    background.sort(Comparator.comparing(block -> !block.repeats()));
    Set<String> people = new LinkedHashSet<>();
    questions.values().forEach(question -> people.addAll(question.people()));
    return Question.about(background)
        .withSources(sources())
        .withFacts(facts())
        .withTask(task())
        .naming(List.copyOf(people));
  }

  /** Those for all first, then the others under a line with the names of their parts. */
  private List<String> facts() {
    List<String> forAll = new ArrayList<>();
    Map<String, List<String>> forSome = new LinkedHashMap<>();
    owners(Question::facts)
        .forEach(
            (fact, names) -> {
              String mark = mark(names);
              (mark.isEmpty() ? forAll : forSome.computeIfAbsent(mark, m -> new ArrayList<>()))
                  .add(fact);
            });
    List<String> facts = new ArrayList<>(forAll);
    forSome.forEach(
        (mark, some) -> {
          facts.add(mark.strip());
          facts.addAll(some);
        });
    return facts;
  }

  private <E> Map<E, List<String>> owners(Function<Question, List<E>> elements) {
    Map<E, List<String>> owners = new LinkedHashMap<>();
    questions.forEach(
        (name, question) ->
            elements
                .apply(question)
                .forEach(
                    element -> {
                      List<String> names = owners.computeIfAbsent(element, e -> new ArrayList<>());
                      if (!names.contains(name)) {
                        names.add(name);
                      }
                    }));
    return owners;
  }

  private Block marked(Block block, List<String> names) {
    return new Block(mark(names) + block.text(), block.repeats());
  }

  private String mark(List<String> names) {
    return names.size() == questions.size() ? "" : "[" + String.join(", ", names) + "] ";
  }

  private String task() {
    return questions.entrySet().stream()
        .filter(entry -> !entry.getValue().task().isEmpty())
        .map(entry -> "# Part " + entry.getKey() + "\n\n" + entry.getValue().task())
        .collect(Collectors.joining("\n\n"));
  }

  /** Each passage once; where they are too many, each part keeps those of the most weight to it. */
  private List<Source> sources() {
    Map<List<Object>, Source> all = new LinkedHashMap<>();
    questions.values().forEach(q -> q.sources().forEach(s -> all.putIfAbsent(key(s), s)));
    Set<List<Object>> kept = kept();
    return all.entrySet().stream()
        .filter(entry -> kept.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static List<Object> key(Source source) {
    return List.of(source.snapshot(), source.text());
  }

  private Set<List<Object>> kept() {
    List<List<Source>> byWeight =
        questions.values().stream()
            .map(
                question ->
                    question.sources().stream()
                        .sorted(Comparator.comparingDouble((Source s) -> -s.weight()))
                        .toList())
            .toList();
    int most = byWeight.stream().mapToInt(List::size).max().orElse(0);
    Set<List<Object>> kept = new LinkedHashSet<>();
    int left = MOST_EVIDENCE;
    for (int i = 0; i < most; i++) {
      for (List<Source> sources : byWeight) {
        if (i < sources.size() && !kept.contains(key(sources.get(i)))) {
          int bytes = sources.get(i).text().getBytes(StandardCharsets.UTF_8).length;
          if (bytes <= left) {
            left -= bytes;
            kept.add(key(sources.get(i)));
          }
        }
      }
    }
    return kept;
  }
}
