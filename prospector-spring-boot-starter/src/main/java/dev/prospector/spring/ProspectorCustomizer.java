package dev.prospector.spring;

import dev.prospector.Prospector;

/**
 * Changes how the application's {@link Prospector} is built, after everything that properties and
 * beans say. All beans of this type are called, in their order ({@code @Order}, the lowest first).
 */
@FunctionalInterface
public interface ProspectorCustomizer {

  /** Changes the builder. */
  void customize(Prospector.Builder builder);
}
