package dev.prospector.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Kills a run at every durable point, under many seeds. Each seed is run once without a crash,
 * which finds the points, and then once for each of them; every other seed has the processes that
 * follow die too, up to four in all, so that crashes hit recoveries as well.
 */
public final class CrashSweep {

  private static final int MOST_FINDINGS = 20;
  private static final int MOST_CRASHES = 4;

  private static final List<Simulation.Provider> PROVIDERS =
      List.of(
          Simulation.Provider.READING, Simulation.Provider.IDEMPOTENT, Simulation.Provider.TELLING);

  /** What happens to a simulation at some points. */
  @FunctionalInterface
  private interface Fault {
    Simulation put(Simulation simulation, List<Long> points, Random random);
  }

  private final String name;
  private final Supplier<? extends SimulatedDisk> disks;
  private UnaryOperator<Simulation> variant = simulation -> simulation;
  private Fault fault = (simulation, points, random) -> simulation.crashingAt(points);
  private String what = "crash";
  private int stride = 1;
  private int runs;
  private int crashed;
  private int crashedAgain;
  private int open;
  private int repeated;
  private int mostRepeatedByStep;
  private int undecided;
  private int messages;
  private int fewestPoints = Integer.MAX_VALUE;
  private int mostPoints;
  private final Map<String, Integer> kinds = new TreeMap<>();
  private final Map<Simulation.Promise, Integer> broken = new EnumMap<>(Simulation.Promise.class);
  private final List<String> findings = new ArrayList<>();

  /**
   * Creates a sweep.
   *
   * @param name of the store, for the report
   * @param disks a disk for each simulation
   */
  public CrashSweep(String name, Supplier<? extends SimulatedDisk> disks) {
    this.name = name;
    this.disks = disks;
  }

  /** Changes each simulation in some way before it is run. */
  public CrashSweep with(UnaryOperator<Simulation> change) {
    variant = change;
    return this;
  }

  /**
   * Has the process lose sight of its store at these points, for 1 to 40 seconds, instead of die.
   */
  public CrashSweep ofOutages() {
    fault = (s, points, random) -> s.awayAt(points, Duration.ofSeconds(1 + random.nextInt(40)));
    what = "outage";
    return this;
  }

  /** Takes only every so manieth point of each seed. */
  public CrashSweep everyNth(int points) {
    stride = points;
    return this;
  }

  /**
   * Sweeps over every point under so many seeds.
   *
   * @param first the first seed
   * @param seeds how many, at least 1
   */
  public CrashSweep run(long first, int seeds) throws InterruptedException {
    for (long seed = first; seed < first + seeds; seed++) {
      Simulation.Provider provider = PROVIDERS.get((int) (seed % PROVIDERS.size()));
      Simulation whole = variant.apply(Simulation.of(seed).with(provider));
      List<String> points = run(whole, "no crash").points().get(0);
      fewestPoints = Math.min(fewestPoints, points.size());
      mostPoints = Math.max(mostPoints, points.size());
      points.forEach(point -> kinds.merge(point, 1, Integer::sum));
      Random random = new Random(seed);
      for (long point = 1 + seed % stride; point <= points.size(); point += stride) {
        List<Long> dying = crashes(point, points.size(), seed % 2 == 0, random);
        Simulation hit = fault.put(whole, dying, random);
        count(run(hit, "seed " + seed + ", hit at " + dying));
      }
    }
    return this;
  }

  private static List<Long> crashes(long first, int points, boolean more, Random random) {
    List<Long> crashes = new ArrayList<>(List.of(first));
    int count = more ? 2 + random.nextInt(MOST_CRASHES - 1) : 1;
    while (crashes.size() < count) {
      // What is left to do after a crash is about as much as would have followed it.
      crashes.add(1 + random.nextLong(Math.max(4, points - first + 4)));
    }
    return crashes;
  }

  private Simulation.Outcome run(Simulation simulation, String which) throws InterruptedException {
    try (SimulatedDisk disk = disks.get()) {
      Simulation.Outcome outcome = simulation.run(disk);
      for (Simulation.Finding finding : outcome.findings()) {
        broken.merge(finding.promise(), 1, Integer::sum);
        if (findings.size() < MOST_FINDINGS) {
          findings.add(which + ": " + finding);
        }
      }
      return outcome;
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(name + ", " + which + ": " + e, e);
    }
  }

  private void count(Simulation.Outcome outcome) {
    runs++;
    crashed += Math.min(1, outcome.figures().crashes());
    crashedAgain += Math.max(0, outcome.figures().crashes() - 1);
    open += outcome.figures().openAtCrashes();
    repeated += outcome.figures().repeated();
    undecided += outcome.figures().undecided();
    messages += outcome.figures().messages();
    mostRepeatedByStep = Math.max(mostRepeatedByStep, outcome.figures().mostRepeatedByStep());
  }

  /** Returns what broke a promise, with the seed and the crashes that show it again. */
  public List<String> findings() {
    return List.copyOf(findings);
  }

  /** Returns one line for each figure. */
  public List<String> report() {
    String title = what + " sweep on " + name + ": ";
    List<String> lines = new ArrayList<>();
    lines.add(
        title
            + ("N = " + mostPoints + " durable points in one run (" + fewestPoints)
            + (" to " + mostPoints + " by the order of work), of " + kinds.size() + " kinds"));
    lines.add(
        title
            + (runs + " runs, " + crashed + " of which died or were begun again, and ")
            + (crashedAgain + " times once more in recovery"));
    for (Simulation.Promise promise : Simulation.Promise.values()) {
      String words = promise.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      lines.add(title + words + ": broken " + broken.getOrDefault(promise, 0) + " times");
    }
    lines.add(
        title
            + (open + " calls were open when a process began, " + repeated + " were made again, ")
            + ("at most " + mostRepeatedByStep + " by one step in one process, ")
            + (undecided + " left to a person"));
    lines.add(title + messages + " webhook messages were compared with their events");
    return lines;
  }

  /** Returns how often each kind of point was passed in runs without a crash. */
  public Map<String, Integer> kinds() {
    return Map.copyOf(kinds);
  }
}
