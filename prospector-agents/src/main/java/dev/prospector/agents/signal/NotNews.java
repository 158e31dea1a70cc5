package dev.prospector.agents.signal;

import dev.prospector.agents.page.Language;
import java.util.List;
import java.util.Set;

/**
 * Tells where a word that would announce something does not: what a reader is called to do or may
 * wish, what people did of whom a sentence tells, and the way to a list of open jobs.
 */
final class NotNews {

  /** Stands for a sign that parts clauses. */
  private static final String SIGN = ".";

  private static final Set<String> WE = Set.of("we", "we're", "we've", "we'll", "nos", "nosotros");
  private static final Set<String> RELATIVE = Set.of("that", "who", "which", "que", "quem");

  /** A relative clause goes on for so many words. */
  private static final int CLAUSE = 20;

  /** A list of jobs is named so close behind the word that leads to it. */
  private static final int LEADS = 3;

  private final List<String> words;
  private final Language language;

  NotNews(List<String> words, Language language) {
    this.words = words;
    this.language = language;
  }

  /** Returns whether the word at a place announces nothing for what stands before it. */
  boolean isAt(TriggerKind kind, int at) {
    int from = clause(at);
    return isBidden(from, at)
        || isOfPeople(from, at)
        || kind == TriggerKind.HIRING && leadsToJobs(from, at);
  }

  /** "Apply to open a store card", "Para abrir uma franquia, preencha": no company opens that. */
  private boolean isBidden(int from, int at) {
    int verb = infinitive(at);
    if (verb < 0 || speaks(0, words.size())) {
      return false;
    }
    boolean first = verb == from || verb == from + 1 && words.get(from).equals("para");
    return first || holds("wishes", from, verb);
  }

  /** Returns where an infinitive begins that ends at a place; below 0 if it is another form. */
  private int infinitive(int at) {
    if (language == Language.ENGLISH) {
      boolean here = words.get(at).equals("to");
      return here ? at : at > 0 && words.get(at - 1).equals("to") ? at - 1 : -1;
    }
    return words.get(at).endsWith("r") ? at : -1;
  }

  /** "Everyone that purchased tickets": what people did, up to where the company speaks. */
  private boolean isOfPeople(int from, int at) {
    TriggerWords.Group people = TriggerWords.group("people", language);
    for (int i = Math.max(from, at - CLAUSE); i + 1 < at; i++) {
      boolean told = people.lengthAt(words, i) > 0 && RELATIVE.contains(words.get(i + 1));
      if (told && !speaks(i, at + 1)) {
        return true;
      }
    }
    return false;
  }

  /** "For current job openings see below" leads to a list, of which nothing is told. */
  private boolean leadsToJobs(int from, int at) {
    TriggerWords.Group leads = TriggerWords.group("leads", language);
    boolean first = at > from && at - from <= LEADS && leads.lengthAt(words, from) > 0;
    boolean beside = at - from > 1 && leads.lengthAt(words, at - 2) == 2;
    return (first || beside) && TriggerWords.group("jobs", language).lengthAt(words, at) > 0;
  }

  private int clause(int at) {
    int from = at;
    while (from > 0 && !words.get(from - 1).equals(SIGN)) {
      from--;
    }
    return from;
  }

  private boolean speaks(int from, int end) {
    return words.subList(from, end).stream().anyMatch(w -> WE.contains(w) || w.endsWith("mos"));
  }

  private boolean holds(String group, int from, int end) {
    TriggerWords.Group sought = TriggerWords.group(group, language);
    for (int i = from; i < end; i++) {
      if (sought.lengthAt(words, i) > 0) {
        return true;
      }
    }
    return false;
  }
}
