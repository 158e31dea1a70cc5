package dev.prospector.agents.score;

import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.contact.Deciders;
import dev.prospector.agents.contact.phone.PhoneUse;
import dev.prospector.agents.persona.Persona;
import dev.prospector.agents.qualification.Factor;
import dev.prospector.agents.qualification.Qualification;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Fact;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The questions of a seller before contacting a lead: why them, why now, and which person. */
final class Approach {

  /** From this strength on a need says more than a fit. */
  private static final double TELLING = 0.4;

  private final Qualification qualification;
  private final ContactDetails contacts;
  private final Optional<Persona> persona;
  private final Wording wording;

  Approach(
      Qualification qualification,
      ContactDetails contacts,
      Optional<Persona> persona,
      Wording wording) {
    this.qualification = qualification;
    this.contacts = contacts;
    this.persona = persona;
    this.wording = wording;
  }

  List<Scores.Point> points() {
    Factor need = qualification.factor(Factor.Kind.NEED);
    Factor fit = qualification.factor(Factor.Kind.FIT);
    Factor them = need.value().low() >= TELLING ? need : fit;
    return List.of(
        point(Scores.Point.Question.WHY_THEM, them),
        point(Scores.Point.Question.WHY_NOW, qualification.factor(Factor.Kind.TIMING)),
        new Scores.Point(Scores.Point.Question.WHOM, whom(), seen()));
  }

  private static Scores.Point point(Scores.Point.Question question, Factor factor) {
    return new Scores.Point(
        question, factor.reason(), factor.evidence().stream().limit(1).toList());
  }

  /** Returns the person to write to or call, and how; says so if none is known. */
  private String whom() {
    List<String> parts =
        Stream.of(person().map(Deciders::called), email(), phone())
            .flatMap(Optional::stream)
            .toList();
    return parts.isEmpty() ? wording.say("whom.unknown") : String.join(", ", parts);
  }

  private List<Claim<String>> seen() {
    return person()
        .map(ContactDetails.NamedPerson::name)
        .or(() -> contacts.emails().stream().findFirst().map(ContactDetails.Email::address))
        .or(() -> contacts.phones().stream().findFirst().map(ContactDetails.Phone::number))
        .map(Fact.Known::best)
        .map(List::of)
        .orElse(List.of());
  }

  /** The one for whom the messages are written comes before the one who stands highest. */
  private Optional<ContactDetails.NamedPerson> person() {
    return persona.flatMap(p -> p.name().value()).flatMap(this::named).or(this::highest);
  }

  private Optional<ContactDetails.NamedPerson> named(String name) {
    return contacts.people().stream().filter(p -> p.name().known().equals(name)).findFirst();
  }

  private Optional<ContactDetails.NamedPerson> highest() {
    return Deciders.first(contacts).or(() -> contacts.people().stream().findFirst());
  }

  private Optional<String> email() {
    return contacts.emails().stream().findFirst().map(e -> e.address().known());
  }

  private Optional<String> phone() {
    return contacts.phones().stream()
        .filter(p -> p.uses().contains(PhoneUse.VOICE) || p.uses().contains(PhoneUse.WHATSAPP))
        .findFirst()
        .map(p -> p.number().known());
  }
}
