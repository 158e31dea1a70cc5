package dev.prospector.agents.structured.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The microformats of the first generation: their root classes and what their classes mean now. */
final class ClassicMicroformats {

  private static final Map<String, Root> ROOTS = new LinkedHashMap<>();
  private static final Map<String, Root> BY_TYPE = new LinkedHashMap<>();

  static {
    Root root = new Root("", new LinkedHashMap<>());
    for (String line : Table.lines("classic-microformats.txt")) {
      String[] words = line.strip().split(" ");
      if (line.startsWith(" ")) {
        root.meanings().put(words[0], List.of(words).subList(1, words.length));
      } else {
        root = new Root(words[1], new LinkedHashMap<>());
        ROOTS.put(words[0], root);
        BY_TYPE.put(words[1], root);
      }
    }
  }

  private ClassicMicroformats() {}

  /** A root class: its type of today, and the meanings of the class names inside it. */
  record Root(String type, Map<String, List<String>> meanings) {}

  /** Returns what a root class stands for. */
  static Optional<Root> root(String className) {
    return Optional.ofNullable(ROOTS.get(className));
  }

  /** Returns the root whose type of today is the given one. */
  static Optional<Root> ofType(String type) {
    return Optional.ofNullable(BY_TYPE.get(type));
  }

  /**
   * Returns the classes of today for those of an element inside classic roots.
   *
   * @param roots the types of the roots
   * @param classNames the element's class names
   * @param relations the element's link relations
   */
  static List<String> translated(
      List<String> roots, List<String> classNames, List<String> relations) {
    List<String> translated = new ArrayList<>();
    for (String type : roots) {
      Root root = BY_TYPE.get(type);
      if (root != null) {
        classNames.forEach(name -> addAll(root.meanings().get(name), translated));
        relations.forEach(rel -> addAll(root.meanings().get("rel=" + rel), translated));
      }
    }
    return translated;
  }

  private static void addAll(
      @org.jspecify.annotations.Nullable List<String> meanings, List<String> all) {
    if (meanings != null) {
      meanings.stream().filter(meaning -> !all.contains(meaning)).forEach(all::add);
    }
  }
}
