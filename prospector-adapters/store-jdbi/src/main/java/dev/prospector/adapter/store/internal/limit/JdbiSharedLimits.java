package dev.prospector.adapter.store.internal.limit;

import dev.prospector.adapter.store.internal.sql.Access;
import dev.prospector.lead.Tenant;
import dev.prospector.store.SharedLimits;
import java.time.Duration;
import java.time.Instant;

/** One holder of the limits that everybody keeps together over this store. */
public final class JdbiSharedLimits implements SharedLimits {

  private final Access access;
  private final HoldLimits holds;
  private final String holder;

  public JdbiSharedLimits(Access access, HoldLimits holds, String holder) {
    this.access = access;
    this.holds = holds;
    this.holder = holder;
  }

  @Override
  public int hold(Tenant tenant, String name, int limit, int inUse, int wanted) {
    LimitRequest.Key key = new LimitRequest.Key(tenant.id(), name);
    Object granted = access.write(holds, new LimitRequest.Hold(key, holder, limit, inUse, wanted));
    return (Integer) granted;
  }

  @Override
  public Instant turn(Tenant tenant, String name, Duration apart) {
    LimitRequest.Key key = new LimitRequest.Key(tenant.id(), name);
    return (Instant) access.write(holds, new LimitRequest.Turn(key, apart));
  }

  @Override
  public void ended(Tenant tenant, String name, Instant end) {
    LimitRequest.Key key = new LimitRequest.Key(tenant.id(), name);
    access.write(holds, new LimitRequest.Ended(key, end));
  }
}
