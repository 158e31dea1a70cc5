package dev.prospector.agents.contact;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.contact.email.EmailKind;
import dev.prospector.agents.contact.phone.PhoneKind;
import dev.prospector.agents.contact.phone.PhoneUse;
import dev.prospector.agents.contact.social.SocialNetwork;
import dev.prospector.dossier.Section;
import dev.prospector.evidence.Fact;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a company can be reached, each way with where it was seen. The most reliable come first.
 *
 * @param emails addresses of the company and its people, ordered by their use
 * @param phones numbers in E.164
 * @param addresses postal addresses
 * @param profiles on social networks
 * @param people who are named with a role
 * @param names under which the site speaks of itself
 * @param refused addresses and numbers that the sources state and a verifier found to reach nobody;
 *     none unless verifiers are configured
 */
public record ContactDetails(
    @JsonProperty("emails") List<Email> emails,
    @JsonProperty("phones") List<Phone> phones,
    @JsonProperty("addresses") List<Address> addresses,
    @JsonProperty("profiles") List<Profile> profiles,
    @JsonProperty("people") List<NamedPerson> people,
    @JsonProperty("names") List<Fact.Known<String>> names,
    @JsonProperty("refused") List<Refused> refused) {

  /** Where this stands in a dossier. */
  public static final Section<ContactDetails> KEY =
      Section.of("contact-details", ContactDetails.class, 1);

  /** Fixes the lists. */
  public ContactDetails {
    emails = List.copyOf(emails);
    phones = List.copyOf(phones);
    addresses = List.copyOf(addresses);
    profiles = List.copyOf(profiles);
    people = List.copyOf(people);
    names = List.copyOf(names);
    refused = List.copyOf(refused);
  }

  /** Returns the channels over which somebody can be written to or called. */
  public List<Channel> channels() {
    return Stream.of(Channel.values()).filter(this::has).toList();
  }

  private boolean has(Channel channel) {
    return switch (channel) {
      case EMAIL -> emails.stream().anyMatch(e -> e.kind() != EmailKind.DISPOSABLE);
      case PHONE -> phones.stream().anyMatch(p -> p.uses().contains(PhoneUse.VOICE));
      case WHATSAPP -> phones.stream().anyMatch(p -> p.uses().contains(PhoneUse.WHATSAPP));
      case LINKEDIN -> profiles.stream().anyMatch(p -> p.network() == SocialNetwork.LINKEDIN);
      case SOCIAL -> profiles.stream().anyMatch(p -> p.network() != SocialNetwork.LINKEDIN);
    };
  }

  /** A way to reach somebody. */
  public enum Channel {
    /** By e-mail. */
    EMAIL,
    /** By phone. */
    PHONE,
    /** By WhatsApp. */
    WHATSAPP,
    /** By a LinkedIn message. */
    LINKEDIN,
    /** By a message on another network. */
    SOCIAL
  }

  /**
   * An e-mail address.
   *
   * @param address with the places where it was seen
   * @param kind who is likely to read it
   * @param deobfuscated whether every place writes it in a form meant to be hard to collect
   * @param check what a verifier says; empty where none was asked
   */
  public record Email(
      @JsonProperty("address") Fact.Known<String> address,
      @JsonProperty("kind") EmailKind kind,
      @JsonProperty("deobfuscated") boolean deobfuscated,
      @JsonProperty("check") Optional<Check> check) {}

  /**
   * A phone number.
   *
   * @param number in E.164, with the places where it was seen
   * @param kind of line
   * @param region ISO 3166-1 alpha-2; {@code 001} for international numbers
   * @param carrier the network to which the number's range was given; empty when not known
   * @param extension behind the number; empty when there is none
   * @param uses what it is for, as far as the page says
   * @param inferred whether a part, such as the area code, was concluded rather than read
   * @param check what a verifier says; empty where none was asked
   */
  public record Phone(
      @JsonProperty("number") Fact.Known<String> number,
      @JsonProperty("kind") PhoneKind kind,
      @JsonProperty("region") String region,
      @JsonProperty("carrier") String carrier,
      @JsonProperty("extension") String extension,
      @JsonProperty("uses") List<PhoneUse> uses,
      @JsonProperty("inferred") boolean inferred,
      @JsonProperty("check") Optional<Check> check) {

    /** Fixes the list. */
    public Phone {
      uses = List.copyOf(uses);
    }
  }

  /**
   * What a verifier says of an address or number that is not refused.
   *
   * @param outcome how it ended
   * @param reason one sentence
   */
  public record Check(
      @JsonProperty("outcome") Outcome outcome, @JsonProperty("reason") String reason) {

    /** How asking a verifier ended. */
    public enum Outcome {
      /** Nothing speaks against it; that somebody reads or answers there is not known. */
      PASSED,
      /** It passed, but is thrown away or looks like a slip of the pen. */
      DOUBTFUL,
      /** It could not be found out. */
      UNKNOWN
    }
  }

  /**
   * A way that is stated and does not lead to anybody.
   *
   * @param way an e-mail address or a number, with the places where it was seen
   * @param reason one sentence
   */
  public record Refused(
      @JsonProperty("way") Fact.Known<String> way, @JsonProperty("reason") String reason) {}

  /**
   * A postal address; parts that are not written are empty.
   *
   * @param place with where it was seen
   * @param country ISO 3166-1 alpha-2, where the address names it or can only be there by its
   *     postal code, its state or its town
   */
  public record Address(
      @JsonProperty("place") Fact.Known<Parts> place,
      @JsonProperty("country") Fact<String> country) {

    /** Fills in what was not kept before. */
    public Address {
      country = java.util.Objects.requireNonNullElse(country, Fact.unknown());
    }

    /** Returns the code of the country, else its name as written; empty where neither is known. */
    public String countryCode() {
      return country.value().orElse(place.known().country());
    }

    /**
     * The parts of an address, as written.
     *
     * @param street with the house number and what lies within the building
     * @param district the neighbourhood, where the address names one
     */
    public record Parts(
        @JsonProperty("street") String street,
        @JsonProperty("city") String city,
        @JsonProperty("state") String state,
        @JsonProperty("postalCode") String postalCode,
        @JsonProperty("country") String country,
        @JsonProperty("district") String district) {

      /** Fills in what was not kept before. */
      public Parts {
        district = java.util.Objects.requireNonNullElse(district, "");
      }

      /** An address without a neighbourhood. */
      public Parts(String street, String city, String state, String postalCode, String country) {
        this(street, city, state, postalCode, country, "");
      }

      /** Returns the parts that are there, in one line. */
      @Override
      public String toString() {
        return String.join(
            ", ",
            Stream.of(street, district, city, state, postalCode, country)
                .filter(s -> !s.isEmpty())
                .toList());
      }
    }
  }

  /**
   * A profile on a social network.
   *
   * @param network which one
   * @param url with where it was seen
   */
  public record Profile(
      @JsonProperty("network") SocialNetwork network,
      @JsonProperty("url") Fact.Known<String> url) {}

  /**
   * A person named on the site.
   *
   * @param name with where it was seen
   * @param role as written beside it
   */
  public record NamedPerson(
      @JsonProperty("name") Fact.Known<String> name, @JsonProperty("role") Fact<String> role) {}
}
