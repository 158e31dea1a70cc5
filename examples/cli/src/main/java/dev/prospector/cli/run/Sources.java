package dev.prospector.cli.run;

import dev.prospector.adapter.context.BusinessContexts;
import dev.prospector.adapter.web.PageArchive;
import dev.prospector.adapter.web.live.LivePages;
import dev.prospector.cli.lookup.Outside;
import dev.prospector.context.BusinessContext;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemorySharedLimits;
import dev.prospector.store.ResponseCache;
import dev.prospector.store.SharedLimits;
import dev.prospector.web.PageSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the agents of a run read beside the list.
 *
 * @param context in the language that was asked for
 * @param pages none unless an archive was given, or the live web is read
 * @param archive the archive behind them, which is closed with this
 * @param recorded the archive that is written while they are read
 * @param shared what reading the web shares with other processes
 */
public record Sources(
    BusinessContext context,
    PageSource pages,
    Optional<PageArchive> archive,
    Optional<RecordedPages> recorded,
    Optional<MeansOfStore> shared)
    implements AutoCloseable {

  private static final int SHOWN_PROBLEMS = 3;

  /**
   * Opens what a task names.
   *
   * @param notes takes what is worth to be known about it
   */
  public static Sources of(Task task, Consumer<String> notes) {
    BusinessContext context =
        task.context().map(BusinessContexts::read).orElse(BusinessContext.empty());
    BusinessContext inLanguage = task.settings().inLanguage(context);
    Optional<LiveReading> live = task.settings().live();
    if (live.isPresent()) {
      notes.accept(
          "pages are read from the live web; --pages ARCHIVE reads from an archive, --offline"
              + " none");
      return live(inLanguage, live.get());
    }
    if (task.pages().isEmpty()) {
      notes.accept("no pages are read: leads are judged by their rows alone");
      return with(inLanguage, PageSource.none());
    }
    return of(inLanguage, task.pages().get(), notes);
  }

  private static Sources live(BusinessContext context, LiveReading live) {
    Optional<RecordedPages> recorded = live.record().map(RecordedPages::begin);
    LivePages.Builder builder = live.builder();
    recorded.ifPresent(archive -> builder.recording(archive.writer()));
    MeansOfStore shared = new MeansOfStore(new InMemorySharedLimits(Clock.systemUTC()));
    builder.limits(shared, Tenant.DEFAULT).keeping(shared, live.maxAge());
    return new Sources(context, builder.build(), Optional.empty(), recorded, Optional.of(shared));
  }

  /** Returns sources with pages of somebody else. */
  public static Sources with(BusinessContext context, PageSource pages) {
    return new Sources(context, pages, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Sources of(BusinessContext context, Path pages, Consumer<String> notes) {
    PageArchive archive = PageArchive.open(pages, Outside.documents());
    List<PageArchive.Problem> problems = archive.problems();
    problems.stream()
        .limit(SHOWN_PROBLEMS)
        .forEach(problem -> notes.accept("left out of the archive: " + problem));
    if (problems.size() > SHOWN_PROBLEMS) {
      notes.accept("and " + (problems.size() - SHOWN_PROBLEMS) + " more; 'doctor' counts them");
    }
    return new Sources(context, archive, Optional.of(archive), Optional.empty(), Optional.empty());
  }

  /** Shares turns at hosts, and pages that were read, with other processes over a store. */
  public void use(ResponseCache cache, SharedLimits limits) {
    shared.ifPresent(means -> means.use(cache, limits));
  }

  /** Ends what is recorded as complete. */
  public void finish() {
    recorded.ifPresent(RecordedPages::finish);
  }

  @Override
  public void close() {
    recorded.ifPresent(RecordedPages::close);
    archive.ifPresent(PageArchive::close);
  }
}
