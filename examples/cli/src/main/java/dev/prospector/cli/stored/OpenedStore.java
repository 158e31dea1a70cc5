package dev.prospector.cli.stored;

import dev.prospector.Prospector;
import dev.prospector.adapter.store.Store;
import dev.prospector.adapter.store.StoreOptions;
import dev.prospector.budget.Account;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Usage;
import dev.prospector.candidate.CandidateStore;
import dev.prospector.cli.lookup.OpenLookUps;
import dev.prospector.cli.model.ModelSettings;
import dev.prospector.cli.run.RunSettings;
import dev.prospector.cli.run.Sources;
import dev.prospector.cli.run.Workshop;
import dev.prospector.cli.terminal.CommandWords;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.error.ConfigurationException;
import dev.prospector.error.InputException;
import dev.prospector.error.PortException;
import dev.prospector.event.RunId;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.store.LeadStore;
import dev.prospector.store.ResponseCache;
import dev.prospector.store.RunStore;
import dev.prospector.store.StoredRun;
import java.util.List;
import java.util.Optional;

/** A store that was opened by its address, and the runs in it. */
public final class OpenedStore implements AutoCloseable {

  private static final String NEW_LINE = System.lineSeparator();

  private final StoreAddress address;
  private final Store store;
  private final Workshop workshop;

  private OpenedStore(StoreAddress address, Store store, Workshop workshop) {
    this.address = address;
    this.store = store;
    this.workshop = workshop;
  }

  /** Opens a store that has to be there: what is only read is not made. */
  public static OpenedStore existing(StoreAddress address) {
    return existing(address, Workshop.USUAL);
  }

  public static OpenedStore existing(StoreAddress address, Workshop workshop) {
    if (address.isMissing()) {
      throw new InputException(
          "there is no store "
              + address
              + ": 'enrich' with the same --store makes one, or correct the name");
    }
    return openOrMake(address, workshop);
  }

  public static OpenedStore openOrMake(StoreAddress address, Workshop workshop) {
    StoreOptions options = StoreOptions.defaults();
    for (Pipeline pipeline : workshop.pipelines().values()) {
      options = options.withPipeline(pipeline);
    }
    try {
      return new OpenedStore(address, Store.open(address.place(), options), workshop);
    } catch (ConfigurationException | PortException e) {
      throw new InputException(address + " cannot be used: " + e.getMessage(), e);
    }
  }

  public StoreAddress address() {
    return address;
  }

  public RunStore runs() {
    return store.runs();
  }

  public CandidateStore candidates() {
    return store.candidates();
  }

  public ResponseCache cache() {
    return store.cache();
  }

  /** Returns the leads of all runs. */
  public LeadStore leads() {
    return store.leads();
  }

  /**
   * Returns those who said no, if the key of their list is in the environment.
   *
   * @see SuppressionKey
   */
  public Optional<SuppressionList> suppression(Terminal terminal) {
    return SuppressionKey.in(terminal).map(store::suppression);
  }

  /** Returns whether there is a lead of a registrable domain. */
  public boolean isLead(String domain) {
    return store.leads().find(Tenant.DEFAULT, LeadId.of(domain)).isPresent();
  }

  /** Returns the pipeline of a name. */
  public Pipeline pipeline(String name) {
    return workshop.pipeline(name);
  }

  /** Returns a builder of what works on the runs. */
  public Prospector.Builder prospector(ModelSettings model, Terminal terminal) {
    Prospector.Builder builder = workshop.prospector(store);
    suppression(terminal).ifPresent(builder::suppression);
    return model.on(builder, store.budget(model.limits()), terminal.environment());
  }

  /**
   * Opens what a run looks up from beside pages, paid from its budget.
   *
   * @param settings of the run
   */
  public OpenLookUps lookUps(RunId run, RunSettings settings, Sources sources, Terminal terminal) {
    OpenLookUps.Means means =
        new OpenLookUps.Means(
            store.budget(settings.model().limits()),
            new Account(Tenant.DEFAULT, run.value()),
            store.cache(),
            sources.context().language(),
            terminal.environment());
    return OpenLookUps.of(settings.lookUps(), sources.archive(), means);
  }

  /** Returns what a run has spent so far, in all processes that worked on it. */
  public Usage spent(RunId run) {
    Account account = new Account(Tenant.DEFAULT, run.value());
    return store.budget(Limits.unlimited()).spending(account).settled();
  }

  /** Returns a run by the id that somebody wrote. */
  public StoredRun run(String written) {
    return find(id(written)).orElseThrow(() -> unknown(written));
  }

  public Optional<StoredRun> find(RunId id) {
    return runs().find(Tenant.DEFAULT, id);
  }

  public static RunId id(String written) {
    return RunId.of(written);
  }

  private InputException unknown(String written) {
    List<String> near = NearRuns.of(runs(), written);
    String others =
        near.isEmpty() ? "it has no runs yet" : "near it are " + String.join(", ", near);
    return new InputException("there is no run " + written + " in " + address + "; " + others);
  }

  /** Returns a command about a run, as it can be copied and run. */
  String command(String name, RunId run) {
    return CommandWords.program() + " " + name + " " + run + address.option();
  }

  /** Returns the lines that say how to go on with a run. */
  public String howToGoOn(RunId run) {
    String lines = "Go on with:" + NEW_LINE + "  " + command("resume", run) + NEW_LINE;
    return address.hasSecret() && !address.isFromEnvironment()
        ? lines + "  with the password again, best in " + StoreAddress.VARIABLE + NEW_LINE
        : lines;
  }

  @Override
  public void close() {
    store.close();
  }
}
