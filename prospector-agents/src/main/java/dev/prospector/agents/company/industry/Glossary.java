package dev.prospector.agents.company.industry;

import dev.prospector.agents.internal.ResourceSections;
import dev.prospector.agents.page.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Business words in English, Portuguese and Spanish under the topics of industries that they speak
 * for. A Portuguese or Spanish phrase also says by which English words it is read.
 *
 * <p>A line of the resource holds the three languages, parted by bars, each a list of forms. Forms
 * correspond by position where the lists are of one length; else all stand for the first English
 * form. Section {@code -} holds words of no topic.
 */
final class Glossary {

  /** A phrase as stems, the English stems it is read by, and its topics as indices. */
  record Phrase(List<String> stems, List<String> english, List<Integer> topics) {}

  private static final Glossary SHIPPED =
      new Glossary(ResourceSections.read(Glossary.class, "glossary.txt"));

  private final Map<String, List<String>> sections;
  private final List<String> topics;

  /** The phrases by the stem that they begin with, of the languages that were asked for so far. */
  private final Map<Language, Map<String, List<Phrase>>> indexes = new ConcurrentHashMap<>();

  private Glossary(Map<String, List<String>> sections) {
    this.sections = sections;
    topics = sections.keySet().stream().filter(name -> !name.equals("-")).toList();
  }

  static Glossary shipped() {
    return SHIPPED;
  }

  int topicCount() {
    return topics.size();
  }

  /** Returns the industry of a topic. */
  Industry industry(int topic) {
    return Industry.valueOf(topics.get(topic).split(" ", 2)[0]);
  }

  /** Returns the phrases that begin with a stem, longest first. */
  List<Phrase> startingWith(String stem, Language language) {
    Language known =
        switch (language) {
          case PORTUGUESE, SPANISH -> language;
          default -> Language.ENGLISH;
        };
    Map<String, List<Phrase>> index = indexes.computeIfAbsent(known, this::index);
    return index.getOrDefault(stem, List.of());
  }

  private Map<String, List<Phrase>> index(Language language) {
    Map<List<String>, Phrase> phrases = new LinkedHashMap<>();
    sections.forEach(
        (section, lines) -> {
          int topic = topics.indexOf(section);
          for (String line : lines) {
            phrases(line, language)
                .forEach((stems, english) -> merge(phrases, stems, english, topic));
          }
        });
    Map<String, List<Phrase>> index = new HashMap<>();
    for (Phrase phrase : phrases.values()) {
      index.computeIfAbsent(phrase.stems().get(0), stem -> new ArrayList<>()).add(phrase);
    }
    Comparator<Phrase> longestFirst = Comparator.comparingInt(phrase -> -phrase.stems().size());
    index.values().forEach(list -> list.sort(longestFirst));
    return index;
  }

  private static void merge(
      Map<List<String>, Phrase> phrases, List<String> stems, List<String> english, int topic) {
    Phrase known = phrases.getOrDefault(stems, new Phrase(stems, english, List.of()));
    SortedSet<Integer> all = new TreeSet<>(known.topics());
    if (topic >= 0) {
      all.add(topic);
    }
    phrases.put(stems, new Phrase(stems, known.english(), List.copyOf(all)));
  }

  /** Returns the phrases of one line in one language, each with its English reading. */
  private static Map<List<String>, List<String>> phrases(String line, Language language) {
    List<List<String>> forms = Arrays.stream(line.split("\\|")).map(Glossary::forms).toList();
    int column =
        switch (language) {
          case PORTUGUESE -> 1;
          case SPANISH -> 2;
          default -> 0;
        };
    Map<List<String>, List<String>> phrases = new LinkedHashMap<>();
    List<String> written = column < forms.size() ? forms.get(column) : List.of();
    List<String> read = forms.get(0);
    for (int i = 0; i < written.size(); i++) {
      List<String> stems = stems(written.get(i), language);
      String reading = read.get(read.size() == written.size() ? i : 0);
      if (!stems.isEmpty()) {
        phrases.putIfAbsent(stems, stems(reading, Language.ENGLISH));
      }
    }
    return phrases;
  }

  private static List<String> forms(String part) {
    return Arrays.stream(part.strip().split(",")).map(String::stripLeading).toList();
  }

  private static List<String> stems(String form, Language language) {
    return Tokens.words(form).stream()
        .filter(word -> !Stopwords.function(word, language))
        .map(word -> Stems.of(word, language))
        .toList();
  }
}
