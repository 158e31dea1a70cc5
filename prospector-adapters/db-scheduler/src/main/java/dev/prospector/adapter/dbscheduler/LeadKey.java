package dev.prospector.adapter.dbscheduler;

import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import dev.prospector.run.Dispatcher.Assignment;

/** How db-scheduler calls an assignment: neither tenants nor runs contain a slash. */
final class LeadKey {

  private LeadKey() {}

  static String of(Assignment lead) {
    return lead.tenant().id() + "/" + lead.run().value() + "/" + lead.position();
  }

  static Assignment parse(String key) {
    String[] parts = key.split("/", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("not tenant/run/position: '" + key + "'");
    }
    return new Assignment(new Tenant(parts[0]), RunId.of(parts[1]), Long.parseLong(parts[2]));
  }
}
