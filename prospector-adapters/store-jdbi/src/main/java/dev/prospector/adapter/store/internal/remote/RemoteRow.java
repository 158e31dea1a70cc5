package dev.prospector.adapter.store.internal.remote;

import dev.prospector.adapter.store.internal.database.Json;
import dev.prospector.adapter.store.internal.database.StoreFailure;
import dev.prospector.adapter.store.internal.journal.Checksum;
import dev.prospector.tracking.remote.KeptReport;
import dev.prospector.tracking.remote.RemoteLead;
import java.sql.ResultSet;
import java.sql.SQLException;
import tools.jackson.core.type.TypeReference;

/** Leads and reports as text, with a sum by which a changed byte is noticed. */
final class RemoteRow {

  private static final TypeReference<RemoteLead> LEAD = new TypeReference<>() {};
  private static final TypeReference<KeptReport> REPORT = new TypeReference<>() {};

  private RemoteRow() {}

  static RemoteLead lead(ResultSet row) throws SQLException {
    String content = content(row);
    return Json.read(content, LEAD, "a reported lead");
  }

  static KeptReport report(ResultSet row) throws SQLException {
    return Json.read(content(row), REPORT, "a report");
  }

  private static String content(ResultSet row) throws SQLException {
    String content = row.getString("content");
    if (Checksum.of(content) != row.getLong("checksum")) {
      throw StoreFailure.damaged("what a remote agent reported");
    }
    return content;
  }
}
