package dev.prospector.cli;

import dev.prospector.Prospector;
import dev.prospector.adapter.store.Store;
import dev.prospector.budget.Limits;
import dev.prospector.cli.output.Outputs;
import dev.prospector.cli.progress.Reporting;
import dev.prospector.cli.run.ListRows;
import dev.prospector.cli.run.RunSettings;
import dev.prospector.cli.run.Task;
import dev.prospector.cli.run.Workshop;
import dev.prospector.cli.stored.BeginRun;
import dev.prospector.cli.stored.OpenedStore;
import dev.prospector.cli.stored.ResumeRun;
import dev.prospector.cli.stored.StoreAddress;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.event.RunId;
import dev.prospector.model.LanguageModel;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.simulation.CrashPoints;
import dev.prospector.simulation.CrashingModel;
import dev.prospector.simulation.CrashingRunStore;
import dev.prospector.simulation.Simulation;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;

/**
 * What the program does with {@code enrich} and {@code resume}, with a pipeline that asks a model,
 * and points at which it can be killed.
 */
final class SimulatedProgram {

  static final String RUN = "simulated";

  private static final String REACHED = "reached ";
  private static final int CONCURRENCY = 3;

  private SimulatedProgram() {}

  /** Begins the run of a folder, or goes on with it, and waits to be killed at a point. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[1]);
    LanguageModel model = LedgerServer.Client.of(URI.create(arguments[2]));
    CrashPoints points =
        CrashPoints.killedAt(arguments[3], Long.parseLong(arguments[4]), () -> await(arguments[3]));
    Workshop workshop = workshop(points, model);
    Terminal terminal = Terminal.ofProcess();
    int code =
        arguments[0].equals("enrich")
            ? enrich(terminal, folder, workshop)
            : resume(terminal, folder, workshop);
    terminal.flush();
    System.exit(code);
  }

  private static void await(String point) {
    System.err.println(REACHED + point);
    System.err.flush();
    while (true) {
      LockSupport.park();
    }
  }

  static boolean isReached(String line) {
    return line.startsWith(REACHED);
  }

  static int enrich(Terminal terminal, Path folder, Workshop workshop) {
    Task task =
        new Task(
            folder.resolve("list.csv"),
            Optional.empty(),
            Optional.empty(),
            ListRows.all(),
            new RunSettings(
                "diamond",
                CONCURRENCY,
                Optional.empty(),
                Optional.empty(),
                dev.prospector.cli.model.ModelSettings.none(),
                Optional.empty(),
                dev.prospector.cli.lookup.LookUpSettings.none()),
            new Outputs(
                List.of(folder.resolve("leads.jsonl")), Optional.empty(), Optional.empty()));
    return new BeginRun(terminal, Reporting.silent(), workshop)
        .begin(task, store(folder), Optional.of(RunId.of(RUN)));
  }

  static int resume(Terminal terminal, Path folder, Workshop workshop) {
    try (OpenedStore store = OpenedStore.existing(store(folder), workshop)) {
      return new ResumeRun(terminal, Reporting.silent(), store, run -> OptionalInt.empty())
          .resume(store.run(RUN), OptionalInt.empty());
    }
  }

  static StoreAddress store(Path folder) {
    return StoreAddress.of("sqlite:" + folder.resolve("runs.db"), false);
  }

  static Workshop workshop(CrashPoints points, LanguageModel model) {
    return new Workshop() {
      @Override
      public Map<String, Pipeline> pipelines() {
        return Map.of("diamond", Simulation.pipeline());
      }

      @Override
      public Prospector.Builder prospector(Store store) {
        CrashingRunStore runs = new CrashingRunStore(store.runs(), points);
        return Prospector.builder()
            .runs(runs)
            .model(new CrashingModel(model, points), runs.budget(store.budget(Limits.unlimited())));
      }
    };
  }
}
