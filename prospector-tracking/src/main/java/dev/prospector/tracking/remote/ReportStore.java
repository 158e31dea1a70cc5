package dev.prospector.tracking.remote;

import dev.prospector.event.RunId;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what remote agents report: leads, reports, and which reports are known. Every change is one
 * transaction, and as durable as the store when the method returns. Implementations are safe for
 * several threads, and where they are on a shared database, for several processes.
 */
public interface ReportStore {

  /** The most reports that are kept of a lead in one run. */
  int MOST_REPORTS = 1_000;

  /**
   * Begins a lead in a run, unless it is known there or has not ended in another run. It gets the
   * next place of its run, from 0 without gaps.
   *
   * @param now when that is reported
   */
  Beginning begin(Tenant tenant, LeadStart start, Instant now);

  /**
   * Keeps a report on the lead as it began last, and brings the lead up to date.
   *
   * @param now when it is reported
   * @return what became of it; empty if there is no such lead
   */
  Optional<Reception> keep(Tenant tenant, LeadId lead, AgentReport report, Instant now);

  /** Returns a lead as it began last. */
  Optional<RemoteLead> find(Tenant tenant, LeadId lead);

  /** Returns what was reported of a lead in a run, in the order in which it came. */
  List<KeptReport> reports(Tenant tenant, RunId run, LeadId lead);

  /**
   * Returns the leads of a run in the order of their places; those that were forgotten are left
   * out.
   *
   * @param from the place of the first
   * @param limit the most to return, from 1
   */
  List<RemoteLead> leads(Tenant tenant, RunId run, long from, int limit);

  /**
   * Counts leads as they began last.
   *
   * @param since from when on a beginning is recent
   */
  Tally tally(Tenant tenant, Instant since);

  /** Removes a lead and all that was reported of it, and returns whether there was one. */
  boolean forget(Tenant tenant, LeadId lead);

  /**
   * What became of a beginning.
   *
   * @param lead as it is now
   * @param kind whether it is new
   */
  record Beginning(RemoteLead lead, Kind kind) {

    /** Whether a lead is new in its run. */
    public enum Kind {
      /** It began. */
      NEW,
      /** It began in this run before. */
      KNOWN,
      /** It is worked on in another run, which is the one of the lead. */
      ELSEWHERE
    }
  }

  /**
   * What became of a report.
   *
   * @param lead as it is now
   * @param kind whether it was kept
   */
  record Reception(RemoteLead lead, Kind kind) {

    /** Whether a report was kept. */
    public enum Kind {
      /** It was. */
      NEW,
      /** One of this id was kept before, in whichever run of the lead. */
      KNOWN,
      /** It was not, since the lead has ended. */
      AFTER_THE_END,
      /** It was not, since there are {@link #MOST_REPORTS} already. */
      TOO_MANY
    }
  }

  /**
   * How many leads there are.
   *
   * @param active that have not ended
   * @param completed that ended well
   * @param failed that failed
   * @param recent of all of them, that began a short time ago
   */
  record Tally(long active, long completed, long failed, long recent) {

    /** Returns how many there are in all. */
    public long total() {
      return active + completed + failed;
    }
  }
}
