package dev.prospector.dossier;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts an agent's new version over an entry without touching what a person set. */
final class Ownership {

  /** The entry that stands after the write, and what was found but not written. */
  record Outcome<T>(Entry<T> entry, List<Proposal.Difference> held) {}

  private Ownership() {}

  static <T> Outcome<T> write(Entry<T> present, T found, Provenance provenance) {
    RecordComponent[] fields = present.section().type().getRecordComponents();
    Object[] values = new Object[fields.length];
    Map<String, Author> owners = new TreeMap<>();
    List<Proposal.Difference> held = new ArrayList<>();
    for (int i = 0; i < fields.length; i++) {
      String field = fields[i].getName();
      Object before = read(fields[i], present.value());
      Object after = read(fields[i], found);
      boolean personal = present.ownerOf(field) == Author.HUMAN;
      values[i] = personal ? before : after;
      if (personal) {
        owners.put(field, Author.HUMAN);
      }
      if (personal && !before.equals(after)) {
        held.add(new Proposal.Difference(field, before, after));
      }
    }
    T merged = build(present.section().type(), fields, values);
    return new Outcome<>(
        new Entry<>(present.section(), merged, provenance, owners, present.unknown()), held);
  }

  /** A person's correction: the fields that differ become the person's. */
  static <T> Entry<T> correct(Entry<T> present, T corrected, Provenance provenance) {
    Map<String, Author> owners = new TreeMap<>();
    Set<String> changed = new java.util.HashSet<>();
    for (RecordComponent field : present.section().type().getRecordComponents()) {
      if (!read(field, present.value()).equals(read(field, corrected))) {
        changed.add(field.getName());
      }
      owners.put(
          field.getName(),
          changed.contains(field.getName()) ? Author.HUMAN : present.ownerOf(field.getName()));
    }
    return new Entry<>(present.section(), corrected, provenance, owners, present.unknown());
  }

  private static Object read(RecordComponent field, Object value) {
    try {
      var accessor = field.getAccessor();
      accessor.setAccessible(true);
      Object read = accessor.invoke(value);
      if (read == null) {
        throw new IllegalArgumentException(
            "field '"
                + field.getName()
                + "' is null: use Optional, an empty list or Fact.unknown()");
      }
      return read;
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException("field '" + field.getName() + "' cannot be read", e);
    }
  }

  private static <T> T build(Class<T> type, RecordComponent[] fields, Object[] values) {
    Class<?>[] types = new Class<?>[fields.length];
    for (int i = 0; i < fields.length; i++) {
      types[i] = fields[i].getType();
    }
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          "the fields kept and the fields found do not go together in " + type.getSimpleName(), e);
    }
  }
}
