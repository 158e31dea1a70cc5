package dev.prospector.lookup;

import dev.prospector.call.Effect;

/**
 * Something outside that is asked, and only answers. What it answered is kept with the lead for
 * which it was asked, and taken from there as long as it is fresh enough for the run. A source that
 * is down is an outcome of the question, never the end of a lead. Implementations are safe for
 * several threads.
 */
public interface Source {

  /**
   * Returns what tells this source from others of its kind: answers of one are never taken for
   * answers of another. For an archive, a hash of its content; for a service, its name and those
   * settings that change what it answers. Never a time: how old an answer may be is a term of the
   * run.
   *
   * @return not blank; always the same
   */
  String identity();

  /**
   * Returns whether the same question always gets the same answer, as in an archive: such answers
   * do not age, and are asked for again rather than kept. {@code false} unless overridden.
   */
  default boolean isFixed() {
    return false;
  }

  /** Returns {@link Effect#READ}: a source is only read. */
  default Effect effect() {
    return Effect.READ;
  }
}
