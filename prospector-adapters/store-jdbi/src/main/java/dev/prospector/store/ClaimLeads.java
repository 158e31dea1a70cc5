package dev.prospector.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Gives leads of runs to this store object, in one transaction. */
final class ClaimLeads {

  /**
   * Whether there are results of the lead. Asked only of a lead that nobody took before: what an
   * earlier holder wrote is not always seen by the statement that waits for the end of his lease.
   */
  private static final String KNOWN =
      "l.token > 0 or exists (select 1 from prospector_step s where s.tenant = l.tenant and s.lead ="
          + " (select i.lead from prospector_run_input i where i.tenant = l.tenant"
          + " and i.run = l.run and i.position = l.position)) as known";

  private static final String QUERY =
      "select l.position, l.token, l.begun, "
          + InputRow.column("lead")
          + ", "
          + InputRow.column("content")
          + ", "
          + InputRow.column("checksum")
          + ", "
          + KNOWN
          + """
             from prospector_run_lead l
            where l.tenant = ? and l.run = ? and %s and l.status is null and %s
            order by l.position limit ? for update of l skip locked
            """;

  /**
   * A lead that was taken, as it is stored.
   *
   * @param begun the number of the first event of the work on it, if somebody worked on it before
   * @param known whether there may be results of it
   * @param week of the run's events
   */
  record Claimed(InputRow input, long token, @Nullable Long begun, boolean known, String week) {

    /** Returns whether an earlier holder may have left something. */
    boolean wasTaken() {
      return token > 1;
    }
  }

  private final RunGroup group;
  private final Map<RunKey, SortedSet<Long>> wanted = new HashMap<>();
  private final Map<RunKey, Map<Long, Claimed>> taken = new HashMap<>();

  /** Begins with the leads that are asked for one by one, as they are taken together. */
  ClaimLeads(RunGroup group, List<RunRequest.ClaimOne> claims) {
    this.group = group;
    claims.forEach(
        claim -> wanted.computeIfAbsent(claim.run(), k -> new TreeSet<>()).add(claim.position()));
  }

  /** Takes a lead, unless somebody works on it; of two who ask at once the first has it. */
  List<Claimed> one(RunRow run, long position) throws SQLException {
    if (!taken.containsKey(run.key())) {
      Map<Long, Claimed> there = new HashMap<>();
      at(run, wanted.getOrDefault(run.key(), Collections.emptySortedSet()))
          .forEach(claimed -> there.put(claimed.input().position(), claimed));
      taken.put(run.key(), there);
    }
    Claimed one = taken.getOrDefault(run.key(), Map.of()).remove(position);
    return one == null ? List.of() : List.of(one);
  }

  /** Takes leads in the order of the input. */
  List<Claimed> next(RunRow run, int most) throws SQLException {
    if (!run.takesLeads()) {
      return List.of();
    }
    SilentHolders.release(group, run);
    Query query =
        group
            .handle()
            .createQuery(
                group.dialect().sql(QUERY.formatted("l.position >= ?", "l.owner is null")));
    query.bind(0, run.key().tenant()).bind(1, run.key().run()).bind(2, run.waiting());
    query.bind(3, most);
    List<Claimed> next = take(run, query);
    run.waitsFrom(
        next.size() < most
            ? run.leads().accepted()
            : next.get(next.size() - 1).input().position() + 1);
    return next;
  }

  /** Takes those of some leads on which nobody works. */
  private List<Claimed> at(RunRow run, SortedSet<Long> positions) throws SQLException {
    if (!run.takesLeads()) {
      return List.of();
    }
    Collection<String> living = group.living();
    String free = "(l.owner is null or l.owner not in (" + Tuples.places(living.size()) + "))";
    String sql = QUERY.formatted(group.dialect().among("l.position"), free);
    Query query = group.handle().createQuery(group.dialect().sql(sql));
    query.bind(0, run.key().tenant()).bind(1, run.key().run());
    query.bind(2, group.dialect().list(positions));
    int i = 3;
    for (String owner : living) {
      query.bind(i++, owner);
    }
    query.bind(i, positions.size());
    return take(run, query);
  }

  private List<Claimed> take(RunRow run, Query query) throws SQLException {
    List<Claimed> free = query.map((row, context) -> claimed(run, row)).list();
    if (free.isEmpty()) {
      return free;
    }
    Rows rows =
        group.changes(
            """
            update prospector_run_lead set owner = ?, token = ?, commits = 0
            where tenant = ? and run = ? and position = ?
            """);
    String holder = group.holder();
    for (Claimed one : free) {
      rows.add(holder, one.token(), run.key().tenant(), run.key().run(), one.input().position());
    }
    rows.execute();
    return free;
  }

  private static Claimed claimed(RunRow run, ResultSet row) throws SQLException {
    long number = row.getLong("begun");
    Long begun = row.wasNull() ? null : Long.valueOf(number);
    InputRow input =
        new InputRow(
            run.key(),
            row.getLong("position"),
            row.getString("lead"),
            row.getString("content"),
            row.getLong("checksum"));
    return new Claimed(input, row.getLong("token") + 1, begun, row.getBoolean("known"), run.week());
  }
}
