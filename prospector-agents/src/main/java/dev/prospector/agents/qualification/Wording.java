package dev.prospector.agents.qualification;

import dev.prospector.context.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The sentences for people, in the language of the context. */
final class Wording {

  private static final Map<Language, Wording> ALL = all();

  private final Language language;
  private final Properties sentences;

  private Wording(Language language, Properties sentences) {
    this.language = language;
    this.sentences = sentences;
  }

  static Wording in(Language language) {
    return Objects.requireNonNull(ALL.get(language));
  }

  Language language() {
    return language;
  }

  /** Returns a sentence with its parts put in; the keys are those of the resource. */
  String say(String key, Object... parts) {
    String pattern =
        Objects.requireNonNull(
            sentences.getProperty(key), () -> "no sentence '" + key + "' in " + language);
    return new MessageFormat(pattern, java.util.Locale.forLanguageTag(language.tag()))
        .format(parts);
  }

  private static Map<Language, Wording> all() {
    Map<Language, Wording> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      all.put(language, new Wording(language, read("wording-" + language.tag() + ".properties")));
    }
    return all;
  }

  private static Properties read(String resource) {
    try (InputStreamReader text =
        new InputStreamReader(
            Objects.requireNonNull(Wording.class.getResourceAsStream(resource), resource),
            StandardCharsets.UTF_8)) {
      Properties sentences = new Properties();
      sentences.load(text);
      return sentences;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
