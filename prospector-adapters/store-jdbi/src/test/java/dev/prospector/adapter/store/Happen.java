package dev.prospector.adapter.store;

import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.journal.EventRow;
import dev.prospector.adapter.store.internal.journal.RunKey;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.adapter.store.internal.sql.Write;
import dev.prospector.adapter.store.internal.webhook.Outbox;
import dev.prospector.event.EventDraft;
import dev.prospector.event.RunEvent;
import dev.prospector.lead.Tenant;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Has events happen in runs that need not exist, as the outbox learns of them. */
final class Happen implements Write<Happen.Request, Boolean> {

  private final Dialect dialect;

  Happen(Dialect dialect) {
    this.dialect = dialect;
  }

  record Request(Tenant tenant, RunEvent event) {}

  @Override
  public List<Boolean> write(Transaction transaction, List<Request> requests) throws SQLException {
    SortedSet<String> tenants = new TreeSet<>();
    requests.forEach(request -> tenants.add(request.tenant().id()));
    Outbox outbox = new Outbox(transaction, dialect, tenants);
    for (Request request : requests) {
      RunEvent event = request.event();
      EventDraft draft = new EventDraft(event.position().at(), position -> event);
      RunKey run = RunKey.of(request.tenant(), event.position().run());
      outbox.add(event.position().number(), EventRow.of(run, null, draft));
    }
    outbox.store();
    return Collections.nCopies(requests.size(), true);
  }
}
