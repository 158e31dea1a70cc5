package dev.prospector.run;

import java.util.List;

/**
 * Whether what runs depend on can be reached at this moment.
 *
 * @param parts each of it, in a fixed order
 */
public record Health(List<Part> parts) {

  /** Fixes the list. */
  public Health {
    parts = List.copyOf(parts);
  }

  /**
   * One of them.
   *
   * @param name {@code store} or {@code dispatcher}
   * @param state whether it can be reached
   * @param detail why it cannot, in a sentence without secrets; empty otherwise
   */
  public record Part(String name, State state, String detail) {}

  /** Whether something can be reached. */
  public enum State {
    /** It answered. */
    UP,
    /** It did not: runs do not go on until it does. */
    DOWN,
    /** None is set. */
    NOT_CONFIGURED
  }

  /** Returns whether nothing is down. */
  public boolean isUp() {
    return parts.stream().noneMatch(part -> part.state() == State.DOWN);
  }
}
