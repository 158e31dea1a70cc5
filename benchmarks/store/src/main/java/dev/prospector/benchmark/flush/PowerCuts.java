package dev.prospector.benchmark.flush;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/**
 * Cuts the power at a moment and with losses that a seed decides, and looks for everything that had
 * been acknowledged by then.
 */
final class PowerCuts {

  /** How much of what was not flushed is written all the same. */
  private static final double[] KEPT = {0, 0, 0.1, 0.5, 0.9, 1};

  private final List<Event> events;
  private final Path folder;
  private final boolean honest;

  /**
   * What came of it.
   *
   * @param cuts how many there were
   * @param acknowledged how many records had to be found, all cuts together
   * @param unflushed how many cuts had something to lose
   * @param losses the cuts after which something was missing, each with what and its seed
   */
  record Outcome(int cuts, long acknowledged, int unflushed, List<String> losses) {}

  private record Cut(long seed, int position, double kept, RandomGenerator random) {}

  /**
   * Prepares cuts.
   *
   * @param folder where files are written that a store is opened on
   * @param honest whether the disk keeps what was flushed
   */
  PowerCuts(List<Event> events, Path folder, boolean honest) {
    this.events = events;
    this.folder = folder;
    this.honest = honest;
  }

  Outcome run(int seeds) throws IOException {
    List<Cut> cuts =
        LongStream.range(0, seeds)
            .mapToObj(this::cut)
            .sorted(Comparator.comparingInt(Cut::position))
            .toList();
    ForgetfulDisk disk = new ForgetfulDisk(honest);
    List<Acknowledged> acknowledged = new ArrayList<>();
    List<String> losses = new ArrayList<>();
    long looked = 0;
    int unflushed = 0;
    int position = 0;
    for (Cut cut : cuts) {
      for (; position < cut.position(); position++) {
        disk.take(events.get(position));
        told(events.get(position)).ifPresent(acknowledged::add);
      }
      looked += acknowledged.size();
      unflushed += disk.hasUnflushed() ? 1 : 0;
      missing(disk, cut, acknowledged).ifPresent(losses::add);
    }
    return new Outcome(seeds, looked, unflushed, losses);
  }

  /** Half of the cuts come the moment after something was acknowledged. */
  private Cut cut(long seed) {
    // Neighbouring seeds give Random almost the same first numbers.
    RandomGenerator random = new SplittableRandom(seed);
    int opened = opened();
    int position = opened + 1 + random.nextInt(events.size() - opened);
    if (random.nextBoolean()) {
      while (position < events.size() && told(events.get(position - 1)).isEmpty()) {
        position++;
      }
    }
    return new Cut(seed, position, KEPT[random.nextInt(KEPT.length)], random);
  }

  private int opened() {
    int opened = events.indexOf(new Event.Told(WriteRecords.OPENED));
    if (opened < 0) {
      throw new IllegalStateException("the recorded program did not say that it began");
    }
    return opened;
  }

  private static Optional<Acknowledged> told(Event event) {
    return event instanceof Event.Told word && !word.line().equals(WriteRecords.OPENED)
        ? Optional.of(Acknowledged.parse(word.line()))
        : Optional.empty();
  }

  private Optional<String> missing(ForgetfulDisk disk, Cut cut, List<Acknowledged> acknowledged)
      throws IOException {
    Path target = Files.createTempDirectory(folder, "cut");
    try {
      disk.cut(cut.random(), cut.kept(), target);
      return new Survivors(target.resolve(Flush.DATABASE))
          .missing(acknowledged)
          .map(missing -> "seed " + cut.seed() + ": " + missing);
    } finally {
      Flush.delete(target);
    }
  }
}
