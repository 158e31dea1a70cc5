package dev.prospector.benchmark.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph like that of a research pipeline, whose every step does nothing but wait, as for a model
 * or a web site.
 */
final class WaitingGraph {

  static final Duration WAIT = Duration.ofMillis(50);

  /** One agent and what must be there before it starts. */
  record Node(String name, List<String> reads) {}

  /** In an order in which they can run one after another. */
  static final List<Node> NODES =
      List.of(
          new Node("intake", List.of()),
          new Node("website", List.of("intake")),
          new Node("contacts", List.of("website")),
          new Node("technology", List.of("website")),
          new Node("registration", List.of("website")),
          new Node("company", List.of("website")),
          new Node("fit", List.of("technology", "company")),
          new Node("reach", List.of("contacts", "registration")),
          new Node("scores", List.of("fit", "reach")));

  private WaitingGraph() {}

  /** What a step of this graph does. */
  static String step() throws InterruptedException {
    Thread.sleep(WAIT.toMillis());
    return Work.step();
  }

  /** How many steps a lead needs at least, one after another, however many run at once. */
  static int criticalPath() {
    Map<String, Integer> depths = new HashMap<>();
    int longest = 0;
    for (Node node : NODES) {
      int before = node.reads().stream().mapToInt(depths::get).max().orElse(0);
      depths.put(node.name(), before + 1);
      longest = Math.max(longest, before + 1);
    }
    return longest;
  }

  /**
   * The shortest time in which leads can pass: no lead is faster than its longest path, and no more
   * steps wait at once than the limit allows.
   *
   * @param leadsAtOnce how many leads are under way at once at most
   * @param stepsAtOnce how many steps wait at once at most
   */
  static double idealSeconds(int leads, int leadsAtOnce, int stepsAtOnce) {
    long byPath = (long) criticalPath() * ceiling(leads, leadsAtOnce);
    long byLimit = ceiling((long) NODES.size() * leads, stepsAtOnce);
    return Math.max(byPath, byLimit) * WAIT.toNanos() / 1e9;
  }

  private static long ceiling(long dividend, long divisor) {
    return (dividend + divisor - 1) / divisor;
  }
}
