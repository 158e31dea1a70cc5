package dev.prospector.agents.outreach;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agents.argument.Quoted;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.contact.ContactDetails.Channel;
import dev.prospector.agents.draft.DraftFact;
import dev.prospector.agents.draft.DraftGate;
import dev.prospector.agents.draft.Found;
import dev.prospector.agents.draft.Grounds;
import dev.prospector.agents.draft.Limits;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.need.BuyingTriggers;
import dev.prospector.agents.need.PainPoints;
import dev.prospector.agents.outreach.Messages.Draft;
import dev.prospector.agents.outreach.Reasons.Reason;
import dev.prospector.agents.persona.Persona;
import dev.prospector.agents.strategy.ActionPlan;
import dev.prospector.agents.strategy.ValuePropositions;
import dev.prospector.agents.website.Website;
import dev.prospector.context.BusinessContext;
import dev.prospector.context.BusinessContext.Items;
import dev.prospector.context.Language;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.LeadStage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Writes a draft and a variant for each channel of the plan, and has the gate judge each. */
public final class MessageAgent implements Agent<Messages> {

  private static final int FACT_MONTHS = 24;

  /** Creates the agent; it has no state. */
  public MessageAgent() {}

  @Override
  public AgentSpec<Messages> spec() {
    return AgentSpec.writing(Messages.KEY)
        .stage(LeadStage.MESSAGE)
        .named("message")
        .reading(ActionPlan.KEY, CompanyProfile.KEY, ContactDetails.KEY)
        .readingIfPresent(
            ValuePropositions.KEY,
            Persona.KEY,
            PainPoints.KEY,
            BuyingTriggers.KEY,
            Intake.KEY,
            Website.KEY)
        .readingContext()
        .readingDate()
        .version(1);
  }

  @Override
  public Messages byRules(AgentInput input) {
    return new Work(input).section();
  }

  private static final class Work {
    private final AgentInput input;
    private final BusinessContext context;
    private final Wording wording;
    private final Wording theirs;
    private final LocalDate today;

    Work(AgentInput input) {
      this.input = input;
      this.context = input.context();
      this.wording = Wording.of(MessageAgent.class, context.language());
      this.theirs = Wording.of(MessageAgent.class, recipientLanguage());
      this.today = input.asOf().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private Language recipientLanguage() {
      return input
          .find(Website.KEY)
          .flatMap(w -> Language.of(w.language().code()))
          .orElse(context.language());
    }

    Messages section() {
      Set<Channel> channels = new LinkedHashSet<>();
      input.get(ActionPlan.KEY).steps().forEach(s -> channels.add(s.channel()));
      List<Recipients.Recipient> recipients =
          Recipients.of(input.get(ContactDetails.KEY), List.copyOf(channels));
      List<Reason> reasons = Reasons.of(input, wording);
      if (recipients.isEmpty()) {
        return new Messages(List.of(), wording.say("none.channel"));
      } else if (reasons.isEmpty()) {
        return new Messages(List.of(), wording.say("none.reason"));
      }
      List<Draft> drafts = new ArrayList<>();
      for (Recipients.Recipient recipient : recipients) {
        drafts.add(draft(recipient, reasons, Messages.Kind.PRIMARY));
        drafts.add(draft(recipient, others(reasons), Messages.Kind.VARIANT));
      }
      return new Messages(drafts, "");
    }

    /** A variant begins with another reason where there is one. */
    private static List<Reason> others(List<Reason> reasons) {
      List<Reason> others = new ArrayList<>(reasons);
      if (others.size() > 1) {
        others.add(others.remove(0));
      }
      return others;
    }

    private Draft draft(Recipients.Recipient recipient, List<Reason> reasons, Messages.Kind kind) {
      Channel channel = recipient.channel();
      boolean variant = kind == Messages.Kind.VARIANT;
      List<Statement> sentences =
          new Compose(context, wording).sentences(channel, greeting(), reasons, variant);
      String subject =
          channel == Channel.EMAIL ? Quoted.cut(reasons.get(0).label(), Limits.SUBJECT) : "";
      String body = Compose.text(sentences);
      List<Found> found = new ArrayList<>();
      for (Statement sentence : sentences) {
        found.addAll(gate(sentence.basis(), recipient).judge(sentence.text()));
      }
      found.addAll(gate(List.of(reasons.get(0).claim()), recipient).judge(List.of(subject)));
      found.addAll(Limits.check(channel, subject, body));
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
          Messages.Origin.RULES,
          found);
    }

    private DraftGate gate(List<Claim<String>> basis, Recipients.Recipient recipient) {
      List<DraftFact> facts = basis.stream().map(this::fact).toList();
      Grounds grounds =
          new Grounds(
              today,
              facts,
              Grounds.textsOf(context),
              context.items(Items.COMPETITORS),
              List.of(recipient.address().value()));
      return DraftGate.of(context.language(), grounds);
    }

    private DraftFact fact(Claim<String> claim) {
      Optional<LocalDate> until =
          claim
              .capturedAt()
              .map(read -> read.atZone(ZoneOffset.UTC).toLocalDate().plusMonths(FACT_MONTHS));
      return new DraftFact(claim.value(), claim.quote(), until);
    }

    /** Only a person whom a source names is greeted by name. */
    private Statement greeting() {
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
}
