package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.cli.stored.OpenedStore;
import dev.prospector.cli.stored.StoreAddress;
import dev.prospector.dossier.Entry;
import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import dev.prospector.store.StoredResult;
import dev.prospector.testkit.provider.Manner;
import dev.prospector.testkit.provider.SimulatedProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The bundled example with a model on top, by the real program, which is killed by {@code kill -9}
 * in the middle of its calls and goes on: with the same model, or with another one. How many
 * processes are killed of those that go on with the same one is set by {@code
 * -Dprospector.cli.model.kills=8}.
 */
@Timeout(600)
class KilledWithModelTest {

  private static final int KILLS = Integer.getInteger("prospector.cli.model.kills", 1);
  private static final int LEADS = KeptList.LEADS_OF_EXAMPLE;

  @TempDir private Path folder;
  private KeptList example;

  @BeforeEach
  void unpack() throws IOException {
    example = KeptList.in(folder, 0);
  }

  /** Holds one call and all after it, so that the program can be killed in the middle of it. */
  private static final class HeldCall implements Consumer<String> {
    private final int number;
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch killed = new CountDownLatch(1);

    HeldCall(int number) {
      this.number = number;
    }

    @Override
    public void accept(String request) {
      if (calls.incrementAndGet() < number) {
        return;
      }
      reached.countDown();
      try {
        killed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /** Kills a program once it has made this call; it gets no answer any more. */
    void kill(Program program) throws InterruptedException {
      assertThat(reached.await(5, TimeUnit.MINUTES)).as("call " + number).isTrue();
      program.kill();
      killed.countDown();
    }
  }

  private static SimulatedProvider provider(HeldCall held) {
    return SimulatedProvider.of(Manner.HONEST, 5).watchedBy(held).start();
  }

  private Object[] enrich(SimulatedProvider provider, String model, Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of("--concurrency", "4", "--model", model, "--model-url", provider.address()));
    arguments.addAll(List.of(more));
    return example.enrich(arguments.toArray());
  }

  private String store(String run) {
    return "sqlite:" + folder.resolve(run + ".db");
  }

  private OpenedStore open(String run) {
    return OpenedStore.existing(StoreAddress.of(store(run), false));
  }

  /** Returns what was written, without what it cost. */
  private static List<JsonNode> leads(String lines) {
    List<JsonNode> leads = new ArrayList<>();
    for (JsonNode lead : JsonLines.parse(lines)) {
      ObjectNode copy = (ObjectNode) lead.deepCopy();
      copy.remove(List.of("usage", "cost"));
      leads.add(copy);
    }
    return leads;
  }

  private static Map<String, Long> counted(List<String> requests) {
    return requests.stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  @Test
  void finishedAnswersArePaidOnceAndTheResultIsThatOfARunThatNobodyKilled() throws Exception {
    List<JsonNode> expected;
    Map<String, Long> asked;
    try (SimulatedProvider provider = SimulatedProvider.of(Manner.HONEST, 5).start()) {
      Invocation whole = Invocation.of(folder, enrich(provider, "ollama:llama3", "--quiet"));
      assertThat(whole.code()).as(whole.err()).isZero();
      expected = leads(whole.out());
      asked = counted(provider.requests());
    }
    int open = 0;
    int repeated = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      String run = "killed-" + kill;
      HeldCall held = new HeldCall(1 + kill * (asked.size() - 1) / (KILLS + 1));
      try (SimulatedProvider provider = provider(held)) {
        killAt(held, enrich(provider, "ollama:llama3", kept(run)));
        int openNow = openCalls(run);
        Invocation last = Invocation.of(folder, "resume", run, "--quiet", "--store", store(run));

        assertThat(last.code()).as(last.err()).isZero();
        assertThat(leads(last.out()).equals(expected)).as("the same result").isTrue();
        Map<String, Long> now = counted(provider.requests());
        assertThat(now.keySet().equals(asked.keySet())).as("the same questions").isTrue();
        int more = calls(now) - calls(asked);
        assertThat(more).as("calls made again").isBetween(1, openNow);
        open += openNow;
        repeated += more;
      }
    }
    System.out.printf(
        "example with a model killed: %d processes, %d questions each; %d calls were open at kills,"
            + " %d made again; the same result each time%n",
        KILLS, asked.size(), open, repeated);
  }

  private static int calls(Map<String, Long> counted) {
    return (int) counted.values().stream().mapToLong(Long::longValue).sum();
  }

  private Object[] kept(String run) {
    return new Object[] {"--quiet", "--store", store(run), "--run-id", run};
  }

  private void killAt(HeldCall held, Object[] command) throws Exception {
    try (Program program = Program.start(folder, command)) {
      held.kill(program);
    }
  }

  private int openCalls(String run) {
    try (OpenedStore store = open(run)) {
      return store.runs().journal().unsettled(Tenant.DEFAULT, run).size();
    }
  }

  @Test
  void aResumeWithAnotherModelDoesAgainWhatItSaysAndLaterCommandsKeepThatModel() throws Exception {
    String run = "other";
    HeldCall first = new HeldCall(6);
    try (SimulatedProvider provider = provider(first)) {
      killAt(first, enrich(provider, "ollama:first", kept(run)));
    }
    Set<Long> left = unfinished(run);
    HeldCall second = new HeldCall(3);
    try (SimulatedProvider provider = provider(second)) {
      try (Program program = Program.start(folder, resumeWithSecond(run, provider))) {
        String said = program.await(line -> line.contains("run again"));
        assertThat(said).contains("of leads that have not ended", "company-analysis");
        second.kill(program);
      }
      int before = provider.requests().size();

      Invocation last = Invocation.of(folder, "resume", run, "--store", store(run));

      assertThat(last.code()).as(last.err()).isZero();
      assertThat(last.err()).doesNotContain("run again");
      List<String> since = provider.requests().subList(before, provider.requests().size());
      assertThat(since).isNotEmpty().allMatch(body -> body.contains("\"model\":\"second\""));
      requireModels(run, left);
    }
  }

  private Object[] resumeWithSecond(String run, SimulatedProvider provider) {
    return new Object[] {
      "resume",
      run,
      "--store",
      store(run),
      "--progress",
      "none",
      "--model",
      "ollama:second",
      "--model-url",
      provider.address()
    };
  }

  private Set<Long> unfinished(String run) {
    try (OpenedStore store = open(run)) {
      return new HashSet<>(store.runs().unfinished(Tenant.DEFAULT, RunId.of(run), 0, LEADS));
    }
  }

  /** No section that the first model wrote stays with a lead that had not ended, and others do. */
  private void requireModels(String run, Set<Long> left) {
    try (OpenedStore store = open(run)) {
      List<StoredResult> results = store.runs().results(Tenant.DEFAULT, RunId.of(run), 0, LEADS);
      assertThat(results).hasSize(LEADS);
      for (StoredResult result : results) {
        Set<String> models =
            result.dossier().entries().stream()
                .map(Entry::provenance)
                .map(provenance -> provenance.model())
                .filter(model -> !model.isEmpty())
                .collect(Collectors.toSet());
        String expected = left.contains(result.position()) ? "second" : "first";
        assertThat(models).as("lead " + result.position()).allMatch(m -> m.contains(expected));
      }
    }
  }
}
