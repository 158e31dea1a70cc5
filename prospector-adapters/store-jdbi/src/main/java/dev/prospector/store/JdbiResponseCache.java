package dev.prospector.store;

import dev.prospector.lead.Tenant;
import dev.prospector.port.ResponseCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Sealed answers with an end of life. */
final class JdbiResponseCache implements ResponseCache {

  private final Access access;
  private final Clock clock;
  private final Write<Answer, Boolean> puts = JdbiResponseCache::put;
  private final Write<Answer, Boolean> removals = JdbiResponseCache::remove;

  private record Answer(Tenant tenant, String question, byte[] locked, long end) {}

  JdbiResponseCache(Access access, Clock clock) {
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

  private static List<Boolean> put(Handle handle, List<Answer> answers) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into prospector_answer (tenant, question, sealed, ends_at)
            values (:tenant, :question, :sealed, :end)
            on conflict (tenant, question) do update set sealed = excluded.sealed,
              ends_at = excluded.ends_at
            """);
    for (Answer answer : answers) {
      batch
          .bind("tenant", answer.tenant().id())
          .bind("question", answer.question())
          .bind("sealed", answer.locked())
          .bind("end", answer.end())
          .add();
    }
    return Counts.changed(batch);
  }

  private static List<Boolean> remove(Handle handle, List<Answer> answers) {
    PreparedBatch batch =
        handle.prepareBatch(
            "delete from prospector_answer where tenant = :tenant and question = :question");
    answers.forEach(
        a -> batch.bind("tenant", a.tenant().id()).bind("question", a.question()).add());
    return Counts.changed(batch);
  }

  /** Removes answers whose time is over. */
  static void sweep(Handle handle, Instant now) {
    handle
        .createUpdate("delete from prospector_answer where ends_at <= :now")
        .bind("now", now.toEpochMilli())
        .execute();
  }
}
