package dev.prospector.agents.outreach;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.argument.Quoted;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.contact.ContactDetails.Channel;
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
import dev.prospector.lead.LeadStage;
import dev.prospector.model.LanguageModel.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a draft and a variant for each channel of the plan, and has the gate judge each. A model
 * may write the sentences; to whom, and how they can say no, code alone decides.
 */
public final class MessageAgent implements ModelAgent<Messages> {

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
        .version(5);
  }

  @Override
  public Prompt prompt() {
    return AskForMessages.ASKED.prompt();
  }

  @Override
  public Optional<Question> question(AgentInput input) {
    return AskForMessages.question(input);
  }

  @Override
  public Reading<Messages> read(AgentInput input, Question asked, Answer answer) {
    return AskForMessages.read(input, answer, byRules(input));
  }

  @Override
  public Messages byRules(AgentInput input) {
    DraftParts parts = new DraftParts(input);
    Wording wording = parts.wording();
    List<Recipients.Recipient> recipients = parts.recipients();
    List<Reason> reasons = Reasons.of(input, wording);
    if (recipients.isEmpty()) {
      return new Messages(List.of(), wording.say("none.channel"));
    } else if (reasons.isEmpty()) {
      return new Messages(List.of(), wording.say("none.reason"));
    }
    List<Draft> drafts = new ArrayList<>();
    for (Recipients.Recipient recipient : recipients) {
      drafts.add(draft(parts, input, recipient, reasons, Messages.Kind.PRIMARY));
      drafts.add(draft(parts, input, recipient, others(reasons), Messages.Kind.VARIANT));
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

  private static Draft draft(
      DraftParts parts,
      AgentInput input,
      Recipients.Recipient recipient,
      List<Reason> reasons,
      Messages.Kind kind) {
    Channel channel = recipient.channel();
    boolean variant = kind == Messages.Kind.VARIANT;
    List<Statement> sentences =
        Compose.sentences(
            input.context(), parts.wording(), channel, parts.greeting(), reasons, variant);
    String subject =
        channel == Channel.EMAIL ? Quoted.cut(reasons.get(0).label(), Limits.SUBJECT) : "";
    return parts.draft(recipient, kind, subject, sentences, Messages.Origin.RULES);
  }
}
