package dev.prospector.agents.argument;

import dev.prospector.context.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sentences of one package for people, in one language, from {@code wording-<tag>.properties}
 * beside its classes. Quantities, dates and names are put in; they never stand in a pattern.
 *
 * <p>Immutable.
 */
public final class Wording {

  private static final Map<Key, Wording> ALL = new ConcurrentHashMap<>();

  private final Language language;
  private final Properties sentences;

  private record Key(Class<?> owner, Language language) {}

  private Wording(Language language, Properties sentences) {
    this.language = language;
    this.sentences = sentences;
  }

  /** Returns the sentences of the package of a class. */
  public static Wording of(Class<?> owner, Language language) {
    return ALL.computeIfAbsent(
        new Key(owner, language), key -> new Wording(language, read(owner, language)));
  }

  /** Returns the language of the sentences. */
  public Language language() {
    return language;
  }

  /** Returns the locale for numbers and dates of the language. */
  public Locale locale() {
    return Locale.forLanguageTag(language.tag());
  }

  /** Returns a sentence with its parts put in; the keys are those of the resource. */
  public String say(String key, Object... parts) {
    String pattern =
        Objects.requireNonNull(
            sentences.getProperty(key), () -> "no sentence '" + key + "' in " + language);
    return new MessageFormat(pattern, locale()).format(parts);
  }

  /** Returns the label of a code: the sentence of its type's and its own name. */
  public String label(Enum<?> code) {
    return say(code.getDeclaringClass().getSimpleName() + "." + code.name());
  }

  /** Returns the keys that begin so, in order. */
  public java.util.List<String> keys(String beginning) {
    return new TreeSet<>(sentences.stringPropertyNames())
        .stream().filter(key -> key.startsWith(beginning)).toList();
  }

  private static Properties read(Class<?> owner, Language language) {
    String resource = "wording-" + language.tag() + ".properties";
    try (InputStream in =
        Objects.requireNonNull(owner.getResourceAsStream(resource), owner + " " + resource)) {
      Properties sentences = new Properties();
      sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return sentences;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a day as the language writes it in numbers. */
  public String day(LocalDate date) {
    String pattern = language() == Language.EN ? "yyyy-MM-dd" : "dd/MM/yyyy";
    return date.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
  }
}
