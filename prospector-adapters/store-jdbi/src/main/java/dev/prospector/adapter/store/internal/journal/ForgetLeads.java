package dev.prospector.adapter.store.internal.journal;

import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.adapter.store.internal.sql.Write;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Removes what the journal holds about leads; tells how many steps and calls that were. */
public final class ForgetLeads implements Write<ForgetLeads.Request, Integer> {

  /** One lead of a tenant. */
  public record Request(Tenant tenant, LeadId lead) {}

  @Override
  public List<Integer> write(Transaction transaction, List<Request> requests) {
    return requests.stream().map(request -> forget(transaction.handle(), request)).toList();
  }

  private static int forget(Handle handle, Request request) {
    delete(handle, "prospector_snapshot", request);
    delete(handle, "prospector_text", request);
    int lookUps = delete(handle, "prospector_lookup", request);
    return lookUps
        + delete(handle, "prospector_call", request)
        + delete(handle, "prospector_step", request);
  }

  public static int delete(Handle handle, String table, Request request) {
    return handle
        .createUpdate("delete from " + table + " where tenant = :tenant and lead = :lead")
        .bind("tenant", request.tenant().id())
        .bind("lead", request.lead().value())
        .execute();
  }
}
