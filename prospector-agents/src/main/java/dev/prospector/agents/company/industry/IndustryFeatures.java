package dev.prospector.agents.company.industry;

import dev.prospector.agents.page.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a text offers to a classifier of industries: occurrences of numbered features, each with the
 * place it was read at. Features are single words and pairs of neighbours (hashed), the same from
 * the company's name, and the topics of the glossary's phrases. Portuguese and Spanish phrases that
 * the glossary knows count as the English words they are read by, so that one model serves the
 * three languages.
 *
 * <p>Both the classifier and the program that trains it read texts through this class. Not safe for
 * several threads while it is being filled; {@link #of} returns it complete.
 */
public final class IndustryFeatures {

  /** Words are hashed into so many features; topics follow after them. */
  static final int WORD_FEATURES = 1 << 17;

  private static final int INDUSTRIES = Industry.values().length;

  /** What the first sentence says is most often what the company does: it is counted once more. */
  private static final int OPENING = 250;

  private static final int MAX_CHARS = 60_000;
  private static final Glossary GLOSSARY = Glossary.shipped();
  private static final int TOPIC_FEATURES = 2 * (GLOSSARY.topicCount() + INDUSTRIES);

  private int[] features = new int[256];
  private int[] starts = new int[256];
  private int size;

  private IndustryFeatures() {}

  /** Returns the number of features that there can be: every feature is from 0 to below it. */
  public static int dimensions() {
    return WORD_FEATURES + TOPIC_FEATURES;
  }

  /**
   * Reads a company's name and a text about it.
   *
   * @param name the company's name; empty when not known
   * @param text what is written about it, such as a profile or the text of its pages; read up to
   *     60,000 characters
   * @param language the text's language; other than Portuguese and Spanish is read as English
   */
  public static IndustryFeatures of(String name, String text, Language language) {
    IndustryFeatures features = new IndustryFeatures();
    features.addName(name, language);
    features.addText(text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text, language);
    return features;
  }

  /** Returns the distinct features in ascending order, and how often each occurs. */
  public Counts counts() {
    int[] sorted = Arrays.copyOf(features, size);
    Arrays.sort(sorted);
    int[] distinct = new int[size];
    int[] counts = new int[size];
    int n = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        distinct[n++] = sorted[i];
      }
      counts[n - 1]++;
    }
    return new Counts(Arrays.copyOf(distinct, n), Arrays.copyOf(counts, n));
  }

  /**
   * Distinct features and how often each occurs.
   *
   * @param features ascending
   * @param counts as many as features
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Counts(int[] features, int[] counts) {}

  int size() {
    return size;
  }

  int feature(int occurrence) {
    return features[occurrence];
  }

  /** Returns where in the text an occurrence begins; below 0 for one of the name. */
  int start(int occurrence) {
    return starts[occurrence];
  }

  private void addName(String name, Language language) {
    List<Token> read = read(Tokens.of(name), language, false, -1);
    addWords(read, 'n', false);
    addWords(read, 'w', false);
  }

  private void addText(String text, Language language) {
    List<Token> tokens = Tokens.of(text);
    int opening = openingEnd(tokens);
    List<Token> read = read(tokens, language, true, opening);
    addWords(read, 'w', true);
    int words = 0;
    while (words < read.size() && read.get(words).start() < opening) {
      words++;
    }
    addWords(read.subList(0, words), 'w', true);
  }

  private static int openingEnd(List<Token> tokens) {
    int end = 0;
    for (Token token : tokens) {
      if (token.stretch() > tokens.get(0).stretch() || token.start() >= OPENING) {
        break;
      }
      end = token.end();
    }
    return end;
  }

  /** Returns the stems by which the words are read, and notes the topics of phrases. */
  private List<Token> read(List<Token> tokens, Language language, boolean text, int opening) {
    List<Token> content = new ArrayList<>(tokens.size());
    for (Token token : tokens) {
      if (!Stopwords.function(token.word(), language)) {
        String stem = Stems.of(token.word(), language);
        content.add(new Token(stem, token.start(), token.end(), token.stretch()));
      }
    }
    List<Token> read = new ArrayList<>(content.size());
    int i = 0;
    while (i < content.size()) {
      Token token = content.get(i);
      Glossary.Phrase phrase = phraseAt(content, i, language);
      int length = phrase == null ? 1 : phrase.stems().size();
      if (phrase != null) {
        addTopics(phrase, text ? token.start() : -1, token.start() < opening);
      }
      for (int j = 0; j < length; j++) {
        addReading(read, content.get(i + j), phrase, j, language);
      }
      i += length;
    }
    return read;
  }

  private static Glossary.@Nullable Phrase phraseAt(
      List<Token> content, int at, Language language) {
    for (Glossary.Phrase phrase : GLOSSARY.startingWith(content.get(at).word(), language)) {
      if (standsAt(phrase.stems(), content, at)) {
        return phrase;
      }
    }
    return null;
  }

  private static boolean standsAt(List<String> stems, List<Token> content, int at) {
    if (at + stems.size() > content.size()) {
      return false;
    }
    for (int i = 1; i < stems.size(); i++) {
      Token token = content.get(at + i);
      if (token.stretch() != content.get(at).stretch() || !token.word().equals(stems.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static void addReading(
      List<Token> read,
      Token token,
      Glossary.@Nullable Phrase phrase,
      int position,
      Language language) {
    if (language != Language.PORTUGUESE && language != Language.SPANISH) {
      read.add(token);
    } else if (phrase == null) {
      String word = Stems.englishRelative(token.word());
      read.add(new Token(word, token.start(), token.end(), token.stretch()));
    } else if (position == 0) {
      for (String word : phrase.english()) {
        read.add(new Token(word, token.start(), token.end(), token.stretch()));
      }
    }
  }

  private void addTopics(Glossary.Phrase phrase, int start, boolean opening) {
    int opened = GLOSSARY.topicCount() + INDUSTRIES;
    for (int topic : phrase.topics()) {
      int industry = GLOSSARY.topicCount() + GLOSSARY.industry(topic).ordinal();
      add(WORD_FEATURES + topic, start);
      add(WORD_FEATURES + industry, start);
      if (opening) {
        add(WORD_FEATURES + opened + topic, start);
        add(WORD_FEATURES + opened + industry, start);
      }
    }
  }

  private void addWords(List<Token> words, char kind, boolean text) {
    Token before = null;
    for (Token token : words) {
      if (text && Stopwords.filler(token.word())) {
        continue;
      }
      int start = text ? token.start() : -1;
      add(mixed(hash(seed(kind), token.word())), start);
      if (before != null && before.stretch() == token.stretch()) {
        add(mixed(hash(hash(hash(seed(kind), before.word()), " "), token.word())), start);
      }
      before = token;
    }
  }

  private void add(int feature, int start) {
    if (size == features.length) {
      features = Arrays.copyOf(features, size * 2);
      starts = Arrays.copyOf(starts, size * 2);
    }
    features[size] = feature;
    starts[size++] = start;
  }

  private static int seed(char kind) {
    return (0x811c9dc5 ^ kind) * 0x01000193;
  }

  /** Goes on with FNV-1a over the characters. */
  private static int hash(int begun, String word) {
    int hash = begun;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * 0x01000193;
    }
    return hash;
  }

  /** Mixes the bits as MurmurHash3 ends, and keeps as many as there are features. */
  private static int mixed(int begun) {
    int hash = (begun ^ (begun >>> 16)) * 0x85ebca6b;
    hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
    return (hash ^ (hash >>> 16)) & (WORD_FEATURES - 1);
  }
}
