package dev.prospector.adapter.store;

import static dev.prospector.adapter.store.Steps.LEAD;
import static dev.prospector.adapter.store.Steps.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.Prospector;
import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.database.Schema;
import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.budget.Account;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Usage;
import dev.prospector.dossier.Author;
import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Provenance;
import dev.prospector.dossier.Section;
import dev.prospector.error.BudgetRefusedException;
import dev.prospector.error.ConfigurationException;
import dev.prospector.error.InputException;
import dev.prospector.error.PortException;
import dev.prospector.event.StepResult;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Person;
import dev.prospector.money.Money;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.store.LeadStore;
import dev.prospector.store.StepCommit;
import dev.prospector.testkit.Note;
import dev.prospector.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What a store promises beyond the contracts of its ports, for one kind of database. */
abstract class StoreTest {

  private static final StoreOptions OPTIONS = StoreOptions.defaults().withSections(Note.KEY);
  private static final Account ACCOUNT = new Account(TENANT, "run-1");

  /** Any characters that one of the formats in between might lose. */
  private static final String ODD = "\u0000 \uE000\uE0000 \\u0000 \\\u0000 \"é😀\"\r\n";

  /** A section with a field of its own type. */
  record Sized(Note note, int size) {
    static final Section<Sized> KEY = Section.of("sized", Sized.class, 1);
  }

  /** Opens the store of this test; again and again the same one. */
  abstract Store open(StoreOptions options) throws Exception;

  /** Returns the address of the database itself. */
  abstract String jdbcUrl();

  /** Applies statements as a host would. */
  private void apply(String script) {
    Jdbi.create(jdbcUrl()).useTransaction(handle -> handle.createScript(script).execute());
  }

  @Test
  void aPipelineWhoseSectionsTheStoreWasNotToldOfIsRefusedBeforeItStarts() throws Exception {
    AtomicInteger executed = new AtomicInteger();
    Agent<Sized> agent =
        new Agent<>() {
          @Override
          public AgentSpec<Sized> spec() {
            return AgentSpec.writing(Sized.KEY).readingLead();
          }

          @Override
          public Sized byRules(AgentInput input) {
            executed.incrementAndGet();
            return new Sized(new Note("text"), 1);
          }
        };
    Pipeline pipeline = Pipeline.named("untold").add(agent).build();
    try (Store store = open(OPTIONS);
        Prospector prospector = Prospector.builder().runs(store.runs()).build()) {
      assertThatThrownBy(
              () -> prospector.start(pipeline, List.of(Lead.of(LEAD, Company.named("A")))))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("sized");
      assertThat(prospector.health().isUp()).isTrue();
    }
    assertThat(executed).hasValue(0);
  }

  @Test
  void whatWasCommittedIsReadByWhoeverOpensTheStoreNext() throws Exception {
    Snapshot odd =
        Snapshot.document("file \uE000", "text/odd", "text " + ODD)
            .capturedAt(Instant.parse("2026-01-02T03:04:05.123456789Z"))
            .publishedBy(Snapshot.Publisher.THIRD_PARTY);
    Snapshot mirror = Snapshot.page("https://a.example/", odd.text());
    StepCommit commit =
        Steps.settling(Steps.commit(LEAD, "a", "note " + ODD, odd, mirror, odd), "call");
    try (Store store = open(OPTIONS)) {
      store.journal().intend(TENANT, Steps.intent("call"));
      store.journal().commit(TENANT, commit);
    }
    try (Store store = open(OPTIONS)) {
      StepCommit found = store.journal().find(TENANT, commit.inputs()).orElseThrow();

      assertThat(found).isEqualTo(commit);
      assertThat(found.snapshots().get(0).capturedAt()).isEqualTo(odd.capturedAt());
      assertThat(found.snapshots().get(0).publisher()).isEqualTo(odd.publisher());
      assertThat(found.snapshots().get(0).mediaType()).isEqualTo(odd.mediaType());
      assertThat(store.journal().unsettled(TENANT, "run")).isEmpty();
    }
  }

  @Test
  void aLeadIsReadAsItWasSavedWithItsProposals() throws Exception {
    Lead lead =
        Lead.of(LEAD, Company.named("Pão").withColumns(Map.of("b", ODD, "a", "1")))
            .withPeople(List.of(new Person("Ana", "", "ana@a.example", "")))
            .withSupplied(List.of(Snapshot.row("list.csv:2", "row " + ODD)));
    Dossier dossier =
        Dossier.empty()
            .corrected(Sized.KEY, new Sized(new Note("a person's"), 7), by(Author.HUMAN))
            .written(Sized.KEY, new Sized(new Note("an agent's " + ODD), 7), by(Author.RULES))
            .written(Note.KEY, new Note(ODD), by(Author.RULES));
    StoreOptions options = OPTIONS.withSections(Sized.KEY);
    try (Store store = open(options)) {
      store.leads().save(TENANT, lead, dossier);
    }
    try (Store store = open(options)) {
      LeadStore.Stored stored = store.leads().find(TENANT, LEAD).orElseThrow();

      assertThat(stored.dossier().entries()).isEqualTo(dossier.entries());
      assertThat(stored.dossier().proposals()).hasSize(1).isEqualTo(dossier.proposals());
      assertThat(stored.lead().company()).isEqualTo(lead.company());
      assertThat(stored.lead().people()).isEqualTo(lead.people());
      assertThat(stored.lead().supplied()).isEqualTo(lead.supplied());
      assertThat(store.leads().list(TENANT, "", 5)).hasSize(1);
    }
  }

  @Test
  void aSectionThatTheStoreWasNotToldAboutIsRefusedByName() throws Exception {
    try (Store store = open(OPTIONS)) {
      store.journal().commit(TENANT, Steps.commit(LEAD, "a", "text"));
    }
    try (Store store = open(StoreOptions.defaults())) {
      assertThatThrownBy(() -> store.journal().find(TENANT, Steps.fingerprint("a")))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("'note'");
      assertThatThrownBy(() -> store.journal().commit(TENANT, Steps.commit(LEAD, "b", "text")))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("'note'");
    }
  }

  @Test
  void currenciesThatDoNotGoTogetherChangeNothing() throws Exception {
    try (Store store = open(OPTIONS)) {
      Budget budget = store.budget(Limits.unlimited());
      budget.reserve(ACCOUNT, Usage.ofCall(Money.of("1.50", "USD"), 1));

      assertThatThrownBy(() -> budget.reserve(ACCOUNT, Usage.ofCall(Money.of("1", "BRL"), 1)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(budget.spending(ACCOUNT).reserved())
          .isEqualTo(Usage.ofCall(Money.of("1.50", "USD"), 1));
    }
  }

  @Test
  void theCountersAreNotInMemory() throws Exception {
    Limits limits = Limits.of(Limit.calls(Limit.Period.RUN, 2));
    Usage call = new Usage(null, 100, 1);
    try (Store store = open(OPTIONS)) {
      Budget budget = store.budget(limits);
      budget.settle(budget.reserve(ACCOUNT, call), call);
    }
    try (Store store = open(OPTIONS)) {
      Budget budget = store.budget(limits);
      budget.settle(budget.reserve(ACCOUNT, call), call);
      assertThatThrownBy(() -> budget.reserve(ACCOUNT, call))
          .isInstanceOf(BudgetRefusedException.class);
      assertThat(budget.spending(ACCOUNT).settled()).isEqualTo(call.plus(call));
    }
  }

  @Test
  void whatASilentProcessReservedComesBackAfterItsLease() throws Exception {
    SettableClock clock = new SettableClock(Instant.parse("2026-01-31T23:59:00Z"));
    StoreOptions options = OPTIONS.withClock(clock).withLease(Duration.ofMinutes(10));
    Limits limits = Limits.of(Limit.tokens(Limit.Period.RUN, 100));
    Usage all = new Usage(null, 100, 1);
    Reservation lost;
    try (Store dead = open(options)) {
      lost = dead.budget(limits).reserve(ACCOUNT, all);
    }
    try (Store store = open(options)) {
      Budget budget = store.budget(limits);
      clock.advance(Duration.ofMinutes(9));
      assertThatThrownBy(() -> budget.reserve(ACCOUNT, all))
          .isInstanceOf(BudgetRefusedException.class);
      clock.advance(Duration.ofMinutes(2));
      Reservation mine = budget.reserve(ACCOUNT, all);
      assertThat(budget.spending(ACCOUNT).reserved().tokens()).isEqualTo(100);

      // It was only slow: what it really spent counts, and its bound is not given back twice.
      budget.settle(lost, new Usage(null, 30, 1));
      budget.settle(lost, new Usage(null, 30, 1));
      budget.release(mine);
      assertThat(budget.spending(ACCOUNT).settled().tokens()).isEqualTo(30);
      assertThat(budget.spending(ACCOUNT).reserved().tokens()).isZero();
    }
  }

  @Test
  void aClosedStoreSaysSo() throws Exception {
    Store store = open(OPTIONS);
    store.close();
    store.close();

    assertThatThrownBy(() -> store.journal().intend(TENANT, Steps.intent("call")))
        .isInstanceOf(PortException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void theHostCanApplyTheScriptsItself() throws Exception {
    StoreOptions options = OPTIONS.withoutMigration();
    for (int applied = 0; applied < Schema.VERSION; applied++) {
      assertThatThrownBy(() -> open(options))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("version " + applied);
      apply(Schema.script(dialect(), applied + 1));
    }

    try (Store store = open(options)) {
      store.journal().intend(TENANT, Steps.intent("call"));
      assertThat(store.journal().unsettled(TENANT, "run")).hasSize(1);
    }
  }

  abstract Dialect dialect();

  @Test
  void tablesOfANewerVersionAreLeftAlone() throws Exception {
    open(OPTIONS).close();
    apply("insert into prospector_schema (version) values (99)");

    assertThatThrownBy(() -> open(OPTIONS))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("newer");
  }

  /** Writes a note with its lead's name; a stuck one's never comes for some leads. */
  private static final class Notes implements Agent<Note> {
    private final AtomicInteger executed = new AtomicInteger();
    private final boolean stuck;

    Notes(boolean stuck) {
      this.stuck = stuck;
    }

    @Override
    public AgentSpec<Note> spec() {
      return AgentSpec.writing(Note.KEY).readingLead();
    }

    @Override
    public Note byRules(AgentInput input) throws InterruptedException {
      executed.incrementAndGet();
      if (stuck && input.lead().id().value().endsWith("1")) {
        new Semaphore(0).acquire();
      }
      return new Note(input.lead().company().name());
    }
  }

  /** Goes on from a note. */
  private static final class Sizes implements Agent<Sized> {
    private final AtomicInteger executed = new AtomicInteger();
    private final Semaphore reached = new Semaphore(0);

    @Override
    public AgentSpec<Sized> spec() {
      return AgentSpec.writing(Sized.KEY).reading(Note.KEY);
    }

    @Override
    public Sized byRules(AgentInput input) {
      executed.incrementAndGet();
      reached.release();
      Note note = input.get(Note.KEY);
      return new Sized(note, note.text().length());
    }
  }

  @Test
  void anInterruptedRunGoesOnOverTheSameStoreAndExecutesNothingFinishedAgain() throws Exception {
    List<Lead> leads =
        IntStream.range(0, 20)
            .mapToObj(i -> Lead.of(LeadId.of("lead-" + i), Company.named("Company " + i)))
            .toList();
    Notes before = new Notes(true);
    Sizes sizesBefore = new Sizes();
    Pipeline first = Pipeline.named("test").add(before, sizesBefore).build();
    int done;
    try (Store store = open(StoreOptions.defaults().withPipeline(first))) {
      Run run = prospector(store).start(first, leads);
      sizesBefore.reached.acquire(3);
      run.close();
      done = stepsStored();
      assertThat(done).isBetween(3, 39);
    }

    Notes after = new Notes(false);
    Sizes sizesAfter = new Sizes();
    Pipeline second = Pipeline.named("test").add(after, sizesAfter).build();
    try (Store store = open(StoreOptions.defaults().withPipeline(second))) {
      List<LeadResult> results;
      try (Run run = prospector(store).start(second, leads)) {
        results = run.results().toList();
      }
      assertThat(results).hasSize(20).allMatch(r -> r.dossier().find(Sized.KEY).isPresent());
      long reused =
          results.stream()
              .flatMap(r -> r.steps().stream())
              .filter(s -> s.state() == StepResult.State.REUSED)
              .count();
      assertThat(reused).isEqualTo(done).isPositive();
      assertThat(after.executed.get() + sizesAfter.executed.get()).isEqualTo(40 - done);
    }
  }

  private static Prospector prospector(Store store) {
    return Prospector.builder().journal(store.journal()).leads(store.leads()).build();
  }

  private int stepsStored() {
    return Jdbi.create(jdbcUrl())
        .withHandle(
            handle ->
                handle
                    .createQuery("select count(*) from prospector_step")
                    .mapTo(Integer.class)
                    .one());
  }

  private static Provenance by(Author author) {
    return new Provenance(
        "note", 1, author, Steps.fingerprint("p"), Instant.EPOCH, Usage.NONE, "", "", "");
  }
}
