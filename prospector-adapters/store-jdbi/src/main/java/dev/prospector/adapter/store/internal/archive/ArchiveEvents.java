package dev.prospector.adapter.store.internal.archive;

import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.database.StoreFailure;
import dev.prospector.adapter.store.internal.run.EventRows;
import dev.prospector.adapter.store.internal.run.RunRow;
import dev.prospector.adapter.store.internal.run.RunRows;
import dev.prospector.adapter.store.internal.run.RunWriter;
import dev.prospector.adapter.store.internal.sql.Access;
import dev.prospector.adapter.store.internal.sql.Week;
import dev.prospector.adapter.store.internal.sql.Write;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves events of runs that have ended out of the database: first they are written to a file, then
 * the runs are marked, then the events are removed. If that is interrupted at any point, they are
 * in at least one of both places, and the rest is removed the next time.
 */
public final class ArchiveEvents {

  private static final Logger LOG = LoggerFactory.getLogger(ArchiveEvents.class);
  private static final int PAGE = 2000;

  private final Access access;
  private final RunWriter runWriter;
  private final Jdbi writer;
  private final Write<EventRows.Range, Boolean> removals;

  public ArchiveEvents(Access access, RunWriter runWriter, Jdbi writer) {
    this.access = access;
    this.runWriter = runWriter;
    this.writer = writer;
    this.removals =
        (transaction, ranges) -> EventRows.remove(transaction, access.dialect(), ranges);
  }

  /** Archives the weeks that were over at an instant, and returns the files that were written. */
  public List<Path> before(Instant instant, Path folder) {
    LocalDate end = Week.of(instant);
    List<Path> files = new ArrayList<>();
    for (LocalDate week : access.read(RunRows::weeksToArchive)) {
      if (week.isBefore(end)) {
        files.add(archive(week, folder));
      }
    }
    if (access.dialect() == Dialect.POSTGRESQL) {
      access.read(EventPartitions::weeks).stream().filter(end::isAfter).forEach(this::drop);
    }
    access.read(RunRows::withArchivedEvents).forEach(this::remove);
    access.overwriteDeleted();
    return files;
  }

  private Path archive(LocalDate week, Path folder) {
    List<RunRow> runs = access.read(handle -> RunRows.toArchive(handle, access.dialect(), week));
    Path file;
    try (ArchiveFile part = new ArchiveFile(folder, week)) {
      for (RunRow run : runs) {
        write(run, part);
      }
      file = part.finish();
    } catch (IOException e) {
      throw new PortException(
          "store",
          "the archive of week " + week + " cannot be written into '" + folder + "'",
          RetryAdvice.backOff(),
          e);
    }
    for (RunRow run : runs) {
      runWriter.archived(run.key(), run.lastEvent());
    }
    return file;
  }

  private void write(RunRow run, ArchiveFile file) throws IOException {
    long done = run.archived();
    while (done < run.lastEvent()) {
      long after = done;
      int most = (int) Math.min(PAGE, run.lastEvent() - done);
      for (EventRows.Numbered event :
          access.readDurable(handle -> page(handle, run, after, most))) {
        file.add(run.key().tenant(), event.row().text(event.number()));
        done++;
      }
    }
  }

  private List<EventRows.Numbered> page(Handle handle, RunRow run, long after, int most) {
    List<EventRows.Numbered> page = EventRows.after(handle, access.dialect(), run, after, most);
    if (page.isEmpty()) {
      throw StoreFailure.damaged("the log of run '" + run.key().run() + "'");
    }
    return page;
  }

  private void drop(LocalDate week) {
    try {
      writer.useTransaction(handle -> EventPartitions.dropArchived(handle, week));
    } catch (RuntimeException e) {
      LOG.info("Events of week {} stay for now: {}", week, StoreFailure.of(e).getMessage());
    }
  }

  /** Some at a time, as one thread writes for all. */
  private void remove(RunRow run) {
    long first = access.read(handle -> EventRows.first(handle, access.dialect(), run));
    for (long from = first; from <= run.archived(); from += PAGE) {
      long to = Math.min(run.archived(), from + PAGE - 1);
      access.write(removals, new EventRows.Range(EventRows.Log.of(run), from, to));
    }
  }
}
