package dev.prospector.spring;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** An application with our auto-configurations alone, in whichever Spring Boot is there. */
public final class Boot {

  private Boot() {}

  public static ApplicationContextRunner runner() {
    return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ours()));
  }

  /** Returns every class that the jar names as an auto-configuration. */
  public static Class<?>[] ours() {
    List<Class<?>> all = new ArrayList<>();
    for (String name :
        ImportCandidates.load(AutoConfiguration.class, Boot.class.getClassLoader())) {
      if (name.startsWith("dev.prospector.")) {
        all.add(type(name));
      }
    }
    return all.toArray(Class<?>[]::new);
  }

  /** Returns a class by the first of these names that there is, such as one of 4 and one of 3.5. */
  public static Class<?> anyOf(String... names) {
    for (String name : names) {
      try {
        return Class.forName(name);
      } catch (ClassNotFoundException e) {
        continue;
      }
    }
    throw new AssertionError("none of these is there: " + List.of(names));
  }

  private static Class<?> type(String name) {
    return anyOf(name);
  }
}
