package dev.prospector.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of what was found the claims that are not to be kept, such as those about somebody who
 * said no, with everything that rests on them: a fact becomes unknown, an element of a list goes,
 * and so does a record that is nothing without the fact, or that is {@link Inseparable}. Safe for
 * several threads if the condition is.
 */
public final class Withholding {

  private final Predicate<Claim<?>> refused;
  private final UnaryOperator<String> texts;

  private Withholding(Predicate<Claim<?>> refused, UnaryOperator<String> texts) {
    this.refused = refused;
    this.texts = texts;
  }

  /**
   * Returns what is left of a value: the very value if nothing is withheld, and nothing if it is
   * nothing without what is.
   *
   * @param texts gives what is left of a text that rests on no claim; the very text if all of it
   */
  @SuppressWarnings("unchecked")
  public static <T> Optional<T> of(
      T value, Predicate<Claim<?>> refused, UnaryOperator<String> texts) {
    return Optional.ofNullable((T) new Withholding(refused, texts).any(value));
  }

  private @Nullable Object any(Object value) {
    if (value instanceof Fact<?> fact) {
      return fact(fact);
    } else if (value instanceof Claim<?> claim) {
      return refused.test(claim) ? null : claim;
    } else if (value instanceof Optional<?> optional) {
      return optional.map(this::any);
    } else if (value instanceof List<?> list) {
      return list(list);
    } else if (value instanceof Map<?, ?> map) {
      return map(map);
    }
    if (value instanceof String text) {
      return texts.apply(text);
    }
    return value instanceof Record record ? record(record) : value;
  }

  /** A record that refuses a text of which a part is withheld goes. */
  private @Nullable Object record(Record record) {
    try {
      Object left = RecordParts.of(record).againWithTexts(record, this::part);
      return left == null || left == record ? left : said(left, record);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  @SuppressWarnings("unchecked")
  private static Object said(Object left, Object before) {
    return left instanceof Withheld<?> withheld
        ? ((Withheld<Object>) withheld).saying(before)
        : left;
  }

  private @Nullable Object part(Class<?> type, Object value) {
    Object left = any(value);
    return left == null && type == Fact.class ? Fact.unknown() : left;
  }

  private <T> @Nullable Fact<T> fact(Fact<T> fact) {
    return fact.<Optional<Fact<T>>>fold(
            known -> known(known).map(left -> left),
            () -> Optional.of(fact),
            absent -> Optional.of(fact),
            contradicted -> sides(contradicted))
        .orElse(null);
  }

  /** All claims of a fact have its value, so that they go together. */
  private <T> Optional<Fact.Known<T>> known(Fact.Known<T> known) {
    return Optional.of(known).filter(k -> k.backing().stream().noneMatch(refused));
  }

  private <T> Optional<Fact<T>> sides(Fact.Contradicted<T> fact) {
    List<Fact.Known<T>> left =
        fact.sides().stream().filter(side -> known(side).isPresent()).toList();
    return switch (left.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(left.get(0));
      default -> Optional.of(left.size() == fact.sides().size() ? fact : contested(left));
    };
  }

  private static <T> Fact<T> contested(List<Fact.Known<T>> sides) {
    return new Fact.Contradicted<>(sides);
  }

  private List<?> list(List<?> list) {
    List<Object> left = new ArrayList<>();
    for (Object element : list) {
      Object there = any(element);
      if (there != null) {
        left.add(there);
      }
    }
    return left.equals(list) ? list : List.copyOf(left);
  }

  private Map<?, ?> map(Map<?, ?> map) {
    Map<Object, Object> left = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          Object there = any(value);
          if (there != null) {
            left.put(key, there);
          }
        });
    return left.equals(map) ? map : java.util.Collections.unmodifiableMap(left);
  }
}
