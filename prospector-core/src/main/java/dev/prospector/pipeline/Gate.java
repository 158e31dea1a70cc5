package dev.prospector.pipeline;

import dev.prospector.dossier.Section;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Stops a lead after a section, so that what would come later costs nothing: the agents it guards
 * end skipped, with its reason. Guarded agents wait for the section, so that the outcome does not
 * depend on who is faster.
 *
 * <p>Immutable.
 *
 * @param <T> the type of the section after which it stands
 */
public final class Gate<T> {

  private final Section<T> after;
  private final Function<T, Optional<String>> stops;
  private final List<Section<?>> guarded;

  private Gate(Section<T> after, Function<T, Optional<String>> stops, List<Section<?>> guarded) {
    this.after = Objects.requireNonNull(after);
    this.stops = Objects.requireNonNull(stops);
    this.guarded = guarded;
  }

  /**
   * Returns a gate that guards every agent that the section does not depend on.
   *
   * @param stops gives the reason to stop, or nothing to let the lead pass; a pure function
   */
  public static <T> Gate<T> after(Section<T> section, Function<T, Optional<String>> stops) {
    return new Gate<>(section, stops, List.of());
  }

  /**
   * Returns this gate guarding only the writers of these sections, and what requires them: who
   * reads them if present goes on without.
   */
  public Gate<T> guarding(Section<?>... sections) {
    return new Gate<>(after, stops, List.of(sections));
  }

  public Section<T> section() {
    return after;
  }

  List<Section<?>> guarded() {
    return guarded;
  }

  public Optional<String> reasonToStop(T value) {
    return stops.apply(value);
  }
}
