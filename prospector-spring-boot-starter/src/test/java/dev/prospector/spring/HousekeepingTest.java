package dev.prospector.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.spring.internal.EventArchive;
import dev.prospector.spring.internal.ProspectorProperties;
import dev.prospector.store.RunStore;
import dev.prospector.store.SharedLimits;
import dev.prospector.store.StoredRun;
import dev.prospector.testkit.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept only for a time. */
class HousekeepingTest {

  private static final ProspectorProperties.Housekeeping SETTINGS =
      new ProspectorProperties.Housekeeping(
          Duration.ofHours(1), Duration.ofDays(30), Duration.ofDays(14), "archive");

  @TempDir Path folder;

  @Test
  void eventsOfWeeksLongOverAreMovedIntoFilesWhereTheApplicationSaysSo() {
    Boot.runner()
        .withPropertyValues(
            "prospector.store.url=sqlite:" + folder.resolve("runs.db"),
            "prospector.housekeeping.events=7d",
            "prospector.housekeeping.archive=" + folder)
        .run(
            context -> {
              RunStore runs = context.getBean(RunStore.class);
              StoredRun unused = runs.open(Tenant.DEFAULT, RunId.of("run"), "notes", Map.of());
              runs.complete(Tenant.DEFAULT, RunId.of("run"));
              SettableClock clock = new SettableClock(Instant.now());
              ProspectorProperties properties = context.getBean(ProspectorProperties.class);
              Housekeeping work =
                  new Housekeeping(
                      properties.housekeeping(),
                      clock,
                      runs::limits,
                      Optional.empty(),
                      Optional.of(context.getBean(EventArchive.class)));
              assertThat(work.every()).contains(Duration.ofHours(1));
              work.run();
              assertThat(folder).isDirectoryNotContaining("glob:**.gz");
              clock.advance(Duration.ofDays(15));
              work.run();
              assertThat(folder).isDirectoryContaining("glob:**.gz");
            });
  }

  @Test
  void itLooksAsFarBackAsTheSettingsSayAndOneProcessAtATimeDoesIt() {
    List<Instant> asked = new ArrayList<>();
    Instant now = Instant.parse("2026-03-31T12:00:00Z");
    InMemoryRunStore store = new InMemoryRunStore(new SettableClock(now));
    SharedLimits other = store.another().limits();
    EventArchive nobody =
        (before, at) -> {
          throw new AssertionError("one process at a time");
        };
    EventArchive archive =
        (before, at) -> {
          asked.add(before);
          assertThat(at).isEqualTo(Path.of("archive"));
          work(other, now, nobody).run();
          return List.of();
        };
    work(store.limits(), now, archive).run();
    assertThat(asked).containsExactly(now.minus(Duration.ofDays(14)));
    EventArchive after = (before, at) -> List.of(at.resolve(String.valueOf(asked.add(before))));
    work(other, now, after).run();
    assertThat(asked).hasSize(2);
  }

  private static Housekeeping work(SharedLimits limits, Instant now, EventArchive archive) {
    return new Housekeeping(
        SETTINGS, new SettableClock(now), () -> limits, Optional.empty(), Optional.of(archive));
  }

  @Test
  void endedWebhookMessagesAreRemovedAfterTheirTimeAndNothingIsDoneWhereThereIsNone() {
    Boot.runner().run(context -> assertThat(context.getBean(Housekeeping.class).every()).isEmpty());
    Boot.runner()
        .withPropertyValues(
            "prospector.webhooks.key=another secret of bytes", "prospector.webhooks.deliver=false")
        .run(
            context ->
                assertThat(context.getBean(Housekeeping.class).every())
                    .contains(Duration.ofHours(1)));
    Boot.runner()
        .withPropertyValues(
            "prospector.webhooks.key=another secret of bytes",
            "prospector.webhooks.deliver=false",
            "prospector.housekeeping.webhooks=0s")
        .run(context -> assertThat(context.getBean(Housekeeping.class).every()).isEmpty());
  }
}
