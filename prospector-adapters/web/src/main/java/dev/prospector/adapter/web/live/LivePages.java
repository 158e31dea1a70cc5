package dev.prospector.adapter.web.live;

import dev.prospector.adapter.web.ArchiveWriter;
import dev.prospector.error.ConfigurationException;
import dev.prospector.error.InputException;
import dev.prospector.error.PortException;
import dev.prospector.http.AddressPolicy;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.HttpUrl;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemorySharedLimits;
import dev.prospector.run.Threads;
import dev.prospector.store.ResponseCache;
import dev.prospector.store.SharedLimits;
import dev.prospector.web.DocumentReader;
import dev.prospector.web.PageLookup;
import dev.prospector.web.PageSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pages of the live web. Only hosts on the public internet are asked, over ports 80 and 443, unless
 * the operator allows others; robots.txt is obeyed (RFC 9309) at every step of a redirect; one
 * request at a time goes to a host, a second apart; sites whose terms forbid it, pages that their
 * owners keep from machines, and challenges for browsers are not read, and the look-up says so.
 *
 * <p>What was not read is a failed look-up with its reason, never an exception: whether there is a
 * page is not known then. Only while no host answers at all, the source itself fails, and can be
 * asked again later. Safe for several threads; one that has to wait for a host waits in {@link
 * #fetch}.
 */
public final class LivePages implements PageSource {

  /** The name that robots.txt and page owners know this reader by. */
  public static final String ROBOT = "prospectorbot";

  private static final int MOST_REDIRECTS = 5;

  private final ReadPage reading;
  private final Sitemaps sitemaps;
  private final Recorder recorder;
  private final String identity;

  private LivePages(Builder builder) {
    HostTurns turns =
        new HostTurns(builder.limits(), builder.tenant, builder.clock, builder.threads);
    this.recorder = new Recorder(builder.record, builder.clock);
    AskHost hosts = new AskHost(builder, turns, recorder);
    ForbiddenSites forbidden = ForbiddenSites.shipped(builder.forbidden);
    RobotsOfHosts robots = new RobotsOfHosts(builder, hosts, forbidden);
    this.reading = new ReadPage(builder, turns, hosts, robots, forbidden);
    this.sitemaps = new Sitemaps(reading);
    this.identity = builder.obeysReservations ? "live web" : "live web with reserved pages";
  }

  /** Returns a builder of a source that sends through a transport, which has to be guarding. */
  public static Builder builder(HttpTransport transport) {
    return new Builder(transport);
  }

  @Override
  public PageLookup fetch(String url) throws InterruptedException {
    try {
      PageLookup lookup = lookUp(url);
      recorder.lookUp(lookup);
      return lookup;
    } catch (PortException e) {
      recorder.lookUp(new PageLookup.Failed(url, String.valueOf(e.getMessage())));
      throw e;
    }
  }

  private PageLookup lookUp(String url) throws InterruptedException {
    String asked = url;
    try {
      HttpUrl at = HttpUrl.parse(url);
      for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
        Exchanged answer = reading.step(at);
        if (!answer.isRedirect()) {
          return reading.page(asked, answer);
        }
        at = at.resolve(answer.header("location"));
      }
      return new PageLookup.Failed(asked, "more than " + MOST_REDIRECTS + " redirects");
    } catch (NotRead e) {
      return new PageLookup.Failed(asked, e.reason());
    } catch (InputException e) {
      return new PageLookup.Failed(asked, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Returns addresses that the host's sitemaps name, as far as they are its own and may be read; in
   * the sitemaps' order.
   */
  @Override
  public List<String> known(String host) throws InterruptedException {
    try {
      List<String> known = sitemaps.of(host);
      recorder.known(host, known);
      return known;
    } catch (PortException e) {
      recorder.known(host, List.of());
      throw e;
    }
  }

  @Override
  public String identity() {
    return identity;
  }

  /** Collects how to read. Confined to one thread. */
  public static final class Builder {

    final HttpTransport transport;
    AddressPolicy addresses = AddressPolicy.publicOnly();
    final List<String> allowed = new ArrayList<>();
    final List<String> forbidden = new ArrayList<>();
    String contact = "";
    Duration delay = Duration.ofSeconds(1);
    Optional<Duration> delayOfAllowed = Optional.empty();
    Clock clock = Clock.systemUTC();
    Threads threads = Threads.platform();
    Tenant tenant = Tenant.DEFAULT;
    Optional<SharedLimits> limits = Optional.empty();
    Optional<ArchiveWriter> record = Optional.empty();
    boolean obeysReservations = true;
    Optional<ResponseCache> cache = Optional.empty();
    Duration maxAge = Duration.ZERO;
    DocumentReader documents = DocumentReader.none();

    private Builder(HttpTransport transport) {
      this.transport = transport;
    }

    /**
     * Sets where owners of sites can complain: an address of the web or of mail, which every
     * request bears. Without one, at most 50 hosts are read.
     */
    public Builder contact(String value) {
      contact = value.strip();
      return this;
    }

    /** Allows one host and port of the operator's own network, or a port beside 80 and 443. */
    public Builder allowing(String host, int port) {
      addresses = addresses.allowing(host, port);
      allowed.add(host.toLowerCase(java.util.Locale.ROOT) + ":" + port);
      return this;
    }

    /** Adds a domain that is not read, with its sub-domains, to the list that ships. */
    public Builder notReading(String domain) {
      forbidden.add(domain);
      return this;
    }

    /** Sets the least time between two requests to a host; a second unless set. */
    public Builder delay(Duration value) {
      delay = value;
      return this;
    }

    /**
     * Sets the least time between two requests to a host that was {@linkplain #allowing allowed},
     * since those are the operator's own; that of all hosts unless set.
     */
    public Builder delayOfAllowed(Duration value) {
      delayOfAllowed = Optional.of(value);
      return this;
    }

    /** Returns the least time between two requests to the host of an address. */
    Duration delay(HttpUrl url) {
      return delayOfAllowed
          .filter(d -> allowed.contains(url.host() + ":" + url.port()))
          .orElse(delay);
    }

    /** Sets what is shared with other processes: turns and permits of hosts. This process alone. */
    public Builder limits(SharedLimits value, Tenant of) {
      limits = Optional.of(value);
      tenant = of;
      return this;
    }

    /** Sets the clock and how to wait. */
    public Builder time(Clock value, Threads waiting) {
      clock = value;
      threads = waiting;
      return this;
    }

    /**
     * Keeps pages: nobody is asked for one that is young enough, and after that its host is asked
     * whether it has changed, by {@code ETag} and {@code Last-Modified}.
     *
     * @param atMost how old a page may be before its host is asked
     */
    public Builder keeping(ResponseCache value, Duration atMost) {
      cache = Optional.of(value);
      maxAge = atMost;
      return this;
    }

    /** Reads documents as pages too, such as PDF; none are read unless set. */
    public Builder documents(DocumentReader value) {
      documents = value;
      return this;
    }

    /** Writes every exchange into an archive, from which the run can be repeated. */
    public Builder recording(ArchiveWriter value) {
      record = Optional.of(value);
      return this;
    }

    /** Reads pages too that their owners reserve by {@code noai} or the TDM protocol. */
    public Builder readingReserved() {
      obeysReservations = false;
      return this;
    }

    String userAgent() {
      return "Prospector/1.0 (" + ROBOT + (contact.isEmpty() ? "" : "; +" + contact) + ")";
    }

    SharedLimits limits() {
      return limits.orElseGet(() -> new InMemorySharedLimits(clock));
    }

    /**
     * Returns the source.
     *
     * @throws ConfigurationException with all problems
     */
    public LivePages build() {
      List<String> problems = new ArrayList<>();
      if (!transport.isGuarding()) {
        problems.add(
            "the transport cannot be held to checked addresses: give the one of"
                + " dev.prospector:prospector-http-okhttp");
      }
      if (delay.isNegative() || delayOfAllowed.filter(Duration::isNegative).isPresent()) {
        problems.add("the delay between requests is not negative: " + delay);
      }
      if (!contact.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ')')) {
        problems.add("the contact is an address of the web or of mail, without spaces");
      }
      if (!problems.isEmpty()) {
        throw new ConfigurationException("reading the live web", problems);
      }
      return new LivePages(this);
    }
  }
}
