package dev.prospector.adapter.verify.email;

import java.io.IOException;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks the DNS: MX first, and where there is none, addresses (RFC 5321, section 5.1). */
final class DnsMailHosts implements MailHosts {

  private final Resolver resolver;

  /** Asks through a resolver, which has its time limit. */
  DnsMailHosts(Resolver resolver) {
    this.resolver = resolver;
  }

  @Override
  public Answer ask(String domain) {
    try {
      Name name = Name.fromString(domain, Name.root);
      Message mx = send(name, Type.MX);
      if (mx.getRcode() == Rcode.NXDOMAIN) {
        return Answer.NO_DOMAIN;
      } else if (mx.getRcode() != Rcode.NOERROR) {
        return Answer.NOT_KNOWN;
      }
      List<MXRecord> hosts =
          mx.getSection(Section.ANSWER).stream()
              .filter(MXRecord.class::isInstance)
              .map(MXRecord.class::cast)
              .toList();
      if (hosts.isEmpty()) {
        return ofAddresses(name);
      }
      return hosts.stream().allMatch(host -> host.getTarget().equals(Name.root))
          ? Answer.TAKES_NONE
          : Answer.TAKES_MAIL;
    } catch (TextParseException e) {
      return Answer.NO_DOMAIN;
    } catch (IOException e) {
      return Answer.NOT_KNOWN;
    }
  }

  private Answer ofAddresses(Name name) throws IOException {
    boolean known = true;
    for (int type : new int[] {Type.A, Type.AAAA}) {
      Message answer = send(name, type);
      known &= answer.getRcode() == Rcode.NOERROR;
      if (answer.getSection(Section.ANSWER).stream().anyMatch(r -> r.getType() == type)) {
        return Answer.TAKES_MAIL;
      }
    }
    return known ? Answer.NO_HOST : Answer.NOT_KNOWN;
  }

  private Message send(Name name, int type) throws IOException {
    return resolver.send(Message.newQuery(Record.newRecord(name, type, DClass.IN)));
  }
}
