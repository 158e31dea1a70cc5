package dev.prospector.adapter.store.internal.journal;

import dev.prospector.adapter.store.internal.sql.Access;
import dev.prospector.adapter.store.internal.sql.Rows;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.adapter.store.internal.sql.Write;
import dev.prospector.lead.Tenant;
import dev.prospector.store.ResponseCache;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Sealed answers with an end of life. */
public final class JdbiResponseCache implements ResponseCache {

  private final Access access;
  private final Clock clock;
  private final Write<Answer, Boolean> puts = JdbiResponseCache::put;
  private final Write<Answer, Boolean> removals = JdbiResponseCache::remove;

  private record Answer(Tenant tenant, String question, byte[] locked, long end) {}

  public JdbiResponseCache(Access access, Clock clock) {
    this.access = access;
    this.clock = clock;
  }

  @Override
  public Optional<String> find(Tenant tenant, String key) {
    return access
        .read(
            handle ->
                handle
                    .createQuery(
                        """
                        select sealed from prospector_answer where tenant = :tenant
                          and question = :question and ends_at > :now
                        """)
                    .bind("tenant", tenant.id())
                    .bind("question", SealedAnswer.question(key))
                    .bind("now", clock.millis())
                    .mapTo(byte[].class)
                    .findOne())
        .flatMap(answer -> SealedAnswer.open(key, answer));
  }

  @Override
  public void put(Tenant tenant, String key, String answer, Duration timeToLive) {
    Instant end = clock.instant().plus(timeToLive);
    String question = SealedAnswer.question(key);
    access.write(
        puts, new Answer(tenant, question, SealedAnswer.seal(key, answer), end.toEpochMilli()));
  }

  @Override
  public void remove(Tenant tenant, String key) {
    access.write(removals, new Answer(tenant, SealedAnswer.question(key), new byte[0], 0));
  }

  private static List<Boolean> put(Transaction transaction, List<Answer> answers)
      throws SQLException {
    Rows rows =
        transaction.inserts(
            """
            insert into prospector_answer (tenant, question, sealed, ends_at)
            values (?, ?, ?, ?)
            on conflict (tenant, question) do update set sealed = excluded.sealed,
              ends_at = excluded.ends_at
            """,
            2);
    for (Answer answer : answers) {
      rows.add(answer.tenant().id(), answer.question(), answer.locked(), answer.end());
    }
    return rows.changed();
  }

  private static List<Boolean> remove(Transaction transaction, List<Answer> answers)
      throws SQLException {
    Rows rows = transaction.rows("delete from prospector_answer where tenant = ? and question = ?");
    answers.forEach(answer -> rows.add(answer.tenant().id(), answer.question()));
    return rows.changed();
  }

  /** Removes answers whose time is over. */
  public static void sweep(Handle handle, Instant now) {
    handle
        .createUpdate("delete from prospector_answer where ends_at <= :now")
        .bind("now", now.toEpochMilli())
        .execute();
  }
}
