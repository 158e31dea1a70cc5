package dev.prospector.adapter.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is gathered while an archive is opened. */
final class ArchiveContents {

  /** A broken archive of millions of records shall not fill the memory with complaints. */
  private static final int MOST_PROBLEMS = 10_000;

  private final Catalogue catalogue = new Catalogue();
  private final RecordedLookUps lookUps = new RecordedLookUps();
  private final ContentHash hash = new ContentHash();
  private final List<PageArchive.Problem> problems = new ArrayList<>();

  boolean add(Capture capture) {
    return catalogue.add(capture);
  }

  void problem(Path file, long place, String reason) {
    if (problems.size() < MOST_PROBLEMS) {
      Path name = file.getFileName();
      problems.add(new PageArchive.Problem(String.valueOf(name), place, reason));
    }
  }

  RecordedLookUps lookUps() {
    return lookUps;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  ContentHash hash() {
    return hash;
  }

  List<PageArchive.Problem> problems() {
    return List.copyOf(problems);
  }
}
