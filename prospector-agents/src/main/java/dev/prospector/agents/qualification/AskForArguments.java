package dev.prospector.agents.qualification;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agent.Source;
import dev.prospector.agents.answer.ChoosePassages;
import dev.prospector.agents.answer.Vocabulary;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.prompt.Checks;
import dev.prospector.agents.prompt.Inquiry;
import dev.prospector.agents.website.Website;
import dev.prospector.context.BusinessContext;
import dev.prospector.context.Language;
import dev.prospector.evidence.Snapshot;
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

  private static final int MOST_BYTES = 16_000;

  /** What is looked for besides the words of the context. */
  private static final List<String> TOPICS =
      List.of(
          "problema problem dificuldade difícil challenge desafio atraso perda custo cost costo",
          "contratando vagas hiring vacantes expansão expansion nova inauguração opening growth",
          "diretor director fundador founder gerente manager proprietário owner responsável",
          "funcionários employees empleados frota fleet filiais branches investimento revenue");

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

  private static List<Source> sources(AgentInput input) {
    Website website = input.get(Website.KEY);
    List<Snapshot> pages = website.pages().stream().map(page -> page.snapshot(input)).toList();
    List<String> topics = new ArrayList<>(TOPICS);
    BusinessContext context = input.context();
    topics.addAll(context.items(BusinessContext.Items.PAINS));
    topics.addAll(context.items(BusinessContext.Items.INDUSTRIES));
    topics.add(context.text(BusinessContext.Text.TARGET_MARKET));
    topics.add(context.text(BusinessContext.Text.IDEAL_CUSTOMER));
    return new ChoosePassages(topics, MOST_BYTES).of(pages);
  }

  /** Returns what a model is given; nothing where there are no pages, or the verdict is settled. */
  static Optional<Question> question(AgentInput input, Qualification rules) {
    List<Source> sources = sources(input);
    if (sources.isEmpty() || rules.exclusion().isPresent()) {
      return Optional.empty();
    }
    List<String> people =
        input.get(ContactDetails.KEY).people().stream().map(p -> p.name().known()).toList();
    Map<String, String> parameters = Map.of("most", String.valueOf(AcceptArguments.MOST));
    return Optional.of(
        ASKED.about(input.context(), parameters).withSources(sources).naming(people));
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
