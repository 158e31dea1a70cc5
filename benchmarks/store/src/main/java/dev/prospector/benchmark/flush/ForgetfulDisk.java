package dev.prospector.benchmark.flush;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A disk that keeps what was flushed: of files their bytes, of folders the names of files, which
 * may come and go while bytes are written under another file of the same name. Of everything else
 * each sector of 512 bytes keeps what one of its last writers wrote, whoever that was, and a file
 * made or removed is so or not.
 */
final class ForgetfulDisk {

  private static final int SECTOR = 512;

  /** The number of the file that bears a name, as programs see it now. */
  private final Map<String, Integer> files = new HashMap<>();

  private final Map<Integer, Content> contents = new HashMap<>();
  private final Map<String, Integer> names = new HashMap<>();
  private final List<Pending> pending = new ArrayList<>();
  private final boolean honest;
  private int number;

  private record Pending(int number, Event event, int file) {}

  private record Sector(int file, long index) {}

  /**
   * Begins empty.
   *
   * @param honest whether it keeps what was flushed; else it only says so
   */
  ForgetfulDisk(boolean honest) {
    this.honest = honest;
  }

  /** Takes the next thing that happened. */
  void take(Event event) {
    if (event instanceof Event.Flushed flushed) {
      if (honest) {
        flush(flushed);
      }
    } else if (event instanceof Event.Made made) {
      files.put(made.file(), number);
      pending.add(new Pending(number, event, number));
    } else if (!(event instanceof Event.Told)) {
      pending.add(new Pending(number, event, known(event)));
    }
    number++;
  }

  private int known(Event event) {
    Integer file = files.get(name(event));
    boolean cut = event instanceof Event.Written w && w.bytes().length < w.length();
    if (file == null || cut) {
      throw new IllegalStateException("not all was recorded of " + name(event));
    }
    return file;
  }

  private static String name(Event event) {
    if (event instanceof Event.Written written) {
      return written.file();
    }
    return event instanceof Event.Cut cut ? cut.file() : ((Event.Removed) event).file();
  }

  /** Returns whether there is anything that it may forget. */
  boolean hasUnflushed() {
    return !pending.isEmpty();
  }

  private void flush(Event.Flushed flushed) {
    int file = files.getOrDefault(flushed.file(), -1);
    pending.removeIf(
        p -> {
          boolean covered = p.number() < flushed.before() && belongs(p, flushed.file(), file);
          if (covered) {
            keep(p, contents, names);
          }
          return covered;
        });
  }

  /** What is in a file is flushed with the file, its name with the folder. */
  private static boolean belongs(Pending pending, String flushed, int file) {
    if (pending.event() instanceof Event.Made made) {
      return flushed.equals(folder(made.file()));
    }
    return pending.event() instanceof Event.Removed removed
        ? flushed.equals(folder(removed.file()))
        : pending.file() == file;
  }

  private static String folder(String file) {
    return String.valueOf(Path.of(file).getParent());
  }

  private static void keep(
      Pending pending, Map<Integer, Content> contents, Map<String, Integer> names) {
    if (pending.event() instanceof Event.Written written) {
      of(contents, pending.file())
          .put(written.offset(), written.bytes(), 0, written.bytes().length);
    } else if (pending.event() instanceof Event.Cut cut) {
      of(contents, pending.file()).cut(Math.toIntExact(cut.length()));
    } else if (pending.event() instanceof Event.Made made) {
      names.put(made.file(), pending.file());
    } else if (pending.event() instanceof Event.Removed removed) {
      names.remove(removed.file());
    }
  }

  private static Content of(Map<Integer, Content> contents, int file) {
    return contents.computeIfAbsent(file, f -> new Content());
  }

  /**
   * Writes what is found after the power was cut now.
   *
   * @param kept how probable it is that a sector was written though nobody asked for it, 0 to 1
   * @param folder where the files go, by their own names
   */
  void cut(RandomGenerator random, double kept, Path folder) throws IOException {
    Map<Integer, Content> found = new HashMap<>();
    contents.forEach((file, content) -> found.put(file, content.copy()));
    Map<String, Integer> there = new HashMap<>(names);
    Set<Sector> lost = new HashSet<>();
    for (Pending next : pending) {
      if (next.event() instanceof Event.Written written) {
        keepSectors(written, next.file(), found, lost, random, kept);
      } else if (random.nextDouble() < kept) {
        keep(next, found, there);
      }
    }
    for (Map.Entry<String, Integer> file : there.entrySet()) {
      Path target = folder.resolve(String.valueOf(Path.of(file.getKey()).getFileName()));
      Files.write(target, of(found, file.getValue()).toBytes());
    }
  }

  /** Once a sector lost a write it has none of the later ones: that would be a later moment. */
  private static void keepSectors(
      Event.Written written,
      int file,
      Map<Integer, Content> found,
      Set<Sector> lost,
      RandomGenerator random,
      double kept) {
    int from = 0;
    while (from < written.bytes().length) {
      long index = (written.offset() + from) / SECTOR;
      int to = (int) Math.min(written.bytes().length, (index + 1) * SECTOR - written.offset());
      Sector sector = new Sector(file, index);
      if (!lost.contains(sector)) {
        if (random.nextDouble() < kept) {
          of(found, file).put(written.offset(), written.bytes(), from, to);
        } else {
          lost.add(sector);
        }
      }
      from = to;
    }
  }
}
