package dev.prospector.store;

import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import java.util.Comparator;

/** One run of one tenant. In the order in which rows are locked. */
record RunKey(String tenant, String run) implements Comparable<RunKey> {

  private static final Comparator<RunKey> ORDER =
      Comparator.comparing(RunKey::tenant).thenComparing(RunKey::run);

  static RunKey of(Tenant tenant, RunId run) {
    return new RunKey(tenant.id(), run.value());
  }

  @Override
  public int compareTo(RunKey other) {
    return ORDER.compare(this, other);
  }
}
