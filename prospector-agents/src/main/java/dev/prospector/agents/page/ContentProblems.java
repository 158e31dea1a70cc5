package dev.prospector.agents.page;

import dev.prospector.agents.page.ContentProblem.Kind;
import dev.prospector.agents.page.layout.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks for passages that only pages without content of their own show. */
final class ContentProblems {

  private static final List<Rules> RULES = rules();

  private ContentProblems() {}

  static Optional<ContentProblem> find(String text, int start, int end) {
    int length = end - start;
    String lower = text.substring(start, end).toLowerCase(Locale.ROOT);
    if (lower.length() != length) {
      return Optional.empty();
    }
    for (Rules rules : RULES) {
      Optional<ContentProblem> found =
          length <= rules.longest() ? rules.find(lower, start) : Optional.empty();
      if (found.isPresent()) {
        return found;
      }
    }
    return FillerText.find(lower, start);
  }

  private static List<Rules> rules() {
    Vocabulary vocabulary = Vocabulary.read("content-problems.txt");
    List<Rules> rules = new ArrayList<>();
    for (String name : vocabulary.names()) {
      String[] parts = name.split(" ");
      List<Passage> passages = vocabulary.section(name).stream().map(Passage::of).toList();
      rules.add(new Rules(Kind.valueOf(parts[0]), Integer.parseInt(parts[1]), passages));
    }
    return List.copyOf(rules);
  }

  /** The passages of one kind, and the length of text up to which they decide. */
  private record Rules(Kind kind, int longest, List<Passage> passages) {

    Optional<ContentProblem> find(String lower, int offset) {
      for (Passage passage : passages) {
        int at = passage.find(lower);
        if (at >= 0) {
          int end = at + passage.words().length();
          return Optional.of(new ContentProblem(kind, offset + at, offset + end));
        }
      }
      return Optional.empty();
    }
  }

  /** A wording, and whether it must begin or end a line. */
  private record Passage(String words, boolean begins, boolean ends) {

    static Passage of(String rule) {
      boolean begins = rule.startsWith("^");
      boolean ends = rule.endsWith("$");
      String words = rule.substring(begins ? 1 : 0, rule.length() - (ends ? 1 : 0));
      return new Passage(words, begins, ends);
    }

    int find(String lower) {
      for (int at = lower.indexOf(words); at >= 0; at = lower.indexOf(words, at + 1)) {
        int end = at + words.length();
        boolean first = at == 0 || lower.charAt(at - 1) == '\n';
        boolean last = end == lower.length() || lower.charAt(end) == '\n';
        if ((first || !begins) && (last || !ends)) {
          return at;
        }
      }
      return -1;
    }
  }
}
