package dev.prospector.agents.outreach;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.contact.ContactDetails.Channel;
import dev.prospector.agents.draft.DraftFact;
import dev.prospector.agents.draft.Found;
import dev.prospector.agents.draft.LeadGate;
import dev.prospector.agents.draft.Limits;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.need.BuyingTriggers;
import dev.prospector.agents.outreach.Messages.Draft;
import dev.prospector.agents.persona.Persona;
import dev.prospector.agents.strategy.ActionPlan;
import dev.prospector.agents.website.Website;
import dev.prospector.agents.writer.Known;
import dev.prospector.context.Language;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Snapshot;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What code alone puts around the sentences of a draft: the recipient, the greeting, the line by
 * which one can say no, and the line that says where the address was found; and what the gate
 * finds.
 */
final class DraftParts {

  private final AgentInput input;
  private final Wording wording;
  private final Wording theirs;
  private final LocalDate today;

  DraftParts(AgentInput input) {
    this.input = input;
    this.wording = Wording.of(MessageAgent.class, input.context().language());
    this.theirs = Wording.of(MessageAgent.class, recipientLanguage());
    this.today = input.asOf().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private Language recipientLanguage() {
    return input
        .find(Website.KEY)
        .flatMap(w -> Language.of(w.language().code()))
        .orElse(input.context().language());
  }

  Wording wording() {
    return wording;
  }

  /** Returns whom to write to, one for each channel of the plan. */
  List<Recipients.Recipient> recipients() {
    Set<Channel> channels = new LinkedHashSet<>();
    input.get(ActionPlan.KEY).steps().forEach(s -> channels.add(s.channel()));
    return Recipients.of(input.get(ContactDetails.KEY), List.copyOf(channels));
  }

  /** Only a person whom a source names is greeted by name. */
  Statement greeting() {
    return input
        .find(Persona.KEY)
        .filter(p -> p.basis() == Persona.Basis.NAMED)
        .flatMap(p -> p.candidates().stream().findFirst())
        .map(
            c ->
                Statement.stated(
                    wording.say("greeting.named", c.name().known()), List.of(c.name().best())))
        .orElseGet(() -> Statement.assumed(wording.say("greeting")));
  }

  /** Returns the gate for what is written to a recipient. */
  LeadGate gate(Recipients.Recipient recipient) {
    List<String> named = new ArrayList<>(List.of(recipient.address().value()));
    input.find(Intake.KEY).flatMap(i -> i.name().value()).ifPresent(named::add);
    return LeadGate.of(input).naming(named);
  }

  /** Returns a draft of sentences, with what is found in it. */
  Draft draft(
      Recipients.Recipient recipient,
      Messages.Kind kind,
      String subject,
      List<Statement> sentences,
      Messages.Origin origin) {
    Channel channel = recipient.channel();
    String body = Compose.text(sentences);
    boolean written = channel != Channel.PHONE;
    return new Draft(
        channel,
        recipient.address(),
        kind,
        subject,
        sentences,
        written ? theirs.say("opt-out") : "",
        written ? source(recipient.address()) : "",
        Limits.length(channel, body),
        origin,
        found(recipient, subject, sentences));
  }

  private List<Found> found(
      Recipients.Recipient recipient, String subject, List<Statement> sentences) {
    LeadGate gate = gate(recipient);
    List<Found> found = new ArrayList<>();
    List<DraftFact> all = new ArrayList<>();
    for (Statement sentence : sentences) {
      List<DraftFact> facts =
          sentence.basis().stream().map(claim -> gate.fact(claim, until(claim))).toList();
      found.addAll(gate.judge(sentence.text(), facts));
      all.addAll(facts);
    }
    found.addAll(gate.judge(subject, all));
    found.addAll(Limits.check(recipient.channel(), subject, Compose.text(sentences)));
    return found;
  }

  /** Until when a trigger is open, as its own sentence says. */
  private Optional<LocalDate> until(Claim<String> claim) {
    return Known.triggersOf(input).stream()
        .filter(t -> t.text().best().quote().equals(claim.quote()))
        .map(BuyingTriggers.Item::endsOn)
        .flatMap(end -> end.value().stream())
        .map(end -> end.last())
        .findFirst();
  }

  private String source(Claim<String> address) {
    if (address.publisher() == Snapshot.Publisher.HOST) {
      return theirs.say("source.list");
    }
    LocalDate seen =
        address.capturedAt().map(t -> t.atZone(ZoneOffset.UTC).toLocalDate()).orElse(today);
    String pattern = theirs.language() == Language.EN ? "yyyy-MM-dd" : "dd/MM/yyyy";
    String date = seen.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
    return theirs.say("source.page", address.address(), date);
  }
}
