package dev.prospector.adapter.springai;

import java.lang.reflect.Field;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Warns of models that try again by themselves: what they pay for then is neither reserved nor
 * settled. Spring AI's own template tries ten times.
 */
final class OwnRetries {

  private static final Logger LOG = LoggerFactory.getLogger(OwnRetries.class);

  private OwnRetries() {}

  static void warn(Object model, String name) {
    Optional<Boolean> retries = of(model);
    if (retries.isEmpty()) {
      LOG.warn(
          "whether {} tries again by itself cannot be seen: build it with a RetryTemplate of no"
              + " retries, since budgets know nothing of its own tries",
          name);
    } else if (retries.get()) {
      LOG.warn(
          "{} tries again by itself, of which budgets know nothing: build it with a RetryTemplate"
              + " of no retries",
          name);
    }
  }

  /** Returns whether a model tries again, as the models of Spring AI keep it; or nothing. */
  static Optional<Boolean> of(Object model) {
    for (Class<?> type = model.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (RetryTemplate.class.isAssignableFrom(field.getType())) {
          return retries(field, model);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Boolean> retries(Field field, Object model) {
    try {
      field.setAccessible(true);
      return field.get(model) instanceof RetryTemplate template
          ? Optional.of(retries(template))
          : Optional.empty();
    } catch (IllegalAccessException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static boolean retries(RetryTemplate template) {
    long first = template.getRetryPolicy().getBackOff().start().nextBackOff();
    return first != BackOffExecution.STOP;
  }
}
