package dev.prospector.agents.strategy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.persona.KnownPerson;
import dev.prospector.agents.prompt.Argued;
import dev.prospector.agents.prompt.Inquiry;
import dev.prospector.agents.strategy.ApproachPlan.Contact;
import dev.prospector.agents.writer.AcceptText;
import dev.prospector.agents.writer.Known;
import dev.prospector.agents.writer.Missing;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a model adds to the approach: topics, questions and the pitch; dates are code's. */
final class AskForApproach {

  private static final int LEAST_PITCH = 2;
  private static final int MOST_PITCH = 3;
  private static final int LONGEST_SENTENCE = 220;
  private static final int MOST_TOPICS = 3;
  private static final int LONGEST_TOPIC = 80;
  private static final int MOST_QUESTIONS = 2;
  private static final int LONGEST_QUESTION = 200;

  static final Inquiry<Said> ASKED =
      Inquiry.of(AskForApproach.class, "approach-plan", Role.WRITE, Said.class);

  /** The answer. */
  record Said(
      @JsonProperty("pitch") List<Argued> pitch, @JsonProperty("contacts") List<About> contacts) {
    Said {
      pitch = Missing.list(pitch);
      contacts = Missing.list(contacts);
    }
  }

  /** What to talk about at one contact. */
  record About(
      @JsonProperty("number") int number,
      @JsonProperty("topics") List<String> topics,
      @JsonProperty("questions") List<String> questions) {
    About {
      topics = Missing.list(topics);
      questions = Missing.list(questions);
    }
  }

  private AskForApproach() {}

  private static Known known(AgentInput input) {
    Known known = Known.of(input).pains().triggers();
    KnownPerson.add(input, known);
    return known;
  }

  static Optional<Question> question(AgentInput input) {
    Optional<ActionPlan> plan = input.find(ActionPlan.KEY);
    Known known = known(input);
    if (!known.hasLead() || plan.filter(p -> p.steps().isEmpty()).isPresent()) {
      return Optional.empty();
    }
    List<String> decided = new ArrayList<>(KnownPerson.lines(input));
    plan.map(AskForActions::lines)
        .orElse(List.of())
        .forEach(line -> decided.add(line.replaceFirst("^step", "contact")));
    return Optional.of(known.asked(ASKED, Map.of(), decided));
  }

  static Reading<ApproachPlan> read(AgentInput input, Answer answer, ApproachPlan rules) {
    return ASKED.read(
        answer,
        (said, violations) -> {
          AcceptText accept = AcceptText.of(input, known(input), violations);
          unknownNumbers(accept, said, rules);
          Set<String> asked = new HashSet<>();
          List<Contact> contacts =
              rules.contacts().stream().map(c -> contact(accept, said, c, asked)).toList();
          return rules.with(pitch(accept, said, rules), contacts);
        });
  }

  private static void unknownNumbers(AcceptText accept, Said said, ApproachPlan rules) {
    for (int i = 0; i < said.contacts().size(); i++) {
      int number = said.contacts().get(i).number();
      if (rules.contacts().stream().noneMatch(c -> c.number() == number)) {
        accept.refuse("/contacts/" + i, "is a contact that the plan does not have");
      }
    }
  }

  private static List<Statement> pitch(AcceptText accept, Said said, ApproachPlan rules) {
    List<Statement> pitch = new ArrayList<>();
    for (int i = 0; i < said.pitch().size() && i < MOST_PITCH; i++) {
      accept.statement("/pitch/" + i, said.pitch().get(i), LONGEST_SENTENCE).ifPresent(pitch::add);
    }
    boolean whole =
        pitch.size() >= LEAST_PITCH && pitch.stream().anyMatch(s -> !s.basis().isEmpty());
    if (!whole && !said.pitch().isEmpty()) {
      accept.refuse("/pitch", "is not two sentences that hold, of which one is about the company");
    }
    return whole ? pitch : rules.pitch();
  }

  private static Contact contact(AcceptText accept, Said said, Contact rules, Set<String> asked) {
    for (int i = 0; i < said.contacts().size(); i++) {
      About about = said.contacts().get(i);
      if (about.number() == rules.number()) {
        List<String> topics = topics(accept, "/contacts/" + i + "/topics/", about);
        List<String> questions = questions(accept, "/contacts/" + i + "/questions/", about, asked);
        return rules.with(
            topics.isEmpty() ? rules.topics() : topics,
            questions.isEmpty() ? rules.questions() : questions);
      }
    }
    return rules;
  }

  private static List<String> topics(AcceptText accept, String path, About about) {
    List<String> topics = new ArrayList<>();
    for (int i = 0; i < about.topics().size() && i < MOST_TOPICS; i++) {
      accept
          .text(path + i, Missing.text(about.topics().get(i)), LONGEST_TOPIC)
          .ifPresent(topics::add);
    }
    return topics;
  }

  private static List<String> questions(
      AcceptText accept, String path, About about, Set<String> asked) {
    List<String> questions = new ArrayList<>();
    for (int i = 0; i < about.questions().size() && i < MOST_QUESTIONS; i++) {
      accept
          .question(path + i, Missing.text(about.questions().get(i)), LONGEST_QUESTION)
          .filter(asked::add)
          .ifPresent(questions::add);
    }
    return questions;
  }
}
