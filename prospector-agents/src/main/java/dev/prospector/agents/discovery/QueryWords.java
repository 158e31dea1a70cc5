package dev.prospector.agents.discovery;

import dev.prospector.context.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/**
 * What companies say when they grow, are about to buy, or use somebody's product.
 *
 * @param growth signs of growth
 * @param intent signs of a purchase to come
 * @param displacement signs of a user
 */
record QueryWords(List<String> growth, List<String> intent, List<String> displacement) {

  static QueryWords of(Language language) {
    String name = "queries-" + language.tag().substring(0, 2) + ".properties";
    Properties words = new Properties();
    try (InputStream in = Objects.requireNonNull(QueryWords.class.getResourceAsStream(name), name);
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      words.load(text);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
    return new QueryWords(
        list(words, "growth"), list(words, "intent"), list(words, "displacement"));
  }

  private static List<String> list(Properties words, String key) {
    return List.of(words.getProperty(key).split("\\s*\\|\\s*"));
  }
}
