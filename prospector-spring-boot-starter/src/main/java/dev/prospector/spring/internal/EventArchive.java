package dev.prospector.spring.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Moves events of runs that ended out of the store, where there is one that can. */
@FunctionalInterface
public interface EventArchive {

  /**
   * Moves those of weeks that were over at a time.
   *
   * @param folder where files are written; it has to be there
   * @return the files
   */
  List<Path> before(Instant time, Path folder);
}
