package dev.prospector.spring.internal;

import dev.prospector.model.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an application sets. A text that is not set is empty.
 *
 * @param enabled Whether Prospector is set up at all.
 * @param businessContext File with what the application's owner sells and to whom, as YAML or JSON.
 * @param store Where runs are kept.
 * @param pages Where web pages come from.
 * @param model Which language models are asked, on top of the rules.
 * @param limits The most that may be spent.
 * @param suppression Who is not to be approached.
 * @param run How runs are made that name no options of their own.
 * @param queue Runs that wait for their turn.
 * @param dispatcher How leads are spread over processes.
 * @param webhooks Signed messages about what happens, to addresses that tenants register.
 * @param housekeeping What is removed from the store after a time.
 * @param shutdown How the application ends.
 * @param web What is mounted in the application's web server.
 */
@ConfigurationProperties("prospector")
public record ProspectorProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("") String businessContext,
    @DefaultValue Store store,
    @DefaultValue Pages pages,
    @DefaultValue Model model,
    @DefaultValue Limits limits,
    @DefaultValue Suppression suppression,
    @DefaultValue RunDefaults run,
    @DefaultValue Queue queue,
    @DefaultValue Dispatcher dispatcher,
    @DefaultValue Webhooks webhooks,
    @DefaultValue Housekeeping housekeeping,
    @DefaultValue Shutdown shutdown,
    @DefaultValue Web web) {

  /**
   * Where runs are kept.
   *
   * @param url Address of the store, sqlite:FILE or postgresql://HOST/DATABASE. Without one, the
   *     application's own DataSource is used if it leads to PostgreSQL, else memory.
   * @param migrate Whether the store brings its tables up to date. If not, apply the shipped
   *     scripts.
   * @param lease How long a process holds leads after it was last heard of, at least 4 seconds.
   */
  public record Store(
      @DefaultValue("") String url,
      @DefaultValue("true") boolean migrate,
      @DefaultValue("12s") Duration lease) {

    /** Names the url only by whether there is one: it may hold a password. */
    @Override
    public String toString() {
      return "Store[url " + (url.isEmpty() ? "not set" : "set") + "]";
    }
  }

  /**
   * Where web pages come from.
   *
   * @param archive A WARC file, a folder of them, or a folder with an index.csv, to read pages from
   *     instead of the web.
   * @param contact Address of the web or of mail where owners of sites can complain. Setting it
   *     allows reading the live web.
   * @param delay The least time between two requests to one host.
   * @param notReading Domains that are not read, with their sub-domains, beside those of the list
   *     that ships.
   * @param allow Hosts of the operator's own network that may be read, each as HOST:PORT.
   */
  public record Pages(
      @DefaultValue("") String archive,
      @DefaultValue("") String contact,
      @DefaultValue("1s") Duration delay,
      @DefaultValue List<String> notReading,
      @DefaultValue List<String> allow) {}

  /**
   * Which language models are asked, on top of the rules.
   *
   * @param name The model, as PROVIDER:NAME. Without one, the application's LanguageModel beans are
   *     asked in their order, or rules alone decide.
   * @param fallbacks Models that are asked in this order where the first cannot answer, each as
   *     PROVIDER:NAME.
   * @param roles Other chains of models by role, such as prospector.model.roles.write, each as
   *     PROVIDER:NAME.
   * @param keys Keys by provider, such as prospector.model.keys.openai. Without one, the provider's
   *     usual environment variable is read.
   * @param urls Addresses by provider, where they differ from the usual one. A provider that is not
   *     known speaks OpenAI's chat form.
   * @param timeout The longest time for one call.
   */
  public record Model(
      @DefaultValue("") String name,
      @DefaultValue List<String> fallbacks,
      @DefaultValue Map<Role, List<String>> roles,
      @DefaultValue Map<String, String> keys,
      @DefaultValue Map<String, String> urls,
      @DefaultValue("2m") Duration timeout) {

    /** Names the models, never a key. */
    @Override
    public String toString() {
      return "Model[" + name + ", " + fallbacks + ", " + roles + "]";
    }
  }

  /**
   * The most that may be spent. With a model there has to be a limit, or the words that there is
   * none.
   *
   * @param unlimited Says that there is to be no limit although a model is asked.
   * @param run In one run.
   * @param day By one tenant in one day, in UTC.
   * @param month By one tenant in one calendar month, in UTC.
   */
  public record Limits(
      @DefaultValue("false") boolean unlimited,
      @DefaultValue Most run,
      @DefaultValue Most day,
      @DefaultValue Most month) {}

  /**
   * The most that may be spent in a period; -1 and empty for any.
   *
   * @param money The most money, as AMOUNT CURRENCY, such as 10 USD.
   * @param tokens The most tokens of prompts and answers together.
   * @param calls The most calls to models.
   * @param leads The most leads that are worked on.
   */
  public record Most(
      @DefaultValue("") String money,
      @DefaultValue("-1") long tokens,
      @DefaultValue("-1") long calls,
      @DefaultValue("-1") long leads) {}

  /**
   * Who is not to be approached.
   *
   * @param key Secret of at least 16 bytes, which the store does not keep. With another one, nobody
   *     who said no before is found.
   */
  public record Suppression(@DefaultValue("") String key) {

    /** Never shows the key. */
    @Override
    public String toString() {
      return "Suppression[key " + (key.isEmpty() ? "not set" : "set") + "]";
    }
  }

  /**
   * How runs are made that name no options of their own.
   *
   * @param concurrency How many leads are worked on at a time.
   * @param stepTimeout The longest time for one step.
   * @param leadTimeout The longest time for one lead.
   * @param takeUp Whether stored runs that were left unfinished go on when the application starts:
   *     those of all tenants whose input is complete.
   */
  public record RunDefaults(
      @DefaultValue("16") int concurrency,
      @DefaultValue("2m") Duration stepTimeout,
      @DefaultValue("10m") Duration leadTimeout,
      @DefaultValue("true") boolean takeUp) {}

  /**
   * Runs that wait for their turn, in the store, for all processes over it.
   *
   * @param enabled Whether there is a RunQueue, and this process works on its runs.
   * @param runs How many of its runs are worked on at a time, in all processes together.
   * @param runsPerTenant How many of them for each tenant.
   */
  public record Queue(
      @DefaultValue("true") boolean enabled,
      @DefaultValue("2") int runs,
      @DefaultValue("1") int runsPerTenant) {}

  /**
   * How leads are spread over processes.
   *
   * @param enabled Whether leads are spread by db-scheduler over the application's own PostgreSQL
   *     DataSource. Needs prospector-db-scheduler.
   * @param serve Whether this process works on leads that are spread.
   * @param leads How many leads this process works on at a time.
   */
  public record Dispatcher(
      @DefaultValue("false") boolean enabled,
      @DefaultValue("true") boolean serve,
      @DefaultValue("16") int leads) {}

  /**
   * Signed messages about what happens, to addresses that tenants register.
   *
   * @param key Secret of at least 16 bytes with which addresses and secrets are sealed in the
   *     store. Setting it switches webhooks on.
   * @param deliver Whether this process delivers messages.
   * @param allow Hosts of the operator's own network to which messages may go, each as HOST:PORT.
   */
  public record Webhooks(
      @DefaultValue("") String key,
      @DefaultValue("true") boolean deliver,
      @DefaultValue List<String> allow) {

    /** Never shows the key. */
    @Override
    public String toString() {
      return "Webhooks[key " + (key.isEmpty() ? "not set" : "set") + "]";
    }
  }

  /**
   * What is removed from the store after a time, by one process at a time.
   *
   * @param every How long after one time until the next. Zero for never.
   * @param webhooks How long ended webhook messages can be listed and replayed; then they are
   *     removed. Zero for ever.
   * @param events How long events of ended runs stay in the store at least; then those of whole
   *     weeks are moved into files. Zero for ever. Needs an archive.
   * @param archive Folder into which events are moved. It has to be there.
   */
  public record Housekeeping(
      @DefaultValue("1h") Duration every,
      @DefaultValue("30d") Duration webhooks,
      @DefaultValue("0s") Duration events,
      @DefaultValue("") String archive) {}

  /**
   * How the application ends.
   *
   * @param drain How long leads in flight are given to end; then their steps are interrupted and
   *     they go on in another process, or after the next start.
   */
  public record Shutdown(@DefaultValue("30s") Duration drain) {}

  /**
   * What is mounted in the application's web server; nothing unless set.
   *
   * @param path Path below which it is mounted, such as /prospector. Empty for the root.
   * @param events Whether runs can be followed at api/runs/{id}/events, by Server-Sent Events or
   *     page by page.
   * @param streaming Whether runs can be started, and followed in the same answer, at
   *     api/v2/execute_streaming_prospect. Needs a StreamedLeads or a WebSearch bean.
   * @param tracking Whether agents that run elsewhere can report their work at api/lead and
   *     api/run.
   * @param receiver How webhooks of another Prospector are received.
   * @param followers How many may follow runs at a time; with virtual threads as many as come.
   * @param problemDetails Whether the application's own controllers answer exceptions of Prospector
   *     as RFC 9457 says.
   */
  public record Web(
      @DefaultValue("") String path,
      @DefaultValue("false") boolean events,
      @DefaultValue("false") boolean streaming,
      @DefaultValue("false") boolean tracking,
      @DefaultValue Receiver receiver,
      @DefaultValue("256") int followers,
      @DefaultValue("false") boolean problemDetails) {

    /** Returns whether something is mounted that asks for a caller. */
    public boolean asksWhoCalls() {
      return events || streaming || tracking;
    }
  }

  /**
   * How webhooks of another Prospector are received.
   *
   * @param secret The secret that was shown when the endpoint was registered. Setting it mounts the
   *     receiver at api/webhooks/receive. Needs a WebhookReceiver bean.
   */
  public record Receiver(@DefaultValue("") String secret) {

    /** Never shows the secret. */
    @Override
    public String toString() {
      return "Receiver[secret " + (secret.isEmpty() ? "not set" : "set") + "]";
    }
  }
}
