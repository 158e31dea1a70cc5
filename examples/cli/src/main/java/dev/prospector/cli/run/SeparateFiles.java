package dev.prospector.cli.run;

import dev.prospector.error.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Refuses outputs that would overwrite an input or each other, under any of their names, before
 * anything is opened.
 */
public final class SeparateFiles {

  /** Files that SQLite keeps beside a store. */
  private static final List<String> BESIDE_STORE = List.of("-wal", "-shm", "-journal");

  private final List<Use> uses = new ArrayList<>();

  /**
   * What a place is used for.
   *
   * @param real the place by its one name, however it was called
   */
  private record Use(String what, Path path, Path real, boolean written) {}

  private SeparateFiles() {}

  /**
   * Refuses the outputs of a task if they are not apart.
   *
   * @param rejected where rows go that are no leads
   * @param store the file of the store; empty list if there is none
   * @throws InputException naming both uses of a file
   */
  public static void require(Task task, Path rejected, List<Path> store) {
    SeparateFiles files = new SeparateFiles();
    files.reads("the list", task.list());
    task.context()
        .filter(path -> !path.equals(task.list()))
        .ifPresent(path -> files.reads("--context", path));
    task.pages().ifPresent(path -> files.reads("--pages", path));
    files.store(store);
    files.outputs(task, rejected);
  }

  /** Refuses outputs of what is written from a store alone. */
  public static void require(List<Path> written, List<Path> snapshots, List<Path> store) {
    SeparateFiles files = new SeparateFiles();
    files.store(store);
    written.forEach(path -> files.writes("an output", path));
    snapshots.forEach(path -> files.writes("--snapshots", path));
  }

  private void store(List<Path> store) {
    for (Path path : store) {
      reads("--store", path);
      BESIDE_STORE.forEach(end -> reads("--store", path.resolveSibling(path.getFileName() + end)));
    }
  }

  private void outputs(Task task, Path rejected) {
    task.outputs().files().forEach(path -> writes("--out", path));
    task.outputs().report().ifPresent(path -> writes("--report", path));
    writes("the file of rejected rows", rejected);
    task.outputs().snapshots().ifPresent(path -> writes("--snapshots", path));
    task.settings().live().flatMap(LiveReading::record).ifPresent(path -> writes("--record", path));
    for (Use use : uses) {
      if (use.written()) {
        task.pages().ifPresent(pages -> requireNoPage(use, real(pages)));
      }
    }
  }

  private void reads(String what, Path path) {
    add(new Use(what, path, real(path), false));
  }

  /** A file is written under another name first, which has to be free as well. */
  private void writes(String what, Path path) {
    add(new Use(what, path, real(path), true));
    Path part = path.resolveSibling(path.getFileName() + ".part");
    add(new Use(what + " while it is incomplete", part, real(part), true));
  }

  private void add(Use use) {
    for (Use other : uses) {
      if ((use.written() || other.written()) && isSame(use, other)) {
        throw new InputException(
            use.path()
                + " is "
                + other.what()
                + " and "
                + use.what()
                + ": nothing was read or written; give one of them another name");
      }
    }
    uses.add(use);
  }

  private static boolean isSame(Use one, Use other) {
    if (one.real().equals(other.real())) {
      return true;
    }
    try {
      return Files.exists(one.real())
          && Files.exists(other.real())
          && Files.isSameFile(one.real(), other.real());
    } catch (IOException e) {
      return false;
    }
  }

  /** What lies in a folder of pages may be a page, or the index of them. */
  private static void requireNoPage(Use use, Path pages) {
    String name = String.valueOf(use.real().getFileName()).toLowerCase(Locale.ROOT);
    boolean kind = name.equals("index.csv") || name.endsWith(".html") || name.endsWith(".gz");
    if (kind && Files.exists(use.real()) && use.real().startsWith(pages)) {
      throw new InputException(
          use.path()
              + " is "
              + use.what()
              + " and lies among the --pages: nothing was read or written; give it another name");
    }
  }

  /** Returns the one name of a path, of which the end may not exist yet. */
  private static Path real(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    List<Path> missing = new ArrayList<>();
    Path existing = absolute;
    while (existing != null && !Files.exists(existing)) {
      missing.add(0, Objects.requireNonNullElse(existing.getFileName(), existing));
      existing = existing.getParent();
    }
    if (existing == null) {
      return absolute;
    }
    try {
      Path real = existing.toRealPath();
      for (Path name : missing) {
        real = real.resolve(name);
      }
      return real;
    } catch (IOException e) {
      return absolute;
    }
  }
}
