package dev.prospector.agents.internal;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds every expression that a class of this module holds, however deep in tables and records. */
final class ShippedExpressions {

  private static final String OWN = "dev.prospector.agents.";

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> open = new ArrayDeque<>();
  private final SortedMap<String, Expression> found = new TreeMap<>();

  private ShippedExpressions() {}

  /** Returns them by the class that holds them and their source. */
  static SortedMap<String, Expression> find() throws Exception {
    ShippedExpressions search = new ShippedExpressions();
    Path root =
        Path.of(Expression.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    for (String name : classes(root)) {
      search.read(Class.forName(name));
    }
    return search.found;
  }

  private static Iterable<String> classes(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
          .map(file -> file.replace(".class", "").replace('/', '.'))
          .sorted()
          .toList();
    }
  }

  private void read(Class<?> type) throws IllegalAccessException {
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
        field.setAccessible(true);
        open.add(field.get(null) == null ? "" : field.get(null));
        drain(type);
      }
    }
  }

  private void drain(Class<?> holder) throws IllegalAccessException {
    while (!open.isEmpty()) {
      Object value = open.remove();
      if (value instanceof Expression expression) {
        found.put(holder.getSimpleName() + " " + expression.pattern(), expression);
      } else if (seen.add(value)) {
        children(value);
      }
    }
  }

  private void children(Object value) throws IllegalAccessException {
    if (value instanceof Collection<?> many) {
      many.stream().filter(ShippedExpressions::mayHold).forEach(open::add);
    } else if (value instanceof Map<?, ?> map) {
      map.values().stream().filter(ShippedExpressions::mayHold).forEach(open::add);
    } else if (value instanceof Object[] array) {
      for (int i = 0; i < Array.getLength(array); i++) {
        if (array[i] != null && mayHold(array[i])) {
          open.add(array[i]);
        }
      }
    } else if (value.getClass().getName().startsWith(OWN)) {
      fields(value, value.getClass());
    }
  }

  private void fields(Object value, Class<?> type) throws IllegalAccessException {
    for (Field field : type.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
        field.setAccessible(true);
        Object held = field.get(value);
        if (held != null && mayHold(held)) {
          open.add(held);
        }
      }
    }
  }

  private static boolean mayHold(Object value) {
    return value instanceof Collection<?>
        || value instanceof Map<?, ?>
        || value instanceof Object[]
        || value.getClass().getName().startsWith(OWN);
  }
}
