package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.call.CallIntent;
import dev.prospector.call.Effect;
import dev.prospector.cli.run.Workshop;
import dev.prospector.cli.stored.OpenedStore;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Tenant;
import dev.prospector.simulation.CrashPoints;
import dev.prospector.simulation.LedgerModel;
import dev.prospector.store.RunStore;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the real process of a run, by {@code kill -9}, at every kind of durable point, and goes on
 * with the run: with a model whose provider keeps a ledger. By default a few kinds are taken;
 * {@code -Dprospector.cli.sweep=25} kills 25 processes at each kind, and every other one again
 * while it goes on.
 */
@Timeout(value = 3, unit = TimeUnit.HOURS)
class KillSweepTest {

  private static final int KILLS = Integer.getInteger("prospector.cli.sweep", 0);
  private static final int KINDS_BY_DEFAULT = 6;
  private static final int LEADS = 9;

  @TempDir private Path folder;
  private LedgerServer provider;
  private int runs;
  private int killed;
  private int killedAgain;
  private int openAtKills;
  private int repeated;
  private int mostRepeated;

  @BeforeEach
  void aProvider() throws IOException {
    provider = new LedgerServer();
  }

  @AfterEach
  void theProviderEnds() {
    provider.close();
  }

  @Test
  void afterKillsAtEveryKindOfPointTheRunEndsLikeOneThatWasNotInterrupted() throws Exception {
    CrashPoints none = CrashPoints.none();
    String expected = whole(none);
    Map<String, Long> kinds = kinds(none);
    Random random = new Random(LEADS);
    List<String> taken = new ArrayList<>(kinds.keySet());
    Collections.shuffle(taken, random);
    int wanted = KILLS == 0 ? KINDS_BY_DEFAULT : taken.size() * KILLS;
    for (String kind : taken) {
      long passes = Math.max(1, kinds.getOrDefault(kind, 1L) * 3 / 4);
      // A run whose threads meet otherwise may write together what another wrote apart, and not
      // pass a kind of point at all: then another kind is taken.
      for (int kill = 0; kill < Math.max(1, KILLS) && passes > 0 && killed < wanted; kill++) {
        boolean again = KILLS > 0 && kill % 2 == 1;
        passes = kill(kind, passes, again ? pick(kinds, random) : "", expected, random);
      }
    }
    System.out.printf(
        "kill sweep: %d kinds of points; %d processes killed, %d more while"
            + " they went on; %d calls were open at kills, %d made again, at most %d after one"
            + " kill; 0 leads lost, 0 finished steps executed again%n",
        kinds.size(), killed, killedAgain, openAtKills, repeated, mostRepeated);
    assertThat(killed).isBetween(KILLS == 0 ? wanted : wanted * 3 / 4, wanted);
  }

  /**
   * Kills a process at any of so many passes of a point, and returns how many there are; 0 if no
   * run passed it, so that none was killed.
   */
  private long kill(String kind, long passes, String next, String expected, Random random)
      throws Exception {
    long most = passes;
    while (most > 0) {
      long pass = 1 + random.nextLong(most);
      if (killAndGoOn(kind, pass, next, expected)) {
        return most;
      }
      most = pass - 1; // A run that goes another way passes a point less often.
    }
    return most;
  }

  private static String pick(Map<String, Long> kinds, Random random) {
    return List.copyOf(kinds.keySet()).get(random.nextInt(kinds.size()));
  }

  /** How often each kind of point was passed. */
  private static Map<String, Long> kinds(CrashPoints points) {
    return points.passed().stream()
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }

  /** Returns what a run writes that nobody kills. */
  private String whole(CrashPoints points) throws IOException {
    Path place = place("whole");
    Workshop workshop =
        SimulatedProgram.workshop(points, LedgerServer.Client.of(provider.address()));
    assertThat(SimulatedProgram.enrich(terminal(place), place, workshop)).isEqualTo(3);
    return Files.readString(place.resolve("leads.jsonl"));
  }

  private Path place(String name) throws IOException {
    Path place = Files.createDirectories(folder.resolve(name));
    List<String> rows = new ArrayList<>(List.of("name,website"));
    for (int i = 0; i < LEADS; i++) {
      rows.add("company-" + i + ",company-" + i + ".example");
    }
    Files.write(place.resolve("list.csv"), rows);
    return place;
  }

  private static Terminal terminal(Path place) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    return new Terminal(nowhere, nowhere, false, place, name -> null);
  }

  /** Returns whether the process came to the point and was killed there. */
  private boolean killAndGoOn(String point, long pass, String next, String expected)
      throws Exception {
    LedgerServer before = provider;
    provider = new LedgerServer();
    before.close();
    String name = point + " at its pass " + pass + (next.isEmpty() ? "" : ", then " + next);
    Path place = place("run-" + ++runs);
    Witness witness = new Witness(provider.ledger());
    boolean reached = killed("enrich", place, point, pass);
    if (reached) {
      killed++;
      witness.look(place);
      if (!next.isEmpty() && isStarted(place) && killed("resume", place, next, 1)) {
        killedAgain++;
        witness.look(place);
      }
    }
    int code = goOn(place);
    witness.look(place);
    assertThat(code).as(name).isEqualTo(3);
    assertThat(witness.findings).as(name).isEmpty();
    assertThat(place.resolve("leads.jsonl")).as(name).content().isEqualTo(expected);
    witness.requireEnd(place, name);
    openAtKills += witness.openAtKills;
    repeated += witness.repeated;
    mostRepeated = Math.max(mostRepeated, witness.mostRepeated);
    return reached;
  }

  /** Returns whether the process came to the point and was killed there. */
  private boolean killed(String command, Path place, String point, long pass) throws Exception {
    try (Program program =
        Program.start(
            place,
            List.of(),
            SimulatedProgram.class.getName(),
            command,
            place,
            provider.address(),
            point,
            pass)) {
      boolean reached = program.reaches(SimulatedProgram::isReached);
      program.kill();
      return reached;
    }
  }

  private static boolean isStarted(Path place) {
    if (SimulatedProgram.store(place).isMissing()) {
      return false;
    }
    try (OpenedStore store = open(place)) {
      return store.find(RunId.of(SimulatedProgram.RUN)).isPresent();
    }
  }

  /** The same command again: it begins the run if it never came to be. */
  private int goOn(Path place) {
    Workshop workshop =
        SimulatedProgram.workshop(CrashPoints.none(), LedgerServer.Client.of(provider.address()));
    return isStarted(place)
        ? SimulatedProgram.resume(terminal(place), place, workshop)
        : SimulatedProgram.enrich(terminal(place), place, workshop);
  }

  private static OpenedStore open(Path place) {
    return OpenedStore.existing(
        SimulatedProgram.store(place),
        SimulatedProgram.workshop(CrashPoints.none(), LedgerModel.of(Effect.READ)));
  }

  /** Looks at the store and at the ledger whenever no process works. */
  private static final class Witness {

    private final LedgerModel ledger;
    private final List<String> findings = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();
    private final Map<String, Fingerprint> bodies = new HashMap<>();
    private List<RunEvent> seen = List.of();
    private Set<String> finished = Set.of();
    private Set<String> open = Set.of();
    private int calls;
    private int openAtKills;
    private int repeated;
    private int mostRepeated;

    Witness(LedgerModel ledger) {
      this.ledger = ledger;
    }

    void look(Path place) {
      if (!isStarted(place)) {
        return;
      }
      try (OpenedStore store = open(place)) {
        events(store.runs());
        calls();
        open =
            store.runs().journal().unsettled(Tenant.DEFAULT, SimulatedProgram.RUN).stream()
                .map(CallIntent::call)
                .collect(Collectors.toSet());
        openAtKills += open.size();
      }
    }

    private void events(RunStore runs) {
      List<RunEvent> now = runs.events(Tenant.DEFAULT, RunId.of(SimulatedProgram.RUN), 0, 100_000);
      if (now.size() < seen.size() || !now.subList(0, seen.size()).equals(seen)) {
        findings.add("events that were read have changed");
      }
      Set<String> ended = new HashSet<>(finished);
      for (int i = 0; i < now.size(); i++) {
        if (now.get(i).position().number() != i + 1) {
          findings.add("event " + (i + 1) + " is missing");
        }
        if (i >= seen.size()) {
          step(now.get(i), ended);
        }
      }
      finished = ended;
      seen = now;
    }

    private void step(RunEvent event, Set<String> ended) {
      if (event instanceof RunEvent.StepStarted started
          && ended.contains(started.lead() + "/" + started.step())) {
        findings.add("a finished step was executed again: " + event);
      }
      if (event instanceof RunEvent.StepCompleted e && !ended.add(e.lead() + "/" + e.step())) {
        findings.add("a finished step ended again: " + event);
      }
      if (event instanceof RunEvent.StepFailed e && !ended.add(e.lead() + "/" + e.step())) {
        findings.add("a failed step ended again: " + event);
      }
    }

    private void calls() {
      List<LedgerModel.Call> all = ledger.calls();
      int again = 0;
      for (LedgerModel.Call call : all.subList(calls, all.size())) {
        Fingerprint first = bodies.putIfAbsent(call.key(), call.body());
        if (first != null && !first.equals(call.body())) {
          findings.add(call.key() + " asks for two things");
        }
        if (!asked.add(call.key())) {
          again++;
          if (!open.contains(call.key())) {
            findings.add(call.key() + " was made again and had not been open");
          }
        }
      }
      calls = all.size();
      repeated += again;
      mostRepeated = Math.max(mostRepeated, again);
    }

    void requireEnd(Path place, String name) {
      try (OpenedStore store = open(place)) {
        var run = store.run(SimulatedProgram.RUN);
        assertThat(run.state()).as(name).isEqualTo(RunState.COMPLETED);
        assertThat(run.leads().ended()).as(name).isEqualTo(LEADS);
        assertThat(store.runs().journal().unsettled(Tenant.DEFAULT, SimulatedProgram.RUN))
            .as(name)
            .isEmpty();
      }
    }
  }
}
