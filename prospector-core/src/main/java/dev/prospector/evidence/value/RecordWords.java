package dev.prospector.evidence.value;

import dev.prospector.error.ConfigurationException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Looks for the parts of a record, such as those of an address, word for word in a quote. */
final class RecordWords<T extends Record> implements ComparedValue.Comparison<T> {

  private static final Pattern GROUPING = Pattern.compile("(?<=\\d)\\.(?=\\d{3}(?!\\d))");

  private final List<Method> parts = new ArrayList<>();

  RecordWords(Class<T> type) {
    for (RecordComponent part : type.getRecordComponents()) {
      if (part.getType() != String.class) {
        throw new ConfigurationException(
            "a value type of " + type.getSimpleName(),
            List.of("'" + part.getName() + "' is no String and cannot be looked for in a quote"));
      }
      part.getAccessor().trySetAccessible();
      parts.add(part.getAccessor());
    }
  }

  @Override
  public boolean holds(T value, String quote) {
    List<String> words = words(quote);
    boolean any = false;
    for (Method part : parts) {
      List<String> sought = words(written(part, value));
      if (!sought.isEmpty() && !Words.hold(words, sought)) {
        return false;
      }
      any |= !sought.isEmpty();
    }
    return any;
  }

  /** A point that groups the digits of a number makes no other number. */
  private static List<String> words(String text) {
    return Words.of(GROUPING.matcher(text).replaceAll(""));
  }

  private static String written(Method part, Object value) {
    try {
      return (String) part.invoke(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(part + " cannot be read: open its package to reflection", e);
    }
  }
}
