package dev.prospector.adapter.export.record;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.prospector.agents.page.PageText;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Fact;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns a section's record into maps, lists, texts, numbers and truth values. Facts are shown by
 * state, value, confidence and the numbers of their claims; nothing needs to be known about the
 * record.
 */
final class PlainValues {

  private static final ClassValue<Method[]> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
          RecordComponent[] components = type.getRecordComponents();
          Method[] accessors = new Method[components.length];
          for (int i = 0; i < components.length; i++) {
            accessors[i] = components[i].getAccessor();
            accessors[i].setAccessible(true);
          }
          return accessors;
        }
      };

  private static final ClassValue<Optional<Method>> SINGLE_VALUE =
      new ClassValue<>() {
        @Override
        protected Optional<Method> computeValue(Class<?> type) {
          for (Method method : type.getDeclaredMethods()) {
            if (method.isAnnotationPresent(JsonValue.class) && method.getParameterCount() == 0) {
              method.setAccessible(true);
              return Optional.of(method);
            }
          }
          return Optional.empty();
        }
      };

  private final Claims claims;
  private String section = "";

  PlainValues(Claims claims) {
    this.claims = claims;
  }

  /** Returns a section's value; its claims are numbered as its own. */
  @Nullable Object section(String name, Object value) {
    section = name;
    return plain(value);
  }

  /** Returns any value in plain form. */
  @Nullable Object plain(@Nullable Object value) {
    if (value == null || value instanceof String || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Number number) {
      return number instanceof BigDecimal decimal ? decimal.toPlainString() : number;
    }
    if (value instanceof Fact<?> fact) {
      return fact(fact);
    }
    if (value instanceof Claim<?> claim) {
      return claim(claim);
    }
    if (value instanceof Optional<?> optional) {
      return plain(optional.orElse(null));
    }
    if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
      return container(value);
    }
    return object(value);
  }

  private Object container(Object value) {
    if (value instanceof Map<?, ?> map) {
      return entries(map);
    }
    List<@Nullable Object> items = new ArrayList<>();
    for (Object item : (Collection<?>) value) {
      items.add(plain(item));
    }
    if (value instanceof Set<?>) {
      items.sort(java.util.Comparator.comparing(String::valueOf));
    }
    return items;
  }

  /** Maps come in any order, so that theirs cannot be kept. */
  private Map<String, @Nullable Object> entries(Map<?, ?> map) {
    Map<String, @Nullable Object> entries = new TreeMap<>();
    map.forEach((key, item) -> entries.put(String.valueOf(plain(key)), plain(item)));
    return entries;
  }

  private @Nullable Object object(Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof Currency currency) {
      return currency.getCurrencyCode();
    }
    Optional<Method> single = SINGLE_VALUE.get(value.getClass());
    if (single.isPresent()) {
      return plain(read(single.get(), value));
    }
    return value instanceof Record ? fields(value) : value.toString();
  }

  private Map<String, @Nullable Object> fields(Object value) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (Method accessor : ACCESSORS.get(value.getClass())) {
      Object field = read(accessor, value);
      if (!isLayout(field)) {
        fields.put(snakeCase(accessor.getName()), plain(field));
      }
    }
    return fields;
  }

  /** A page's regions count UTF-16 units and are of use to agents only. */
  private static boolean isLayout(@Nullable Object field) {
    return field instanceof List<?> list
        && !list.isEmpty()
        && list.get(0) instanceof PageText.Region;
  }

  private Map<String, @Nullable Object> fact(Fact<?> fact) {
    return fact.fold(
        known -> side("KNOWN", known),
        () -> state("UNKNOWN"),
        absent -> {
          Map<String, @Nullable Object> shown = state("ABSENT");
          shown.put("claims", numbers(absent.backing()));
          return shown;
        },
        contradicted -> {
          Map<String, @Nullable Object> shown = state("CONTRADICTED");
          List<Object> sides = new ArrayList<>();
          contradicted.sides().forEach(known -> sides.add(side("", known)));
          shown.put("sides", sides);
          return shown;
        });
  }

  private static Map<String, @Nullable Object> state(String state) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    if (!state.isEmpty()) {
      shown.put("state", state);
    }
    return shown;
  }

  private Map<String, @Nullable Object> side(String state, Fact.Known<?> known) {
    Map<String, @Nullable Object> shown = state(state);
    shown.put("value", plain(known.known()));
    shown.put("confidence", rounded(known.confidence()));
    shown.put("claims", numbers(known.backing()));
    return shown;
  }

  private Map<String, @Nullable Object> claim(Claim<?> claim) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("value", plain(claim.value()));
    shown.put("claims", numbers(List.of(claim)));
    return shown;
  }

  private List<Integer> numbers(List<? extends Claim<?>> backing) {
    return backing.stream().map(claim -> claims.number(section, claim)).toList();
  }

  static double rounded(double share) {
    return Math.round(share * 10_000) / 10_000.0;
  }

  static String snakeCase(String name) {
    StringBuilder snake = new StringBuilder();
    for (char c : name.toCharArray()) {
      if (Character.isUpperCase(c)) {
        snake.append('_').append(Character.toLowerCase(c));
      } else {
        snake.append(c);
      }
    }
    return snake.toString();
  }

  private static @Nullable Object read(Method accessor, Object value) {
    try {
      return accessor.invoke(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException(accessor.getName() + " cannot be read", e);
    }
  }
}
