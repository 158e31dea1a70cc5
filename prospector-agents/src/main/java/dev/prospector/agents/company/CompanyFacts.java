package dev.prospector.agents.company;

import dev.prospector.agents.company.CompanyFact.Kind;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import dev.prospector.agents.relevance.Passages;
import dev.prospector.agents.relevance.TextPassage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds what a company's own text says about its size, age, places, services and customers, in
 * Portuguese, English and Spanish. It rather finds nothing than something doubtful.
 */
public final class CompanyFacts {

  private static final int MAX_CHARS = 100_000;

  private CompanyFacts() {}

  /**
   * Returns the facts of a text in the order of their places; its first 100,000 characters are
   * read.
   *
   * @param text of a page, one line per block
   */
  public static List<CompanyFact> find(String text) {
    return find(text, true, Optional.empty());
  }

  /**
   * Returns the facts of a text.
   *
   * @param plain whether it is without mark-up, so that lists are told by their lines alone
   * @param own tells whether a sentence, or what it begins with, names the company; empty where its
   *     name is not known
   */
  static List<CompanyFact> find(String text, boolean plain, Optional<Predicate<String>> own) {
    String read = text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text;
    List<TextPassage> passages = Passages.of(read);
    List<CompanyFact> facts = new ArrayList<>(ServiceLists.find(read, passages, plain));
    for (TextPassage passage : passages) {
      String sentence = passage.of(read);
      if (sentence.chars().anyMatch(c -> c >= '0' && c <= '9')) {
        addNumbers(facts, passage, sentence, own);
      }
      if (FactPatterns.NAMING.matcher(sentence).find()) {
        addNames(facts, Kind.PLACE, FactPatterns.PLACES, passage, sentence);
        addNames(facts, Kind.CUSTOMER, FactPatterns.CUSTOMERS, passage, sentence);
      }
    }
    facts.sort(Comparator.comparingInt(CompanyFact::start).thenComparing(CompanyFact::kind));
    return distinct(facts);
  }

  private static void addNumbers(
      List<CompanyFact> facts,
      TextPassage passage,
      String sentence,
      Optional<Predicate<String>> own) {
    for (Expression pattern : FactPatterns.EMPLOYEES) {
      addNumbers(facts, Kind.EMPLOYEES, pattern, passage, sentence);
    }
    for (Expression pattern : FactPatterns.BRANCHES) {
      addNumbers(facts, Kind.BRANCHES, pattern, passage, sentence);
    }
    for (Expression pattern : FactPatterns.YEARS_ACTIVE) {
      Search matcher = pattern.matcher(sentence);
      while (matcher.find()) {
        String years = matcher.group("digits");
        int length = matcher.end("value") - matcher.start("value");
        facts.add(fact(Kind.YEARS_ACTIVE, years, matcher.start("value"), length, passage));
      }
    }
    if (!isOfOther(sentence, own)) {
      FactPatterns.FOUNDED.forEach(pattern -> addYears(facts, pattern, passage, sentence));
    }
    boolean ours =
        isOf(FactPatterns.SINCE_WE, sentence)
            || own.filter(name -> name.test(sentence)).isPresent();
    if (ours && !isOf(FactPatterns.SINCE_ELSE, sentence)) {
      FactPatterns.SINCE.forEach(pattern -> addYears(facts, pattern, passage, sentence));
    }
  }

  /** "Texas Partners was founded in 1995": the sentence is about who it begins with. */
  private static boolean isOfOther(String sentence, Optional<Predicate<String>> own) {
    Search subject = FactPatterns.SUBJECT.matcher(sentence);
    return own.isPresent()
        && subject.lookingAt()
        && own.filter(name -> name.test(subject.group(1))).isEmpty();
  }

  private static void addYears(
      List<CompanyFact> facts, Expression pattern, TextPassage passage, String sentence) {
    Search matcher = pattern.matcher(sentence);
    while (matcher.find()) {
      if (!isOf(FactPatterns.NOT_OUR_FOUNDING, sentence.substring(0, matcher.start("value")))) {
        String year = matcher.group("value");
        facts.add(fact(Kind.FOUNDED, year, matcher.start("value"), year.length(), passage));
      }
    }
  }

  private static void addNumbers(
      List<CompanyFact> facts,
      Kind kind,
      Expression pattern,
      TextPassage passage,
      String sentence) {
    Search matcher = pattern.matcher(sentence);
    while (matcher.find()) {
      long number = number(matcher);
      String before = sentence.substring(0, matcher.start("value"));
      boolean ours = kind != Kind.EMPLOYEES || !isOf(FactPatterns.NOT_OUR_EMPLOYEES, before);
      if (number > 0 && number <= 5_000_000 && ours) {
        int length = matcher.end("value") - matcher.start("value");
        facts.add(fact(kind, Long.toString(number), matcher.start("value"), length, passage));
      }
    }
  }

  private static long number(Search matcher) {
    long digits = Long.parseLong(matcher.group("digits").replaceAll("[.,]", ""));
    return !matcher.has("thousands") ? digits : digits * 1000;
  }

  private static boolean isOf(List<Expression> patterns, String text) {
    return patterns.stream().anyMatch(pattern -> pattern.isIn(text));
  }

  private static void addNames(
      List<CompanyFact> facts,
      Kind kind,
      List<Expression> patterns,
      TextPassage passage,
      String sentence) {
    for (Expression pattern : patterns) {
      Search matcher = pattern.matcher(sentence);
      while (matcher.find()) {
        int at = matcher.start("value");
        Search commas = FactPatterns.LIST_COMMA.matcher(matcher.group("value"));
        int from = 0;
        while (commas.find()) {
          addName(
              facts, kind, passage, sentence.substring(at + from, at + commas.start()), at + from);
          from = commas.end();
        }
        addName(
            facts, kind, passage, sentence.substring(at + from, matcher.end("value")), at + from);
      }
    }
  }

  private static void addName(
      List<CompanyFact> facts, Kind kind, TextPassage passage, String name, int at) {
    int length = name.length();
    while (length > 0 && ".-'&".indexOf(name.charAt(length - 1)) >= 0) {
      length--;
    }
    if (length > 1) {
      facts.add(fact(kind, name.substring(0, length), at, length, passage));
    }
  }

  private static CompanyFact fact(
      Kind kind, String value, int at, int length, TextPassage passage) {
    int start = passage.start() + at;
    return new CompanyFact(kind, value, start, start + length, passage);
  }

  /** Keeps the first of facts of one kind that name the same value. */
  private static List<CompanyFact> distinct(List<CompanyFact> facts) {
    record Said(Kind kind, String value) {}
    Set<Said> said = new HashSet<>();
    Predicate<CompanyFact> first = fact -> said.add(new Said(fact.kind(), fact.value()));
    return facts.stream().filter(first).toList();
  }
}
