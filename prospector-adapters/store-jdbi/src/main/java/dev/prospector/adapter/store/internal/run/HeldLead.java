package dev.prospector.adapter.store.internal.run;

import dev.prospector.adapter.store.internal.journal.RunKey;
import dev.prospector.lead.LeadStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What becomes of one lead of a run, while a transaction holds it. */
final class HeldLead {

  private final RunKey run;
  private final long position;
  private final long token;
  private @Nullable String owner;
  private @Nullable String status;
  private @Nullable String steps;
  private @Nullable Long begun;
  private long commits;
  private long lost;
  private @Nullable String executions;

  HeldLead(RunKey run, ResultSet row) throws SQLException {
    this.run = run;
    position = row.getLong("position");
    token = row.getLong("token");
    owner = row.getString("owner");
    status = row.getString("status");
    steps = row.getString("steps");
    long number = row.getLong("begun");
    begun = row.wasNull() ? null : number;
    commits = row.getLong("commits");
    lost = row.getLong("lost");
    executions = row.getString("executions");
  }

  /** Returns the values that can change, then the key. */
  @Nullable Object[] values() {
    return new @Nullable Object[] {
      status, steps, owner, commits, begun, lost, executions, run.tenant(), run.run(), position
    };
  }

  RunKey run() {
    return run;
  }

  long position() {
    return position;
  }

  /** Returns whether this is the lease that was given last. */
  boolean isLatest(long lease) {
    return token == lease;
  }

  /** Returns whether its holder may still write. */
  boolean isHeld() {
    return status == null && owner != null;
  }

  boolean wasWritten(long commit) {
    return commit <= commits;
  }

  void written(long commit) {
    commits = commit;
  }

  /** The work began with the event of this number, unless it began before. */
  void began(long number, boolean anew) {
    if (begun == null || anew) {
      begun = number;
    }
  }

  /** How often steps were begun since a holder fell silent. */
  void executing(String counts) {
    executions = counts;
  }

  /** Its holder stays known, so that the last commit can be made again. */
  void end(LeadStatus how, String results) {
    status = how.name();
    steps = results;
    begun = null;
    forgetLost();
  }

  void release() {
    owner = null;
    forgetLost();
  }

  private void forgetLost() {
    lost = 0;
    executions = null;
  }
}
