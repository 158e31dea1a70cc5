package dev.prospector.adapter.verify.email;

import dev.prospector.error.ConfigurationException;
import dev.prospector.verification.EmailVerdict;
import dev.prospector.verification.EmailVerifier;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;

/**
 * Verifies e-mail addresses by their form, by lists of providers and roles, and by what their
 * domain's DNS says of mail. No mail server is ever connected to. Each domain is asked about once a
 * day. Safe for several threads.
 */
public final class DnsEmailVerifier implements EmailVerifier {

  private static final Duration KEPT = Duration.ofDays(1);

  private final MailHosts hosts;
  private final String resolver;
  private final EmailLists lists = EmailLists.shipped();

  private DnsEmailVerifier(Resolver resolver, String name, Clock clock) {
    this.resolver = name;
    this.hosts = new KeptAnswers(new DnsMailHosts(resolver), KEPT, clock);
  }

  /**
   * Returns a verifier that asks the machine's own resolvers.
   *
   * @param timeout for each question
   */
  public static DnsEmailVerifier open(Duration timeout, Clock clock) {
    Resolver resolver = new ExtendedResolver();
    resolver.setTimeout(timeout);
    return new DnsEmailVerifier(resolver, "", clock);
  }

  /**
   * Returns a verifier that asks one resolver.
   *
   * @param host a name or address
   * @param port such as 53
   * @param timeout for each question
   * @throws ConfigurationException if there is no such host
   */
  public static DnsEmailVerifier open(String host, int port, Duration timeout, Clock clock) {
    try {
      SimpleResolver resolver = new SimpleResolver(host);
      resolver.setPort(port);
      resolver.setTimeout(timeout);
      return new DnsEmailVerifier(resolver, " of " + host + ":" + port, clock);
    } catch (UnknownHostException e) {
      throw new ConfigurationException(
          "e-mail verifier", List.of("there is no DNS resolver '" + host + "': check the name"));
    }
  }

  @Override
  public EmailVerdict verify(String address) throws InterruptedException {
    Optional<AddressSyntax> read = AddressSyntax.of(address.strip());
    if (read.isEmpty()) {
      return new EmailVerdict(
          address,
          EmailVerdict.Status.UNDELIVERABLE,
          EnumSet.noneOf(EmailVerdict.Mark.class),
          Optional.empty(),
          "this has not the form of an address");
    }
    Set<EmailVerdict.Mark> marks = lists.marks(read.get());
    return verdict(address, read.get(), marks, hosts.ask(read.get().domain()));
  }

  @Override
  public String identity() {
    return "DNS" + resolver;
  }

  private EmailVerdict verdict(
      String address, AddressSyntax read, Set<EmailVerdict.Mark> marks, MailHosts.Answer answer) {
    EmailVerdict.Status status =
        switch (answer) {
          case TAKES_MAIL -> EmailVerdict.Status.DOMAIN_TAKES_MAIL;
          case TAKES_NONE, NO_DOMAIN, NO_HOST -> EmailVerdict.Status.UNDELIVERABLE;
          case NOT_KNOWN -> EmailVerdict.Status.UNKNOWN;
        };
    String reason =
        switch (answer) {
          case TAKES_MAIL -> "the domain takes mail";
          case TAKES_NONE -> "the domain says that it takes no mail";
          case NO_DOMAIN -> "there is no such domain";
          case NO_HOST -> "the domain names no host that takes mail";
          case NOT_KNOWN -> "the domain could not be asked";
        };
    return new EmailVerdict(address, status, marks, lists.meant(read), reason);
  }
}
