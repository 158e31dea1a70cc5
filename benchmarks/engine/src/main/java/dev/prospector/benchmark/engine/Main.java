package dev.prospector.benchmark.engine;

import static dev.prospector.benchmark.engine.ProspectorContender.Shape.PARALLEL;
import static dev.prospector.benchmark.engine.ProspectorContender.Shape.SEQUENCE;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Measures every contender side by side and prints the table. */
public final class Main {

  private static final int POOL_THREADS = 2;

  private Main() {}

  /** Exit status 0 when everything ran, 1 when a contender failed, 2 when called wrongly. */
  public static void main(String[] args) throws Exception {
    Optional<Settings> settings = Settings.parse(args);
    if (settings.isEmpty()) {
      System.err.println(Settings.USAGE);
      System.exit(2);
    }
    ExecutorService pool = Executors.newFixedThreadPool(POOL_THREADS);
    try {
      run(settings.orElseThrow(), pool);
    } finally {
      pool.shutdown();
    }
  }

  private static void run(Settings settings, ExecutorService pool) throws Exception {
    AllocatedBytes allocated = AllocatedBytes.ofThisVirtualMachine();
    SideBySide sideBySide = new SideBySide(new Meter(allocated), settings);
    List<Contender> contenders =
        contenders(pool).stream().filter(c -> settings.wants(c.name())).toList();
    List<Waiting> waiting = waiting().stream().filter(w -> settings.wants(w.name())).toList();
    Report report =
        new Report(
            settings,
            allocated.method(),
            sideBySide.run(contenders),
            sideBySide.runWaiting(waiting));
    System.out.print(report.tables());
    if (settings.out().isPresent()) {
      ReportFile.write(report, settings.out().orElseThrow());
    }
  }

  private static List<Contender> contenders(ExecutorService pool) {
    return List.of(
        new SpringBatch(),
        new FutureChain(pool),
        new FutureFanOut(pool),
        LangChain.sequence(),
        LangChain.parallel(pool),
        new LangGraph(false, 1, pool),
        new LangGraph(true, 1, pool),
        new LangGraph(true, POOL_THREADS, pool),
        new ProspectorContender(SEQUENCE, true, true),
        new ProspectorContender(SEQUENCE, true, false),
        new ProspectorContender(SEQUENCE, false, true),
        new ProspectorContender(SEQUENCE, false, false),
        new FingerprintsAlone(),
        new ProspectorContender(PARALLEL, true, true),
        new ProspectorContender(PARALLEL, false, false));
  }

  private static List<Waiting> waiting() {
    return List.of(
        HandWrittenWaiting.oneAfterAnother(4),
        ProspectorWaiting.leadsAtOnce(4, 1),
        HandWrittenWaiting.futures(160, 16),
        ProspectorWaiting.stepsAtOnce(160, 16),
        ProspectorWaiting.leadsAtOnce(160, 16),
        HandWrittenWaiting.futures(10_000, 1_000),
        ProspectorWaiting.stepsAtOnce(10_000, 1_000),
        ProspectorWaiting.leadsAtOnce(10_000, 1_000));
  }
}
