package dev.prospector.agents.qualification;

import dev.prospector.agents.argument.ScoreRange;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.contact.Deciders;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether we can reach a company, and whether we know somebody there who decides. */
final class Reach {

  /** What each channel adds to reachability; own choice, ordered by how directly it is answered. */
  private static final Map<ContactDetails.Channel, Double> WORTH =
      Map.of(
          ContactDetails.Channel.EMAIL, 0.40,
          ContactDetails.Channel.PHONE, 0.30,
          ContactDetails.Channel.WHATSAPP, 0.20,
          ContactDetails.Channel.LINKEDIN, 0.15,
          ContactDetails.Channel.SOCIAL, 0.05);

  private static final int MOST_QUOTES = 3;

  private final ContactDetails contacts;
  private final boolean hasPages;
  private final Wording wording;

  Reach(ContactDetails contacts, boolean hasPages, Wording wording) {
    this.contacts = contacts;
    this.hasPages = hasPages;
    this.wording = wording;
  }

  Factor reachability() {
    List<ContactDetails.Channel> channels = contacts.channels();
    double worth = channels.stream().mapToDouble(WORTH::get).sum();
    if (channels.isEmpty()) {
      // A page that shows no way to write is a hint, not a proof; no page at all says nothing.
      return factor(
          Factor.Kind.REACHABILITY,
          hasPages ? new ScoreRange(0, 0.5) : ScoreRange.UNKNOWN,
          wording.say(hasPages ? "reachability.none" : "reachability.unknown"),
          List.of());
    }
    ScoreRange range = new ScoreRange(Math.min(1, worth), Math.min(1, worth + 0.1));
    String names =
        channels.stream().map(c -> wording.say("channel." + c)).collect(Collectors.joining(", "));
    return factor(
        Factor.Kind.REACHABILITY, range, wording.say("reachability.channels", names), quotes());
  }

  private List<Claim<String>> quotes() {
    List<Fact.Known<String>> ways = new ArrayList<>();
    contacts.emails().stream().limit(1).forEach(e -> ways.add(e.address()));
    contacts.phones().stream().limit(1).forEach(p -> ways.add(p.number()));
    contacts.profiles().stream().limit(1).forEach(p -> ways.add(p.url()));
    return ways.stream().map(Fact.Known::best).toList();
  }

  Factor authority() {
    List<ContactDetails.NamedPerson> deciders =
        contacts.people().stream().filter(Deciders::decides).limit(MOST_QUOTES).toList();
    if (!deciders.isEmpty()) {
      return named(deciders, new ScoreRange(0.85, 1), "authority.decides");
    }
    List<ContactDetails.NamedPerson> others =
        contacts.people().stream().limit(MOST_QUOTES).toList();
    return others.isEmpty()
        ? factor(
            Factor.Kind.AUTHORITY, ScoreRange.UNKNOWN, wording.say("authority.unknown"), List.of())
        : named(others, new ScoreRange(0.4, 0.9), "authority.named");
  }

  private Factor named(List<ContactDetails.NamedPerson> people, ScoreRange range, String key) {
    String names = people.stream().map(Deciders::called).collect(Collectors.joining(", "));
    return factor(
        Factor.Kind.AUTHORITY,
        range,
        wording.say(key, names),
        people.stream().map(p -> p.name().best()).toList());
  }

  static Factor factor(
      Factor.Kind kind, ScoreRange value, String reason, List<Claim<String>> evidence) {
    return new Factor(kind, kind.weight(), value, reason, evidence);
  }
}
