package dev.prospector.evidence;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How records of one class are taken apart and put together. */
record RecordParts(
    Method[] accessors, Constructor<?> constructor, boolean canHoldRecords, boolean holdsTexts) {

  private static final ClassValue<RecordParts> OF =
      new ClassValue<>() {
        @Override
        protected RecordParts computeValue(Class<?> type) {
          return ofType(type);
        }
      };

  static RecordParts of(Record record) {
    return OF.get(record.getClass());
  }

  private static RecordParts ofType(Class<?> type) {
    RecordComponent[] components = Objects.requireNonNull(type.getRecordComponents());
    Class<?>[] types = new Class<?>[components.length];
    Method[] accessors = new Method[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      accessors[i] = components[i].getAccessor();
      accessors[i].setAccessible(true);
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      boolean canHoldRecords = Stream.of(types).anyMatch(RecordParts::canHoldRecords);
      boolean holdsTexts = Stream.of(types).anyMatch(one -> one == String.class);
      return new RecordParts(accessors, constructor, canHoldRecords, holdsTexts);
    } catch (NoSuchMethodException e) {
      throw new AssertionError("every record has a canonical constructor", e);
    }
  }

  private static boolean canHoldRecords(Class<?> type) {
    return type.isRecord() || type == Optional.class || !Modifier.isFinal(type.getModifiers());
  }

  /**
   * Returns the record with other parts; itself if every part stays, null if one is gone.
   *
   * @param change is given the declared type of a part and the part; returns null if it is gone,
   *     and the part itself if it is neither a record nor holds records
   */
  @Nullable Object again(Record record, BiFunction<Class<?>, Object, @Nullable Object> change) {
    return canHoldRecords ? changed(record, change) : record;
  }

  /** Returns the same, with texts among its parts that may change too. */
  @Nullable Object againWithTexts(
      Record record, BiFunction<Class<?>, Object, @Nullable Object> change) {
    return canHoldRecords || holdsTexts ? changed(record, change) : record;
  }

  private @Nullable Object changed(
      Record record, BiFunction<Class<?>, Object, @Nullable Object> change) {
    @Nullable Object[] values = new @Nullable Object[accessors.length];
    boolean same = true;
    try {
      for (int i = 0; i < values.length; i++) {
        Object before = accessors[i].invoke(record);
        values[i] = before == null ? null : change.apply(accessors[i].getReturnType(), before);
        if (before != null && values[i] == null) {
          return null;
        }
        same &= Objects.equals(before, values[i]);
      }
      if (!same && record instanceof Inseparable) {
        return null;
      }
      return same ? record : constructor.newInstance(values);
    } catch (IllegalAccessException | InstantiationException | InvocationTargetException e) {
      throw new IllegalArgumentException(
          record.getClass().getSimpleName() + " refuses to be put together with other facts", e);
    }
  }
}
