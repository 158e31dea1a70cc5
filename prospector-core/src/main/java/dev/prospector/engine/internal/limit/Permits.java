package dev.prospector.engine.internal.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What a step holds while it works; confined to it. Once given back it is nothing. */
public final class Permits {

  /** Nothing. */
  public static final Permits NONE = new Permits(List.of());

  private List<Limiter> held;

  Permits(List<Limiter> held) {
    this.held = held;
  }

  /** Returns whether there is nothing, or nothing any more. */
  public boolean isEmpty() {
    return held.isEmpty();
  }

  /**
   * Gives them back.
   *
   * @param others do what may begin now, but for the first
   * @return the first that may begin now, for this thread to go on with; null if nothing may
   */
  public @Nullable Onward giveBack(Executor others) {
    if (held.isEmpty()) {
      return null;
    }
    List<Onward> onward = giveBackAll();
    for (int i = 1; i < onward.size(); i++) {
      Onward other = onward.get(i);
      others.execute(() -> ResourceLimits.follow(other));
    }
    return onward.isEmpty() ? null : onward.get(0);
  }

  List<Onward> giveBackAll() {
    List<Limiter> given = held;
    held = List.of();
    List<Onward> onward = new ArrayList<>(1);
    for (Limiter limiter : given) {
      Admission waiting = limiter.giveBack();
      Onward next = waiting == null ? null : waiting.granted();
      if (next != null) {
        onward.add(next);
      }
    }
    return onward;
  }
}
