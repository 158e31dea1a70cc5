package dev.prospector.spring.internal;

import dev.prospector.error.ConfigurationException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.Environment;

/** Reads the properties, and tells all that is wrong with them at once. */
public final class BindProperties {

  private static final String PREFIX = "prospector";
  private static final Bindable<ProspectorProperties> PROPERTIES =
      Bindable.of(ProspectorProperties.class);

  private BindProperties() {}

  /**
   * Returns the properties.
   *
   * @throws ConfigurationException with every problem that these checks find, every value that is
   *     of the wrong kind, and every name that there is not
   */
  public static ProspectorProperties from(
      Environment environment, Iterable<ConfigurationCheck> checks) {
    Set<String> problems = new LinkedHashSet<>();
    WrongValues wrong = new WrongValues();
    ProspectorProperties properties =
        Binder.get(environment).bindOrCreate(PREFIX, PROPERTIES, wrong);
    problems.addAll(wrong.problems);
    if (isSomethingSet(environment)) {
      problems.addAll(unknown(environment, wrong.names));
    }
    for (ConfigurationCheck check : checks) {
      check.check(properties, problems::add);
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException("Prospector", List.copyOf(problems));
    }
    return properties;
  }

  private static boolean isSomethingSet(Environment environment) {
    ConfigurationPropertyName prefix = ConfigurationPropertyName.of(PREFIX);
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
      if (source.containsDescendantOf(prefix) != ConfigurationPropertyState.ABSENT) {
        return true;
      }
    }
    return false;
  }

  private static List<String> unknown(
      Environment environment, Set<ConfigurationPropertyName> wrong) {
    NoUnboundElementsBindHandler handler =
        new NoUnboundElementsBindHandler(new WrongValues(), new UnboundElementsSourceFilter());
    try {
      Binder.get(environment).bind(PREFIX, PROPERTIES, handler);
      return List.of();
    } catch (BindException e) {
      if (!(e.getCause() instanceof UnboundConfigurationPropertiesException unbound)) {
        throw e;
      }
      return unbound.getUnboundProperties().stream()
          .filter(property -> !wrong.contains(property.getName()))
          .map(property -> NearestProperty.unknown(property.getName().toString()))
          .toList();
    }
  }

  /** Goes on with the default where a value is of the wrong kind. */
  private static final class WrongValues extends AbstractBindHandler {
    private final List<String> problems = new ArrayList<>();
    private final Set<ConfigurationPropertyName> names = new LinkedHashSet<>();

    @Override
    public @Nullable Object onFailure(
        ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error)
        throws Exception {
      if (error instanceof UnboundConfigurationPropertiesException) {
        throw error;
      }
      names.add(name);
      String type =
          Objects.requireNonNullElse(target.getType().resolve(), Object.class).getSimpleName();
      problems.add(
          "property '"
              + name
              + "' is not "
              + WantedKind.of(type)
              + ": correct it, or leave it out");
      return null;
    }
  }
}
