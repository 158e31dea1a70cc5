package dev.prospector.agents.signal;

import dev.prospector.agents.page.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/** The words of {@code triggers.txt} by kind and language. */
final class TriggerWords {

  /** Words that belong together stand at most so far from each other. */
  private static final int REACH = 10;

  /** A word that qualifies another stands with it, with no other part of the sentence between. */
  private static final int BESIDE = 4;

  private static final Set<String> PARTS =
      Set.of("to", "for", "from", "at", "with", "and", "para", "por", "com", "con", "y", "e");

  private static final String SIGN = ".";
  private static final Map<String, List<Line>> SECTIONS = read();

  private TriggerWords() {}

  /** One line: two groups of words that stand together, or phrases. */
  record Line(boolean holdsDenied, boolean beside, Group first, Group second, Phrases phrases) {

    /** Returns where in the words it is met: at the first group's word. */
    OptionalInt in(List<String> words) {
      if (second.isEmpty()) {
        return phrases.at(words);
      }
      for (int i = 0; i < words.size(); i++) {
        int length = first.lengthAt(words, i);
        if (length > 0 && near(words, i, length)) {
          return OptionalInt.of(i);
        }
      }
      return OptionalInt.empty();
    }

    private boolean near(List<String> words, int at, int length) {
      return stands(words, at + length, 1) || stands(words, at - 1, -1);
    }

    private boolean stands(List<String> words, int start, int step) {
      int reach = beside ? BESIDE : REACH;
      int j = start;
      for (int i = 0; i < reach && j >= 0 && j < words.size() && !parts(words.get(j)); i++) {
        if (second.lengthAt(words, j) > 0) {
          return true;
        }
        j += step;
      }
      return false;
    }

    private boolean parts(String word) {
      return word.equals(SIGN) || beside && PARTS.contains(word);
    }
  }

  /** Words and beginnings of words, by their first letters. */
  static final class Group {
    private final Map<String, List<List<String>>> byBeginning = new HashMap<>();

    Group(String words) {
      for (String word : words.isBlank() ? new String[0] : words.strip().split(" ")) {
        List<String> parts = Arrays.asList(word.split("_"));
        byBeginning.computeIfAbsent(beginning(parts.get(0)), b -> new ArrayList<>()).add(parts);
      }
    }

    boolean isEmpty() {
      return byBeginning.isEmpty();
    }

    private static String beginning(String word) {
      return word.substring(0, Math.min(2, word.length())).replace("*", "");
    }

    /** Returns how many words stand there that it holds; 0 if none. */
    int lengthAt(List<String> words, int at) {
      String word = words.get(at);
      String start = word.substring(0, Math.min(2, word.length()));
      for (List<String> parts : byBeginning.getOrDefault(start, List.of())) {
        if (at + parts.size() <= words.size() && all(parts, words, at)) {
          return parts.size();
        }
      }
      return 0;
    }

    private static boolean all(List<String> parts, List<String> words, int at) {
      for (int i = 0; i < parts.size(); i++) {
        String part = parts.get(i);
        String word = words.get(at + i);
        boolean same =
            part.endsWith("*")
                ? word.startsWith(part.substring(0, part.length() - 1))
                : word.equals(part);
        if (!same) {
          return false;
        }
      }
      return true;
    }
  }

  static List<Line> of(String subject, Language language) {
    return SECTIONS.getOrDefault(subject + " " + language.code(), List.of());
  }

  /** Returns the only group of a section of single words. */
  static Group group(String subject, Language language) {
    List<Line> lines = of(subject, language);
    return lines.isEmpty() ? new Group("") : lines.get(0).first();
  }

  private static Map<String, List<Line>> read() {
    try (InputStream in = TriggerWords.class.getResourceAsStream("triggers.txt")) {
      byte[] bytes = Objects.requireNonNull(in, "triggers.txt").readAllBytes();
      Map<String, List<Line>> sections = new HashMap<>();
      List<Line> current = new ArrayList<>();
      for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
        String entry = line.strip();
        if (entry.startsWith("[")) {
          current = new ArrayList<>();
          sections.put(entry.substring(1, entry.length() - 1), current);
        } else if (!entry.isEmpty() && !entry.startsWith("#")) {
          current.add(line(entry));
        }
      }
      return sections;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Line line(String entry) {
    boolean holds = entry.startsWith("!");
    boolean beside = entry.startsWith("~");
    String words = holds || beside ? entry.substring(1) : entry;
    int plus = words.indexOf(" + ");
    if (plus < 0) {
      return new Line(holds, beside, new Group(words), new Group(""), new Phrases(List.of(words)));
    }
    Group first = new Group(words.substring(0, plus));
    return new Line(
        holds, beside, first, new Group(words.substring(plus + 3)), new Phrases(List.of()));
  }
}
