package dev.prospector.agents.trade;

import dev.prospector.agents.page.Language;
import dev.prospector.agents.relevance.Term;
import dev.prospector.agents.relevance.Terms;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The trades that are known by name in Portuguese, English and Spanish, and where a text names
 * them. Immutable, safe for several threads.
 */
public final class Trades {

  private static final List<Language> COLUMNS =
      List.of(Language.ENGLISH, Language.PORTUGUESE, Language.SPANISH);

  private static final Set<String> LINKS =
      Set.of("", "-", "–", "/", "de", "do", "da", "dos", "das", "del", "of", "&");

  private static final Trades SHIPPED = new Trades();

  private final List<Trade> all = new ArrayList<>();

  /** By place in the list of all, the names in each language as they are written. */
  private final List<List<List<String>>> written = new ArrayList<>();

  /** Of the languages that were asked for so far. */
  private final Map<Language, TradeNames> names = new ConcurrentHashMap<>();

  private Trades() {
    String[] section = {"", ""};
    for (String line : read().lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        section = line.substring(1, line.length() - 1).split(" ", 2);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        add(section, line);
      }
    }
  }

  private TradeNames names(Language language) {
    int column = COLUMNS.indexOf(language);
    TradeNames names = new TradeNames();
    for (int i = 0; i < all.size(); i++) {
      for (String form : written.get(i).get(column)) {
        names.add(all.get(i), form, language);
      }
    }
    names.sort();
    return names;
  }

  /** Returns the trades that ship. */
  public static Trades shipped() {
    return SHIPPED;
  }

  /** Returns every trade, in the order of the resource. */
  public List<Trade> all() {
    return List.copyOf(all);
  }

  private void add(String[] section, String line) {
    boolean general = line.startsWith("*");
    List<List<String>> forms =
        Arrays.stream((general ? line.substring(1) : line).split("\\|"))
            .map(Trades::forms)
            .toList();
    List<String> labels = forms.stream().map(f -> plain(f.get(0))).toList();
    List<String> names = forms.stream().flatMap(List::stream).map(Trades::plain).toList();
    all.add(new Trade(section[1], section[0], general, labels, names));
    written.add(forms);
  }

  private static List<String> forms(String part) {
    return Arrays.stream(part.strip().split(",")).map(String::stripLeading).toList();
  }

  private static String plain(String form) {
    return form.startsWith("~") ? form.substring(1) : form;
  }

  /**
   * Returns where a passage names trades, the longest names first at each place; they do not
   * overlap.
   *
   * @param passage a sentence, a line or a short text
   * @param language of the passage; one that is not known is read as the one in which it names
   *     most, any other than the three as English
   */
  public List<TradeMention> find(String passage, Language language) {
    if (language != Language.UNKNOWN) {
      return findIn(passage, language);
    }
    return COLUMNS.stream()
        .map(l -> findIn(passage, l))
        .max(Comparator.comparingInt(Trades::length))
        .orElseThrow();
  }

  private static int length(List<TradeMention> mentions) {
    return mentions.stream().mapToInt(m -> m.end() - m.start()).sum();
  }

  private List<TradeMention> findIn(String passage, Language language) {
    TradeNames known = names.computeIfAbsent(reading(language), this::names);
    List<Term> terms = Terms.of(passage, language);
    List<TradeMention> found = new ArrayList<>();
    int i = 0;
    while (i < terms.size()) {
      List<TradeNames.Name> here = namesAt(known, reading(language), passage, terms, i);
      int length = here.isEmpty() ? 1 : here.get(0).stems().size();
      for (TradeNames.Name name : here) {
        int start = terms.get(i).start();
        int end = terms.get(i + length - 1).end();
        boolean others = Surroundings.others(passage, start, end, reading(language));
        found.add(new TradeMention(name.trade(), start, end, name.everyday(), others));
      }
      i += length;
    }
    return found;
  }

  /** Two trades may share a name; of names that begin here, the longest count. */
  private static List<TradeNames.Name> namesAt(
      TradeNames known, Language language, String passage, List<Term> terms, int at) {
    List<TradeNames.Name> here = new ArrayList<>();
    for (TradeNames.Name name : known.startingWith(terms.get(at).stem())) {
      boolean asLong = here.isEmpty() || here.get(0).stems().size() == name.stems().size();
      boolean asWritten = language != Language.ENGLISH || written(name, passage, terms, at);
      if (asLong && asWritten && standsAt(name, passage, terms, at)) {
        here.add(name);
      }
    }
    return here;
  }

  /** English stems join words of different sense, such as clinic and clinical, consult and -ant. */
  private static boolean written(TradeNames.Name name, String passage, List<Term> terms, int at) {
    for (int i = 0; i < name.words().size(); i++) {
      boolean there = at + i < terms.size();
      if (!there || !TradeNames.word(passage, terms.get(at + i)).equals(name.words().get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean standsAt(TradeNames.Name name, String passage, List<Term> terms, int at) {
    if (at + name.stems().size() > terms.size()) {
      return false;
    }
    for (int i = 1; i < name.stems().size(); i++) {
      Term term = terms.get(at + i);
      String between = TradeNames.between(passage, terms.get(at + i - 1), term);
      boolean linked = LINKS.contains(between) || between.equals(name.between().get(i - 1));
      if (!linked || !term.stem().equals(name.stems().get(i))) {
        return false;
      }
    }
    return true;
  }

  private static Language reading(Language language) {
    return language == Language.PORTUGUESE || language == Language.SPANISH
        ? language
        : Language.ENGLISH;
  }

  private static String read() {
    try (InputStream in = Trades.class.getResourceAsStream("trades.txt")) {
      return new String(
          Objects.requireNonNull(in, "trades.txt").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
