package dev.prospector.adapter.store;

import dev.prospector.adapter.store.internal.archive.ArchiveEvents;
import dev.prospector.adapter.store.internal.archive.EventPartitions;
import dev.prospector.adapter.store.internal.candidate.JdbiCandidateStore;
import dev.prospector.adapter.store.internal.context.Contexts;
import dev.prospector.adapter.store.internal.context.JdbiContextStore;
import dev.prospector.adapter.store.internal.database.Database;
import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.database.OpenPostgresql;
import dev.prospector.adapter.store.internal.database.OpenSqlite;
import dev.prospector.adapter.store.internal.database.Schema;
import dev.prospector.adapter.store.internal.database.StoreFailure;
import dev.prospector.adapter.store.internal.journal.EntryCodec;
import dev.prospector.adapter.store.internal.journal.JdbiJournal;
import dev.prospector.adapter.store.internal.journal.JdbiResponseCache;
import dev.prospector.adapter.store.internal.journal.KnownSections;
import dev.prospector.adapter.store.internal.journal.LeadRows;
import dev.prospector.adapter.store.internal.journal.RunKey;
import dev.prospector.adapter.store.internal.limit.HoldLimits;
import dev.prospector.adapter.store.internal.limit.JdbiSharedLimits;
import dev.prospector.adapter.store.internal.privacy.JdbiSuppressionList;
import dev.prospector.adapter.store.internal.process.Owner;
import dev.prospector.adapter.store.internal.remote.JdbiReportStore;
import dev.prospector.adapter.store.internal.run.ChangeRuns;
import dev.prospector.adapter.store.internal.run.CommitLeads;
import dev.prospector.adapter.store.internal.run.JdbiLeadStore;
import dev.prospector.adapter.store.internal.run.JdbiRunStore;
import dev.prospector.adapter.store.internal.run.RunRows;
import dev.prospector.adapter.store.internal.run.RunWriter;
import dev.prospector.adapter.store.internal.spending.JdbiBudget;
import dev.prospector.adapter.store.internal.spending.Reservations;
import dev.prospector.adapter.store.internal.sql.Access;
import dev.prospector.adapter.store.internal.sql.GroupCommit;
import dev.prospector.adapter.store.internal.webhook.ChangeWebhooks;
import dev.prospector.adapter.store.internal.webhook.JdbiWebhookStore;
import dev.prospector.adapter.store.internal.webhook.SealedEndpoint;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Limits;
import dev.prospector.candidate.CandidateStore;
import dev.prospector.error.ConfigurationException;
import dev.prospector.privacy.SuppressionHash;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.store.ContextStore;
import dev.prospector.store.Journal;
import dev.prospector.store.LeadStore;
import dev.prospector.store.ResponseCache;
import dev.prospector.store.RunStore;
import dev.prospector.store.SharedLimits;
import dev.prospector.tracking.remote.ReportStore;
import dev.prospector.tracking.webhook.WebhookStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every storage port on one database: a file of SQLite, or PostgreSQL. A write returns when it
 * would survive a killed process and, on a disk that honours flushes, a power cut. Any number of
 * processes may open the same store at once.
 *
 * <p>Safe for several threads.
 */
public final class Store implements AutoCloseable {

  private static final int BEATS_IN_A_LEASE = 4;
  private static final Logger LOG = LoggerFactory.getLogger(Store.class);

  private final Database database;
  private final GroupCommit writer;
  private final Access access;
  private final Clock clock;
  private final Owner owner;
  private final ChangeRuns changes;
  private final RunWriter runWriter;
  private final ChangeWebhooks webhooks;
  private final AtomicLong reservations = new AtomicLong();
  private final AtomicLong holders = new AtomicLong();
  private final boolean makesPartitions;
  private Instant nextPartitions = Instant.MIN;
  private boolean closed;
  private final Journal journal;
  private final LeadStore leads;
  private final ResponseCache cache;
  private final ContextStore contexts;
  private final JdbiRunStore runs;
  private final ReportStore reports;

  private Store(Database database, StoreOptions options) {
    KnownSections known = new KnownSections(options.sections());
    Schema.prepare(database, options.migrates());
    this.database = database;
    this.clock = options.clock();
    this.makesPartitions = options.migrates() && database.dialect() == Dialect.POSTGRESQL;
    makePartitions(clock.instant());
    this.owner = new Owner(UUID.randomUUID().toString(), options.lease());
    EntryCodec codec = new EntryCodec(known);
    Contexts contents = new Contexts();
    this.changes =
        new ChangeRuns(
            new CommitLeads.Writers(database.dialect(), owner, codec, contents),
            new Reservations(owner, database.dialect()),
            clock);
    this.webhooks = new ChangeWebhooks(database.dialect());
    this.writer =
        new GroupCommit(database, this::beat, options.lease().dividedBy(BEATS_IN_A_LEASE));
    this.access = new Access(database, writer);
    this.runWriter = new RunWriter(access, changes);
    LeadRows leadRows = new LeadRows(database.dialect(), codec);
    this.journal = new JdbiJournal(access, codec);
    this.reports = new JdbiReportStore(access);
    this.leads = new JdbiLeadStore(access, leadRows, runWriter, reports);
    this.cache = new JdbiResponseCache(access, clock);
    this.contexts = new JdbiContextStore(access, contents, clock);
    HoldLimits holds = new HoldLimits(database.dialect(), owner, clock);
    this.runs =
        new JdbiRunStore(
            access,
            runWriter,
            owner,
            new JdbiRunStore.Ports(journal, leads, () -> limits(holds), contents, clock),
            codec,
            leadRows);
  }

  /**
   * Opens a store by its address: {@code sqlite:FILE}, or {@code postgresql://HOST/DATABASE} with
   * the parameters of its JDBC driver, both also with {@code jdbc:} in front.
   *
   * @throws ConfigurationException if the address is of another form, the database would not keep
   *     what it confirms, or its tables are of another version
   * @throws dev.prospector.error.PortException if it cannot be reached or is damaged
   */
  public static Store open(String address, StoreOptions options) {
    return open(StoreAddress.parse(address), options);
  }

  /**
   * Opens a store by its address.
   *
   * @throws ConfigurationException if the database would not keep what it confirms, or its tables
   *     are of another version
   * @throws dev.prospector.error.PortException if it cannot be reached or is damaged
   */
  public static Store open(StoreAddress address, StoreOptions options) {
    return address
        .file()
        .map(file -> sqlite(file, options))
        .orElseGet(
            () -> opened(OpenPostgresql.open(address.jdbcUrl(), address.properties()), options));
  }

  /** Opens a store in a file, which is made if there is none. Its folder must exist. */
  public static Store sqlite(Path file, StoreOptions options) {
    return sqlite(file, options, OpenSqlite.BUSY);
  }

  /** Opens a store that waits so long where another program keeps the file locked. */
  static Store sqlite(Path file, StoreOptions options, Duration busy) {
    return opened(OpenSqlite.open(file, busy), options);
  }

  /** Opens a store through a host's own connections to PostgreSQL, which stay the host's. */
  public static Store open(DataSource postgresql, StoreOptions options) {
    return opened(OpenPostgresql.open(postgresql), options);
  }

  private static Store opened(Database database, StoreOptions options) {
    try {
      return new Store(database, options);
    } catch (RuntimeException e) {
      database.closing().run();
      throw e;
    }
  }

  /** Returns the journal. */
  public Journal journal() {
    return journal;
  }

  /** Returns the leads with their dossiers. */
  public LeadStore leads() {
    return leads;
  }

  /** Returns the runs, which are written in the transactions of all the others. */
  public RunStore runs() {
    return runs;
  }

  /** Returns what each tenant sells, in versions; a content that runs share is kept once. */
  public ContextStore contexts() {
    return contexts;
  }

  /** Returns the candidates of searches. */
  public CandidateStore candidates() {
    return new JdbiCandidateStore(access);
  }

  /** Returns the cache of answers. */
  public ResponseCache cache() {
    return cache;
  }

  /**
   * Returns the list of those who said no.
   *
   * @param key a secret of at least 16 bytes, which the store does not keep: with another one no
   *     entry matches
   */
  public SuppressionList suppression(byte[] key) {
    return new JdbiSuppressionList(access, new SuppressionHash(key));
  }

  /**
   * Returns the webhooks. An event's messages are written in the transaction that writes the event,
   * by whichever process, to every endpoint that is active then and wants it: runs of this store
   * need no sink for that. Addresses and secrets are sealed.
   *
   * @param key a secret of at least 16 bytes, which the store does not keep: what was sealed with
   *     another one cannot be read
   */
  public WebhookStore webhooks(byte[] key) {
    return new JdbiWebhookStore(access, webhooks, new SealedEndpoint(key));
  }

  /**
   * Asks whether the database can be reached, as for a health check.
   *
   * @throws dev.prospector.error.PortException if it cannot
   */
  public void check() {
    runs.check();
  }

  /** Returns how the pools are used that this store opened itself; none on a host's connections. */
  public List<PoolUse> pools() {
    return database.pools().stream().map(PoolUse::of).toList();
  }

  /** Returns what remote agents reported. */
  public ReportStore reports() {
    return reports;
  }

  /** Returns how ports reach the database, for tests of this package. */
  Access access() {
    return access;
  }

  /**
   * Returns a budget that is shared with every process that opens this store: what any of them
   * spends counts, even if each has other limits.
   */
  public Budget budget(Limits limits) {
    return new JdbiBudget(access, runWriter, owner, limits, clock, reservations);
  }

  /** Each one is a holder of its own. */
  private SharedLimits limits(HoldLimits holds) {
    return new JdbiSharedLimits(access, holds, owner.id() + "/" + holders.incrementAndGet());
  }

  /** In the writer's thread, between groups. */
  private void beat() {
    Instant now = clock.instant();
    owner.beat(database.writer(), now);
    for (RunKey run : database.reader().withHandle(RunRows::toldToEnd)) {
      changes.endIfTold(writer, run);
    }
    database.writer().useTransaction(handle -> Reservations.sweep(handle, now));
    database.writer().useTransaction(HoldLimits::sweep);
    database.writer().useTransaction(handle -> JdbiResponseCache.sweep(handle, now));
    makePartitions(now);
  }

  /** Events that have no partition of their own are kept all the same. */
  private void makePartitions(Instant now) {
    if (!makesPartitions || now.isBefore(nextPartitions)) {
      return;
    }
    nextPartitions = now.plus(Duration.ofHours(6));
    try {
      database.writer().useTransaction(handle -> EventPartitions.makeAhead(handle, now));
    } catch (RuntimeException e) {
      LOG.info("No partitions are made for now: {}", StoreFailure.of(e).getMessage());
    }
  }

  /**
   * Moves events out of the database: of all runs that have ended and began in a week that was over
   * at the given time. Each week gets a file of JSON lines, compressed with gzip, that no other one
   * replaces. Who asks for archived events afterwards is told so by a {@link
   * dev.prospector.error.RunException}. To be called by one process at a time, such as once a week.
   *
   * @param before events of weeks that end later stay
   * @param folder where files are written; it has to be there
   * @return the files, each on the disk before anything was removed
   * @throws dev.prospector.error.PortException if a file cannot be written; nothing is lost then
   */
  public List<Path> archiveEvents(Instant before, Path folder) {
    return new ArchiveEvents(access, runWriter, database.writer()).before(before, folder);
  }

  /**
   * Writes what waits, gives leads back that are still held, and closes what this store opened.
   * Closing twice changes nothing.
   */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      runs.releaseAll();
    }
    writer.close();
    database.closing().run();
  }
}
