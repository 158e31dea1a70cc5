package dev.prospector.agents.outreach;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.contact.ContactDetails.Channel;
import dev.prospector.agents.draft.Found;
import dev.prospector.agents.outreach.Messages.Draft;
import dev.prospector.agents.persona.KnownPerson;
import dev.prospector.agents.prompt.Argued;
import dev.prospector.agents.prompt.Inquiry;
import dev.prospector.agents.strategy.ActionPlan;
import dev.prospector.agents.strategy.ValuePropositions;
import dev.prospector.agents.writer.AcceptText;
import dev.prospector.agents.writer.Known;
import dev.prospector.agents.writer.Missing;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a model adds to messages: the sentences. A draft of which one does not hold falls as a
 * whole, since the others lead to it; then the rules' stands, with what was found in the model's.
 */
final class AskForMessages {

  private static final int LONGEST = 400;
  private static final int LEAST_SENTENCES = 2;
  private static final int MOST_SENTENCES = 12;

  static final Inquiry<Said> ASKED =
      Inquiry.of(AskForMessages.class, "message", Role.WRITE, Said.class);

  /** The answer. */
  record Said(@JsonProperty("drafts") List<Text> drafts) {
    Said {
      drafts = Missing.list(drafts);
    }
  }

  /** One draft of an answer. */
  record Text(
      @JsonProperty("channel") Channel channel,
      @JsonProperty("kind") Messages.Kind kind,
      @JsonProperty("subject") @Nullable String subject,
      @JsonProperty("sentences") List<Argued> sentences) {
    Text {
      sentences = Missing.list(sentences);
    }
  }

  private final AgentInput input;
  private final DraftParts parts;
  private final Known known;
  private final List<String> violations;

  private AskForMessages(AgentInput input, List<String> violations) {
    this.input = input;
    this.parts = new DraftParts(input);
    this.known = known(input);
    this.violations = violations;
  }

  private static Known known(AgentInput input) {
    Known known = Known.of(input).pains().triggers();
    KnownPerson.add(input, known);
    return known;
  }

  static Optional<Question> question(AgentInput input) {
    Known known = known(input);
    List<Channel> channels =
        input
            .find(ActionPlan.KEY)
            .map(plan -> plan.steps().stream().map(ActionPlan.Step::channel).distinct().toList())
            .orElseGet(() -> input.get(ContactDetails.KEY).channels());
    if (!known.hasLead() || channels.isEmpty()) {
      return Optional.empty();
    }
    List<String> decided = new ArrayList<>(KnownPerson.lines(input));
    for (Messages.Kind kind : Messages.Kind.values()) {
      channels.forEach(channel -> decided.add("draft " + channel + " " + kind));
    }
    input
        .find(ValuePropositions.KEY)
        .ifPresent(
            v ->
                v.propositions()
                    .forEach(
                        p -> decided.add("offer for " + p.meets() + ": " + p.benefit().text())));
    return Optional.of(known.asked(ASKED, Map.of(), decided));
  }

  static Reading<Messages> read(AgentInput input, Answer answer, Messages rules) {
    return ASKED.read(
        answer, (said, violations) -> new AskForMessages(input, violations).section(said, rules));
  }

  private Messages section(Said said, Messages rules) {
    Map<String, Draft> written = new HashMap<>();
    Map<String, List<Found>> fallen = new HashMap<>();
    for (int i = 0; i < said.drafts().size(); i++) {
      Text text = said.drafts().get(i);
      String key = text.channel() + " " + text.kind();
      String path = "/drafts/" + i;
      Optional<Recipients.Recipient> recipient = recipient(text.channel());
      if (recipient.isEmpty()) {
        violations.add(path + ": is for a channel that the plan does not have");
      } else if (written.containsKey(key) || fallen.containsKey(key)) {
        violations.add(path + ": is a draft that was written before");
      } else {
        AcceptText accept = AcceptText.of(input, known, violations);
        List<Found> found = new ArrayList<>();
        draft(accept, path, text, recipient.get(), found)
            .ifPresentOrElse(
                draft -> written.put(key, draft), () -> fallen.put(key, all(accept, found)));
      }
    }
    return new Messages(
        rules.drafts().stream().map(rule -> better(rule, written, fallen)).toList(),
        rules.missing());
  }

  private static Draft better(
      Draft rule, Map<String, Draft> written, Map<String, List<Found>> fallen) {
    String key = rule.channel() + " " + rule.kind();
    List<Found> found = new ArrayList<>(fallen.getOrDefault(key, List.of()));
    found.addAll(rule.found());
    return written.getOrDefault(key, rule.with(found));
  }

  private Optional<Recipients.Recipient> recipient(Channel channel) {
    return parts.recipients().stream().filter(r -> r.channel() == channel).findFirst();
  }

  private Optional<Draft> draft(
      AcceptText accept,
      String path,
      Text text,
      Recipients.Recipient recipient,
      List<Found> found) {
    List<Statement> sentences = sentences(accept, path, text);
    if (sentences.isEmpty()) {
      return Optional.empty();
    }
    Draft draft =
        parts.draft(recipient, text.kind(), subject(text), sentences, Messages.Origin.MODEL);
    boolean subject = text.channel() != Channel.EMAIL || !draft.subject().isEmpty();
    if (!subject) {
      accept.refuse(path, "is an e-mail without a subject");
    }
    draft.found().forEach(f -> accept.refuse(path, told(f)));
    found.addAll(draft.found());
    return subject && draft.found().isEmpty() ? Optional.of(draft) : Optional.empty();
  }

  /** The greeting and the sentences; none if one of them does not hold, or they say too little. */
  private List<Statement> sentences(AcceptText accept, String path, Text text) {
    List<Statement> sentences = new ArrayList<>(List.of(parts.greeting()));
    int most = Math.min(text.sentences().size(), MOST_SENTENCES);
    for (int i = 0; i < most; i++) {
      accept
          .statement(path + "/sentences/" + i, text.sentences().get(i), LONGEST)
          .ifPresent(sentences::add);
    }
    boolean whole = sentences.size() == text.sentences().size() + 1;
    boolean specific = sentences.stream().skip(1).anyMatch(s -> !s.basis().isEmpty());
    if (whole && specific && sentences.size() > LEAST_SENTENCES) {
      return sentences;
    }
    accept.refuse(
        path, "is not two sentences or more that all hold, one of them about the company");
    return List.of();
  }

  private static List<Found> all(AcceptText accept, List<Found> more) {
    List<Found> all = new ArrayList<>(accept.found());
    all.addAll(more);
    return all;
  }

  private static String told(Found found) {
    return found.kind() == Found.Kind.LENGTH
        ? "has the length " + found.text()
        : "says '" + found.text() + "' (" + found.kind() + "), which nothing backs";
  }

  private static String subject(Text text) {
    return text.channel() == Channel.EMAIL ? Missing.text(text.subject()) : "";
  }
}
