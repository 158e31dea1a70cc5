package dev.prospector.adapter.store.internal.run;

import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.journal.EventRow;
import dev.prospector.adapter.store.internal.journal.ForgetLeads;
import dev.prospector.adapter.store.internal.journal.RunKey;
import dev.prospector.adapter.store.internal.journal.WriteCalls;
import dev.prospector.adapter.store.internal.sql.Rows;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.adapter.store.internal.sql.Tuples;
import dev.prospector.event.EventDraft;
import dev.prospector.event.RunEvent;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStatus;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Erases leads from runs. The place stays, so that numbers stand; a lead that did not end there
 * ends as skipped, and its holder can write no more.
 */
final class ErasePlaces {

  private static final String PLACES =
      """
      select i.run, i.position from prospector_run_input i join prospector_run_lead l
        on l.tenant = i.tenant and l.run = i.run and l.position = i.position
      where i.tenant = ? and i.lead = ? and i.content is not null and i.run in (%s)
      order by i.run, i.position for update of l\
      """;
  private static final String SKIP =
      """
      update prospector_run_lead set status = 'SKIPPED', owner = null, begun = null
      where tenant = ? and run = ? and position = ? and status is null
      """;
  private static final String STEPS =
      """
      update prospector_run_lead set steps = cast('[]' as json)
      where tenant = ? and run = ? and position = ?
      """;
  private static final String INPUT =
      """
      update prospector_run_input set content = null, checksum = 0
      where tenant = ? and run = ? and position = ?
      """;

  private static final String ERASED = "the lead was erased";

  private final List<Place> places;

  /** The place of a lead in a run. */
  private record Place(RunKey run, long position, LeadId lead) {
    void addTo(Rows rows) {
      rows.add(run.tenant(), run.run(), position);
    }
  }

  private ErasePlaces(List<Place> places) {
    this.places = places;
  }

  /** Locks the places of leads, in the runs that are going to be locked. */
  static ErasePlaces lock(
      Transaction transaction, Dialect dialect, List<RunRequest.Remove> requests) {
    List<Place> places = new ArrayList<>();
    for (RunRequest.Remove request : requests) {
      if (!request.runs().isEmpty()) {
        places.addAll(places(transaction.handle(), dialect, request));
      }
    }
    return new ErasePlaces(places);
  }

  private static List<Place> places(Handle handle, Dialect dialect, RunRequest.Remove request) {
    String sql = dialect.sql(PLACES.formatted(Tuples.places(request.runs().size())));
    String tenant = request.tenant().id();
    Query query = handle.createQuery(sql).bind(0, tenant).bind(1, request.lead().value());
    int i = 2;
    for (RunKey run : request.runs()) {
      query.bind(i++, run.run());
    }
    return query
        .map(
            (row, context) ->
                new Place(
                    new RunKey(tenant, row.getString("run")),
                    row.getLong("position"),
                    request.lead()))
        .list();
  }

  /** Removes a lead with its dossier and messages, and returns whether it was stored. */
  static boolean remove(RunGroup group, RunRequest.Remove request) {
    group.outbox().forget(request.tenant(), request.lead().value());
    ForgetLeads.Request lead = new ForgetLeads.Request(request.tenant(), request.lead());
    ForgetLeads.delete(group.handle(), "prospector_section", lead);
    return ForgetLeads.delete(group.handle(), "prospector_lead", lead) > 0;
  }

  void erase(RunGroup group) throws SQLException {
    Rows skip = group.rows(SKIP);
    Rows steps = group.rows(STEPS);
    Rows input = group.rows(INPUT);
    Rows answers = group.rows(WriteCalls.DROP_ANSWERS);
    for (Place place : places) {
      place.addTo(skip);
      place.addTo(steps);
      place.addTo(input);
      answers.add(place.run().tenant(), place.run().run(), place.lead().value());
    }
    List<Boolean> skipped = skip.changed();
    steps.execute();
    input.execute();
    answers.execute();
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      RunRow run = group.run(place.run());
      EventRows.eraseReasons(group, run, place.position());
      if (skipped.get(i)) {
        end(group, run, place);
      }
    }
  }

  private static void end(RunGroup group, RunRow run, Place place) throws SQLException {
    EventDraft draft =
        new EventDraft(
            group.now(),
            position ->
                new RunEvent.LeadFinished(position, place.lead(), LeadStatus.SKIPPED, ERASED));
    group.append(run, EventRow.of(place.run(), place.position(), draft));
    run.leadEnded(LeadStatus.SKIPPED);
    group.endIfDone(run);
  }
}
