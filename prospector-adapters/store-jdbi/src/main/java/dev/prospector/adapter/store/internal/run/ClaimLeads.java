package dev.prospector.adapter.store.internal.run;

import dev.prospector.adapter.store.internal.database.Json;
import dev.prospector.adapter.store.internal.journal.InputRow;
import dev.prospector.adapter.store.internal.journal.RunKey;
import dev.prospector.adapter.store.internal.sql.Rows;
import dev.prospector.store.LostHolders;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Gives leads of runs to this store object, in one transaction. */
final class ClaimLeads {

  /**
   * Whether there are results of the lead. Asked only of a lead that was never leased before: what
   * an earlier holder wrote is not always seen by the statement that waits for the end of its
   * lease.
   */
  private static final String KNOWN =
      "l.token > 0 or exists (select 1 from prospector_step s where s.tenant = l.tenant and s.lead"
          + " = (select i.lead from prospector_run_input i where i.tenant = l.tenant and i.run ="
          + " l.run and i.position = l.position)) as known";

  private static final String QUERY =
      "select l.position, l.token, l.begun, l.owner, l.lost, l.executions, "
          + InputRow.column("lead")
          + ", "
          + InputRow.column("content")
          + ", "
          + InputRow.column("checksum")
          + ", "
          + KNOWN
          + """
           from prospector_run_lead l
          where l.tenant = ? and l.run = ? and %s and l.status is null
          order by l.position limit ? for update of l skip locked
          """;

  private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};

  /**
   * A lead that was taken, as it is stored.
   *
   * @param begun the number of the first event of the work on it, if somebody worked on it before
   * @param known whether there may be results of it
   * @param week of the run's events
   * @param lost the holders that fell silent over it
   */
  record Claimed(
      InputRow input,
      long token,
      @Nullable Long begun,
      boolean known,
      String week,
      LostHolders lost) {

    /** Returns whether an earlier holder may have left something. */
    boolean wasTaken() {
      return token > 1;
    }
  }

  /** A lead that waits to be worked on, or has a holder. */
  private record Found(@Nullable String holder, Claimed lead) {}

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
    ExpiredLeases.release(group, run);
    List<Claimed> next =
        take(run, find(run, "l.position >= ? and l.owner is null", run.waiting(), most));
    run.waitsFrom(
        next.size() < most
            ? run.leads().accepted()
            : next.get(next.size() - 1).input().position() + 1);
    return next;
  }

  /** Takes those of some leads that have no holder. */
  private List<Claimed> at(RunRow run, SortedSet<Long> positions) throws SQLException {
    if (!run.takesLeads()) {
      return List.of();
    }
    String among = group.dialect().among("l.position");
    List<Found> found = find(run, among, group.dialect().list(positions), positions.size());
    return take(run, found.stream().filter(this::isFree).toList());
  }

  private boolean isFree(Found one) {
    return one.holder() == null || !group.living().contains(one.holder());
  }

  private List<Found> find(RunRow run, String where, Object which, int most) throws SQLException {
    return group.query(
        QUERY.formatted(where),
        row -> new Found(row.getString("owner"), claimed(run, row)),
        run.key().tenant(),
        run.key().run(),
        which,
        most);
  }

  private List<Claimed> take(RunRow run, List<Found> free) throws SQLException {
    if (free.isEmpty()) {
      return List.of();
    }
    Rows rows =
        group.changes(
            """
            update prospector_run_lead set owner = ?, token = ?, commits = 0, lost = ?
            where tenant = ? and run = ? and position = ?
            """);
    String holder = group.holder();
    List<Claimed> taken = free.stream().map(Found::lead).toList();
    for (Claimed one : taken) {
      rows.add(
          holder,
          one.token(),
          one.lost().count(),
          run.key().tenant(),
          run.key().run(),
          one.input().position());
    }
    rows.execute();
    return taken;
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
    return new Claimed(
        input,
        row.getLong("token") + 1,
        begun,
        row.getBoolean("known"),
        run.week(),
        lost(row, input));
  }

  /** A holder that is still named has fallen silent, or the lead would not be taken. */
  private static LostHolders lost(ResultSet row, InputRow input) throws SQLException {
    int count = row.getInt("lost") + (row.getString("owner") == null ? 0 : 1);
    String executions = row.getString("executions");
    return executions == null
        ? new LostHolders(count, Map.of())
        : new LostHolders(count, Json.read(executions, COUNTS, "lead " + input.position()));
  }
}
