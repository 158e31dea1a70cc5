package dev.prospector.agents.outreach;

import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.contact.ContactDetails.Channel;
import dev.prospector.agents.contact.email.EmailKind;
import dev.prospector.agents.contact.email.EmailUse;
import dev.prospector.agents.contact.phone.PhoneUse;
import dev.prospector.agents.contact.social.SocialNetwork;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chooses for each channel the address to use: code alone does, never a model. */
final class Recipients {

  /** An address and where it was found. */
  record Recipient(Channel channel, Claim<String> address) {}

  private Recipients() {}

  /** Returns one for each channel that exists, in the order of the channels given. */
  static List<Recipient> of(ContactDetails contacts, List<Channel> channels) {
    List<Recipient> all = new ArrayList<>();
    for (Channel channel : channels) {
      address(contacts, channel).ifPresent(a -> all.add(new Recipient(channel, a.best())));
    }
    return all;
  }

  private static Optional<Fact.Known<String>> address(ContactDetails contacts, Channel channel) {
    return switch (channel) {
      case EMAIL ->
          contacts.emails().stream()
              .filter(e -> e.kind() != EmailKind.DISPOSABLE)
              .filter(e -> EmailUse.of(e.address().known(), e.kind()).takesOffers())
              .map(ContactDetails.Email::address)
              .findFirst();
      case PHONE -> phone(contacts, PhoneUse.VOICE);
      case WHATSAPP -> phone(contacts, PhoneUse.WHATSAPP);
      case LINKEDIN ->
          contacts.profiles().stream()
              .filter(p -> p.network() == SocialNetwork.LINKEDIN)
              .map(ContactDetails.Profile::url)
              .findFirst();
      case SOCIAL -> Optional.empty();
    };
  }

  private static Optional<Fact.Known<String>> phone(ContactDetails contacts, PhoneUse use) {
    return contacts.phones().stream()
        .filter(p -> p.uses().contains(use))
        .map(ContactDetails.Phone::number)
        .findFirst();
  }
}
