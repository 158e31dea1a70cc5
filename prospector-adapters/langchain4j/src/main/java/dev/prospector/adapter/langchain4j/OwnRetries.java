package dev.prospector.adapter.langchain4j;

import java.lang.reflect.Field;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns of models that try again by themselves: what they pay for then is neither reserved nor
 * settled.
 */
final class OwnRetries {

  private static final Logger LOG = LoggerFactory.getLogger(OwnRetries.class);

  private OwnRetries() {}

  static void warn(Object model, String name) {
    OptionalInt retries = of(model);
    if (retries.isEmpty()) {
      LOG.warn(
          "whether {} tries again by itself cannot be seen: build it with maxRetries(0), since"
              + " budgets know nothing of its own tries",
          name);
    } else if (retries.getAsInt() > 0) {
      LOG.warn(
          "{} tries again {} times by itself, of which budgets know nothing: build it with"
              + " maxRetries(0)",
          name,
          retries.getAsInt());
    }
  }

  /** Returns how often a model tries again, as the models of LangChain4j keep it; or nothing. */
  static OptionalInt of(Object model) {
    for (Class<?> type = model.getClass(); type != null; type = type.getSuperclass()) {
      try {
        Field field = type.getDeclaredField("maxRetries");
        field.setAccessible(true);
        Object value = field.get(model);
        return value instanceof Integer number ? OptionalInt.of(number) : OptionalInt.empty();
      } catch (NoSuchFieldException e) {
        continue;
      } catch (IllegalAccessException | RuntimeException e) {
        return OptionalInt.empty();
      }
    }
    return OptionalInt.empty();
  }
}
