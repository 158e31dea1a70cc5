package dev.prospector.agents.qualification;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.answer.Vocabulary;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.passage.LeadText;
import dev.prospector.agents.prompt.Checks;
import dev.prospector.agents.prompt.Inquiry;
import dev.prospector.context.Language;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a model adds to a verdict: arguments for and against its factors, each with the words of a
 * page. Code adds up; a model sets no score and no tier.
 */
final class AskForArguments {

  static final Inquiry<QualificationAnswer> ASKED =
      Inquiry.of(
          AskForArguments.class,
          "qualification",
          Role.REASON,
          QualificationAnswer.class,
          vocabulary());

  private AskForArguments() {}

  private static Vocabulary vocabulary() {
    Map<String, List<String>> labels = new LinkedHashMap<>();
    for (Factor.Kind kind : Factor.Kind.values()) {
      labels.put(
          kind.name(),
          Stream.of(Language.values())
              .map(l -> Wording.of(QualificationAgent.class, l).say("kind." + kind))
              .toList());
    }
    return new Vocabulary(labels);
  }

  /** Returns what a model is given; nothing where there are no pages, or the verdict is settled. */
  static Optional<Question> question(AgentInput input, Qualification rules)
      throws InterruptedException {
    if (rules.exclusion().isPresent()) {
      return Optional.empty();
    }
    List<LeadText> texts = new ArrayList<>(LeadText.ofSite(input));
    texts.addAll(LeadText.ofDocuments(input, input.get(Intake.KEY)));
    List<String> people =
        input.get(ContactDetails.KEY).people().stream().map(p -> p.name().known()).toList();
    Map<String, String> parameters = Map.of("most", String.valueOf(AcceptArguments.MOST));
    Question question = ASKED.about(input.context(), parameters).naming(people);
    return Optional.of(ASKED.with(question, input, texts)).filter(q -> !q.sources().isEmpty());
  }

  /** Returns the rules' verdict with the arguments of an answer that hold. */
  static Reading<Qualification> read(
      AgentInput input, Question asked, Answer answer, Qualification rules) {
    return ASKED.read(
        answer,
        (said, violations) -> {
          Checks checks = new Checks(input, asked, violations);
          return ArguedVerdict.of(rules, new AcceptArguments(input, checks).of(said), input);
        });
  }
}
