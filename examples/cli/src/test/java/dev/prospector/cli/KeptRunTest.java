package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agent.AgentSpec;
import dev.prospector.agents.Pipelines;
import dev.prospector.cli.output.Outputs;
import dev.prospector.cli.output.RejectedRows;
import dev.prospector.cli.progress.Reporting;
import dev.prospector.cli.run.InputList;
import dev.prospector.cli.run.ListRows;
import dev.prospector.cli.run.RunSettings;
import dev.prospector.cli.run.Sources;
import dev.prospector.cli.run.Task;
import dev.prospector.cli.run.Workshop;
import dev.prospector.cli.stored.Notes;
import dev.prospector.cli.stored.OpenedStore;
import dev.prospector.cli.stored.StoreAddress;
import dev.prospector.cli.stored.WorkOnRun;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.context.BusinessContext;
import dev.prospector.dossier.Section;
import dev.prospector.event.RunId;
import dev.prospector.lead.Lead;
import dev.prospector.lead.Tenant;
import dev.prospector.store.RunStore;
import dev.prospector.web.PageLookup;
import dev.prospector.web.PageSource;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Runs that are kept in a store, through the commands that a person types. */
class KeptRunTest {

  private static final int LEADS = KeptList.LEADS_OF_EXAMPLE + 5;
  private static final int STEPS = 8;

  @TempDir private Path folder;
  private KeptList list;

  @BeforeEach
  void aList() throws Exception {
    list = KeptList.in(folder, 5);
  }

  private Invocation kept(String id, Object... more) {
    List<Object> options = new ArrayList<>(List.of("--store", list.store(), "--run-id", id));
    options.addAll(List.of(more));
    return Invocation.of(folder, list.enrich(options.toArray()));
  }

  @Test
  void aKeptRunWritesWhatOneThatIsNotKeptWrites() throws Exception {
    Invocation plain = Invocation.of(folder, list.enrich("--report", list.file("plain.html")));
    Invocation kept = kept("one", "--report", list.file("kept.html"));
    assertThat(kept.code()).as(kept.err()).isZero();
    assertThat(kept.out()).isEqualTo(plain.out());
    assertThat(list.file("kept.html")).hasSameBinaryContentAs(list.file("plain.html"));
    assertThat(kept.err())
        .contains("run one in sqlite:", "steps: " + LEADS * STEPS + " executed, 0 reused");
  }

  @Test
  void runsAreListedForPeopleAndForPrograms() {
    kept("one");
    kept("two", "--limit", "2");
    assertThat(list.on("runs").out().lines())
        .satisfiesExactly(
            head -> assertThat(head).contains("RUN", "STATE", "LEADS", "FAILED"),
            two -> assertThat(two).startsWith("two ").contains("COMPLETED", "2 of 2"),
            one -> assertThat(one).startsWith("one ").contains("15 of 15"));
    assertThat(list.on("runs", "--limit", "1").out().lines()).hasSize(2);
    List<JsonNode> runs = JsonLines.parse(list.on("runs", "--json").out());
    assertThat(runs).extracting(run -> run.path("run").asString()).containsExactly("two", "one");
    assertThat(runs.get(0).path("state").asString()).isEqualTo("COMPLETED");
    assertThat(runs.get(0).path("enriched").asInt()).isEqualTo(2);
    assertThat(runs.get(0).at("/notes/limit").asString()).isEqualTo("2");
  }

  @Test
  void anIdIsDrawnAndToldWhenNoneIsGiven() {
    Invocation first = Invocation.of(folder, list.enrich("--store", list.store()));
    assertThat(first.code()).isZero();
    String id = JsonLines.parse(list.on("runs", "--json").out()).get(0).path("run").asString();
    assertThat(first.err()).contains("run " + id + " in ");
    assertThat(list.on("show", id).out()).contains("COMPLETED", "15 of 15 ended: 15 enriched");
  }

  @Test
  void exportNeedsNeitherTheListNorThePages() throws Exception {
    Invocation run = kept("one", "--report", list.file("kept.html"));
    Files.move(list.file("pages"), list.file("gone"));
    Files.delete(list.file("list.csv"));
    Files.delete(list.file("context.yaml"));
    Invocation export = list.on("export", "one", "--report", list.file("exported.html"));
    assertThat(export.code()).as(export.err()).isZero();
    assertThat(export.out()).isEqualTo(run.out());
    assertThat(list.file("exported.html")).hasSameBinaryContentAs(list.file("kept.html"));
  }

  @Test
  void ofARunThatIsOverOnlyTheOutputsAreWrittenAgain() throws Exception {
    kept("one", "--out", list.file("leads.jsonl"));
    byte[] written = Files.readAllBytes(list.file("leads.jsonl"));
    Files.delete(list.file("leads.jsonl"));
    Files.delete(list.file("list.csv"));
    Invocation again = list.on("resume", "one");
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.err()).contains("is over");
    assertThat(list.file("leads.jsonl")).hasBinaryContent(written);
  }

  @Test
  void aResumeWhoseStoreIsDamagedLeavesTheOutputsThatStoodThere() throws Exception {
    kept("one", "--out", list.file("leads.jsonl"), "--report", list.file("report.html"));
    byte[] leads = Files.readAllBytes(list.file("leads.jsonl"));
    byte[] report = Files.readAllBytes(list.file("report.html"));
    byte[] store = Files.readAllBytes(list.file("runs.db"));
    for (int part = 1; part < 4; part++) {
      byte[] damaged = store.clone();
      int from = damaged.length / 4 * part;
      new Random(part).nextBytes(damaged);
      System.arraycopy(store, 0, damaged, 0, from);
      Files.write(list.file("runs.db"), damaged);
      Invocation resume = list.on("resume", "one");
      assertThat(resume.code()).as(resume.err()).isIn(1, 2);
      assertThat(resume.err()).containsAnyOf("damaged", "cannot be used").doesNotContain("\tat ");
      assertThat(list.file("leads.jsonl")).hasBinaryContent(leads);
      assertThat(list.file("report.html")).hasBinaryContent(report);
    }
  }

  // ---- a second run

  @Test
  void aSecondRunOverTheSameLeadsMakesNoExternalCall() {
    Invocation first = kept("one", "--progress", "json");
    assertThat(steps(first)).containsExactly(LEADS * STEPS, 0);
    Invocation second = kept("two", "--progress", "json");
    assertThat(second.code()).isZero();
    assertThat(steps(second)).containsExactly(0, LEADS * STEPS);
    assertThat(second.err()).contains("steps: 0 executed, " + LEADS * STEPS + " reused");
    assertThat(second.out()).isEqualTo(first.out());
  }

  @Test
  void aChangedBusinessContextReRunsOnlyWhatReadsIt() throws Exception {
    kept("one");
    Path context = list.file("context.yaml");
    String before = Files.readString(context);
    Files.writeString(context, before.replace("margin: 0.55", "margin: 0.6"));
    assertThat(context).content().isNotEqualTo(before);
    Invocation second = kept("two", "--progress", "json");
    assertThat(second.code()).as(second.err()).isZero();
    int readers = readersOfTheContext().size();
    assertThat(readers).isBetween(1, STEPS - 1);
    assertThat(steps(second)).containsExactly(LEADS * readers, LEADS * (STEPS - readers));
  }

  /** Who reads it, and whoever reads what those write; from what the agents declare. */
  private static Set<String> readersOfTheContext() {
    Set<String> readers = new TreeSet<>();
    List<Section<?>> written = new ArrayList<>();
    Pipelines.standard()
        .agents()
        .forEach(
            agent -> {
              AgentSpec<?> spec = agent.spec();
              if (spec.readsContext()
                  || written.stream()
                      .anyMatch(s -> spec.required().contains(s) || spec.optional().contains(s))) {
                readers.add(spec.id());
                written.add(spec.writes());
              }
            });
    return readers;
  }

  private static List<Integer> steps(Invocation run) {
    String last =
        run.err().lines().filter(l -> l.startsWith("{")).reduce((a, b) -> b).orElseThrow();
    JsonNode progress = JsonLines.parse(last).get(0);
    return List.of(progress.path("steps_executed").asInt(), progress.path("steps_reused").asInt());
  }

  // ---- going on

  @Test
  void anInputThatWasNotAcceptedToItsEndIsGivenAgain() {
    String whole = kept("whole").out();
    begun("part", 4);
    Invocation resumed = list.on("resume", "part");
    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(resumed.out()).isEqualTo(whole);
  }

  @Test
  void theSameCommandUnderTheSameIdGoesOnWithTheRun() {
    String whole = kept("whole").out();
    begun("part", 4);
    assertThat(kept("part").out()).isEqualTo(whole);
    assertThat(kept("part").out()).isEqualTo(whole);
  }

  @Test
  void aRunOnlyGoesOnWithWhatItWasBegunWith() throws Exception {
    begun("part", 4);
    for (String name : List.of("list.csv", "context.yaml", "pages/index.csv")) {
      String before = Files.readString(list.file(name));
      Files.writeString(list.file(name), before.replace("curiango", "curianga") + "\n");
      Invocation resumed = list.on("resume", "part");
      assertThat(resumed.code()).as(resumed.err()).isEqualTo(2);
      assertThat(resumed.err()).contains("with what it was begun with", name.split("[./]")[0]);
      Files.writeString(list.file(name), before);
    }
    assertThat(list.on("resume", "part").code()).isZero();
  }

  @Test
  void whatFailedIsTriedAgainAndNothingElse() throws Exception {
    Task task =
        new Task(
                list.file("list.csv"),
                Optional.empty(),
                Optional.empty(),
                ListRows.all(),
                RunSettings.defaults(),
                new Outputs(List.of(list.file("out.jsonl")), Optional.empty(), Optional.empty()))
            .absolute();
    Sources failing = Sources.with(BusinessContext.empty(), failingFor("brumafria."));
    assertThat(work(task, failing)).isEqualTo(3);

    Invocation shown = list.on("show", "failing");
    assertThat(shown.out())
        .contains("1 failed", "brumafria.example at website: ", "the disk is gone")
        .contains("retry-errors failing --store sqlite:");
    assertThat(list.on("runs").out()).containsPattern("failing +COMPLETED +15 of 15 +1 ");

    Invocation retried = list.on("retry-errors", "failing", "--progress", "json");
    assertThat(retried.code()).as(retried.err()).isZero();
    assertThat(retried.err()).contains("1 leads are tried again", "15 enriched");
    assertThat(steps(retried).get(0)).isBetween(1, STEPS - 1);
    assertThat(JsonLines.read(list.file("out.jsonl")))
        .hasSize(LEADS)
        .allMatch(lead -> lead.path("status").asString().equals("ENRICHED"));
    assertThat(list.on("retry-errors", "failing").err()).contains("no lead that failed");
  }

  private int work(Task task, Sources sources) {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(nowhere, nowhere, false, folder, name -> null);
    Notes notes = Notes.of(task, sources, list.file("rejected.csv"));
    try (OpenedStore store = OpenedStore.openOrMake(address(), Workshop.USUAL);
        InputList input = InputList.open(task, RejectedRows.toldOnly())) {
      return new WorkOnRun(terminal, Reporting.silent(), store)
          .work(new WorkOnRun.Known(RunId.of("failing"), task, notes, sources), input);
    }
  }

  private static PageSource failingFor(String host) {
    return new PageSource() {
      @Override
      public PageLookup fetch(String url) {
        if (url.contains("/" + host) || url.contains("www." + host)) {
          throw new LinkageError("the disk is gone"); // No outage, a defect.
        }
        return new PageLookup.Absent(url, "nothing is there");
      }

      @Override
      public String identity() {
        return PageSource.none().identity();
      }
    };
  }

  private StoreAddress address() {
    return StoreAddress.of(list.store(), false);
  }

  /** Leaves a run as a process leaves it that died while it read the list. */
  private void begun(String id, int accepted) {
    Map<String, String> notes;
    kept("model-" + id, "--limit", "1");
    try (OpenedStore store = OpenedStore.existing(address())) {
      notes = new java.util.HashMap<>(store.run("model-" + id).notes());
      notes.remove("limit");
      RunStore runs = store.runs();
      runs.open(Tenant.DEFAULT, RunId.of(id), "standard", notes);
      Task task = Notes.in(store.run(id)).orElseThrow().task("standard");
      List<Lead> first = new ArrayList<>();
      try (InputList input = InputList.open(task, RejectedRows.toldOnly())) {
        Iterator<Lead> leads = input.iterator();
        for (int i = 0; i < accepted; i++) {
          first.add(leads.next());
        }
      }
      assertThat(runs.accept(Tenant.DEFAULT, RunId.of(id), 0, first)).isEqualTo(accepted);
    }
  }

  // ---- what is refused

  @Test
  void anUnknownRunIsRefusedWithThoseNearIt() {
    kept("monday", "--limit", "1");
    kept("tuesday", "--limit", "1");
    for (String command : List.of("resume", "retry-errors", "show", "pause", "cancel", "export")) {
      Invocation unknown = list.on(command, "mondey");
      assertThat(unknown.code()).as(command).isEqualTo(2);
      assertThat(unknown.err())
          .contains("there is no run mondey in sqlite:", "near it are monday, tuesday")
          .doesNotContain("\tat ");
    }
    assertThat(list.on("show", "no id").err()).contains("1 to 64 letters");
  }

  @Test
  void anIdThatIsTakenByAnotherTaskIsRefused() throws Exception {
    kept("one", "--limit", "1");
    Invocation other = kept("one", "--limit", "2");
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err()).contains("run one is there already, with another limit");

    try (OpenedStore store = OpenedStore.existing(address())) {
      store.runs().open(Tenant.DEFAULT, RunId.of("hosts"), "fleet", Map.of());
    }
    Invocation pipeline = kept("hosts");
    assertThat(pipeline.code()).isEqualTo(2);
    assertThat(pipeline.err()).contains("with another pipeline fleet");
    assertThat(list.on("resume", "hosts").err()).contains("not begun by this program");
  }

  @Test
  void aStoreThatIsNotThereIsNotMadeByLookingForIt() {
    for (String command : List.of("show", "resume", "export")) {
      Invocation missing = list.on(command, "one");
      assertThat(missing.code()).isEqualTo(2);
      assertThat(missing.err()).contains("there is no store sqlite:");
    }
    assertThat(list.on("runs").code()).isEqualTo(2);
    assertThat(list.file("runs.db")).doesNotExist();
  }

  @Test
  void aSlipInANameLeavesNoStoreBehind() {
    Invocation slip =
        Invocation.of(folder, "enrich", list.file("lits.csv"), "--store", list.store());
    assertThat(slip.code()).isEqualTo(2);
    assertThat(slip.err()).contains("lits.csv").doesNotContain("\tat ");
    assertThat(list.file("runs.db")).doesNotExist();
  }

  @Test
  void theStoreIsFoundInTheEnvironmentAndItsPasswordIsNowhere() {
    Map<String, String> environment = Map.of(StoreAddress.VARIABLE, list.store());
    Invocation run =
        Invocation.of(environment, folder, list.enrich("--run-id", "one", "--limit", "1"));
    assertThat(run.code()).as(run.err()).isZero();
    Invocation shown = Invocation.of(environment, folder, "show", "one");
    assertThat(shown.out()).contains("COMPLETED");

    String secret = "postgresql://127.0.0.1:1/db?user=ann&password=hunter2";
    Map<String, String> server = Map.of(StoreAddress.VARIABLE, secret);
    for (Invocation refused :
        List.of(
            Invocation.of(server, folder, "runs"),
            Invocation.of(folder, "runs", "--store", secret),
            Invocation.of(folder, "runs", "--stoer=" + secret),
            Invocation.of(folder, "runs", "--store", secret.replace("postgresql", "mysql")))) {
      assertThat(refused.code()).as(refused.err()).isEqualTo(2);
      assertThat(refused.err()).isNotBlank().doesNotContain("hunter2", "\tat ");
    }
    assertThat(Invocation.of(Map.of(), folder, "runs").err()).contains("--store sqlite:FILE");
  }

  @Test
  void tablesOfANewerVersionAreRefused() throws Exception {
    kept("one", "--limit", "1");
    try (var connection = DriverManager.getConnection("jdbc:" + list.store());
        var statement = connection.createStatement()) {
      statement.executeUpdate("insert into prospector_schema (version) values (99)");
    }
    Invocation refused = list.on("runs");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains("runs.db cannot be used", "version 99, newer than")
        .doesNotContain("\tat ");
  }

  @Test
  void whatIsNoDatabaseIsRefusedInOneLine() throws Exception {
    Files.writeString(
        list.file("runs.db"), "a letter to a friend, longer than a header ".repeat(9));
    Invocation refused = list.on("runs");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("runs.db cannot be used", "not a database");
    assertThat(refused.err().lines()).hasSize(1);
  }
}
