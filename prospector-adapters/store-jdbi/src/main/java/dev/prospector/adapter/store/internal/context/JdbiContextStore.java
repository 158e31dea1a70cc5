package dev.prospector.adapter.store.internal.context;

import dev.prospector.adapter.store.internal.sql.Access;
import dev.prospector.adapter.store.internal.sql.Rows;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.adapter.store.internal.sql.Write;
import dev.prospector.context.BusinessContext;
import dev.prospector.lead.Tenant;
import dev.prospector.store.ContextStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What tenants sell, a row for each version. */
public final class JdbiContextStore implements ContextStore {

  private static final String COLUMNS =
      "select number, content, person, at from prospector_context_version where tenant = ? ";
  private static final int MOST_TRIES = 64;

  private final Access access;
  private final Contexts contexts;
  private final Clock clock;
  private final Write<Save, Boolean> saves = this::save;
  private final Write<Removal, Boolean> removals = this::remove;
  private final Write<Person, Integer> persons = JdbiContextStore::forget;

  private record Save(String tenant, long number, ContextRow context, String person, Instant at) {}

  private record Removal(String tenant, long number) {}

  private record Person(String tenant, String name) {}

  /** A version as it is stored. */
  private record Row(long number, String content, String person, Instant at) {
    static Row read(ResultSet row) throws SQLException {
      return new Row(
          row.getLong("number"),
          row.getString("content"),
          row.getString("person"),
          Instant.parse(row.getString("at")));
    }
  }

  public JdbiContextStore(Access access, Contexts contexts, Clock clock) {
    this.access = access;
    this.contexts = contexts;
    this.clock = clock;
  }

  /** Tried again where somebody else took the number in between. */
  @Override
  public Version save(Tenant tenant, BusinessContext context, String person) {
    ContextRow row = ContextRow.of(context);
    for (int i = 0; i < MOST_TRIES; i++) {
      Optional<Version> newest = newest(tenant);
      if (newest.filter(version -> version.context().equals(context)).isPresent()) {
        return newest.get();
      }
      Save next = new Save(tenant.id(), last(tenant) + 1, row, person, clock.instant());
      if (access.write(saves, next)) {
        return new Version(next.number(), context, person, next.at());
      }
    }
    throw new IllegalStateException(
        "the context of tenant '" + tenant + "' changes too fast to be written");
  }

  private long last(Tenant tenant) {
    return access.read(
        handle ->
            handle
                .createQuery(
                    "select coalesce(max(number), 0) from prospector_context_version"
                        + " where tenant = ?")
                .bind(0, tenant.id())
                .mapTo(Long.class)
                .one());
  }

  private List<Boolean> save(Transaction transaction, List<Save> requests) throws SQLException {
    List<Boolean> saved = new ArrayList<>();
    for (Save save : requests) {
      Rows contents = Contexts.inserts(transaction, access.dialect());
      Contexts.add(contents, save.tenant(), save.context());
      contents.execute();
      Rows rows =
          transaction.rows(
              """
              insert into prospector_context_version (tenant, number, content, person, at)
              values (?, ?, ?, ?, ?) on conflict do nothing
              """);
      rows.add(
          save.tenant(),
          save.number(),
          save.context().content(),
          save.person(),
          save.at().toString());
      saved.addAll(rows.changed());
    }
    return saved;
  }

  @Override
  public Optional<Version> newest(Tenant tenant) {
    return versions(tenant, 0, 1).stream().findFirst();
  }

  @Override
  public Optional<Version> find(Tenant tenant, long number) {
    return access.read(
        handle ->
            handle
                .createQuery(COLUMNS + "and number = ? and content is not null")
                .bind(0, tenant.id())
                .bind(1, number)
                .map((row, context) -> Row.read(row))
                .findFirst()
                .map(row -> version(handle, tenant, row)));
  }

  @Override
  public List<Version> versions(Tenant tenant, long before, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("at least 1 is asked for, not " + limit);
    }
    return access.readTogether(
        handle ->
            handle
                .createQuery(
                    COLUMNS + "and number < ? and content is not null order by number desc limit ?")
                .bind(0, tenant.id())
                .bind(1, before == 0 ? Long.MAX_VALUE : before)
                .bind(2, limit)
                .map((row, context) -> Row.read(row))
                .list()
                .stream()
                .map(row -> version(handle, tenant, row))
                .toList());
  }

  private Version version(Handle handle, Tenant tenant, Row row) {
    BusinessContext context = contexts.get(handle, tenant.id(), row.content());
    return new Version(row.number(), context, row.person(), row.at());
  }

  @Override
  public boolean remove(Tenant tenant, long number) {
    boolean removed = access.write(removals, new Removal(tenant.id(), number));
    contexts.drop(tenant.id());
    access.overwriteDeleted();
    return removed;
  }

  private List<Boolean> remove(Transaction transaction, List<Removal> requests)
      throws SQLException {
    List<Boolean> removed = new ArrayList<>();
    for (Removal removal : requests) {
      Rows rows =
          transaction.rows(
              """
              update prospector_context_version set content = null, person = ''
              where tenant = ? and number = ? and content is not null
              """);
      rows.add(removal.tenant(), removal.number());
      removed.addAll(rows.changed());
      Contexts.removeUnused(Contexts.unused(transaction), removal.tenant());
    }
    return removed;
  }

  @Override
  public int forget(Tenant tenant, String person) {
    int named = person.isEmpty() ? 0 : access.write(persons, new Person(tenant.id(), person));
    access.overwriteDeleted();
    return named;
  }

  private static List<Integer> forget(Transaction transaction, List<Person> requests) {
    List<Integer> named = new ArrayList<>();
    for (Person person : requests) {
      named.add(
          transaction
              .handle()
              .createUpdate(
                  """
                  update prospector_context_version set person = ''
                  where tenant = ? and person = ?
                  """)
              .bind(0, person.tenant())
              .bind(1, person.name())
              .execute());
    }
    return named;
  }
}
