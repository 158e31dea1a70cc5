package dev.prospector.adapter.store.internal.journal;

import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import java.util.Collection;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One run of one tenant. In the order in which rows are locked. */
public record RunKey(String tenant, String run) implements Comparable<RunKey> {

  private static final Comparator<RunKey> ORDER =
      Comparator.comparing(RunKey::tenant).thenComparing(RunKey::run);

  public static RunKey of(Tenant tenant, RunId run) {
    return new RunKey(tenant.id(), run.value());
  }

  public static SortedSet<String> tenants(Collection<RunKey> keys) {
    return keys.stream().map(RunKey::tenant).collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public int compareTo(RunKey other) {
    return ORDER.compare(this, other);
  }
}
