package dev.prospector.agents.qualification;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.answer.AnswerForm;
import dev.prospector.agents.answer.ChoosePassages;
import dev.prospector.agents.answer.Sources;
import dev.prospector.agents.answer.Vocabulary;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.website.Website;
import dev.prospector.context.BusinessContext;
import dev.prospector.context.Language;
import dev.prospector.evidence.Snapshot;
import dev.prospector.model.Block;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a model adds to a verdict: arguments for and against its factors, each with the words of a
 * page. Code adds up; a model sets no score and no tier.
 */
final class AskForArguments {

  private static final int MOST_BYTES = 16_000;
  private static final int LONGEST_ANSWER = 2_500;

  /** What is looked for besides the words of the context. */
  private static final List<String> TOPICS =
      List.of(
          "problema problem dificuldade difícil challenge desafio atraso perda custo cost costo",
          "contratando vagas hiring vacantes expansão expansion nova inauguração opening growth",
          "diretor director fundador founder gerente manager proprietário owner responsável",
          "funcionários employees empleados frota fleet filiais branches investimento revenue");

  private static final AnswerForm<QualificationAnswer> FORM =
      AnswerForm.of("qualification", QualificationAnswer.class, vocabulary());
  static final Prompt PROMPT =
      Prompt.of("qualification", Role.REASON, text("qualification.txt"))
          .withSchema(FORM.schema())
          .withLengths(new Prompt.Lengths(0, MOST_BYTES + 6_000, LONGEST_ANSWER));

  private AskForArguments() {}

  private static String text(String name) {
    try (InputStream in = Objects.requireNonNull(AskForArguments.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

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

  private static Sources sources(AgentInput input) {
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
    Sources sources = sources(input);
    if (sources.passages().isEmpty() || rules.exclusion().isPresent()) {
      return Optional.empty();
    }
    List<Block> material = new ArrayList<>();
    material.add(Block.repeated(seller(input.context())));
    material.addAll(sources.blocks());
    List<String> people =
        input.get(ContactDetails.KEY).people().stream().map(p -> p.name().known()).toList();
    return Optional.of(Question.about(material).naming(people));
  }

  /**
   * What we sell and to which customers, in the host's own words; the same for every lead of a run.
   */
  private static String seller(BusinessContext context) {
    StringBuilder lines = new StringBuilder("The seller (answer in " + context.language() + "):");
    for (BusinessContext.Text text : BusinessContext.Text.values()) {
      add(lines, text.name(), context.text(text));
    }
    for (BusinessContext.Items items : BusinessContext.Items.values()) {
      if (!items.name().startsWith("AVOID")) {
        add(lines, items.name(), String.join("; ", context.items(items)));
      }
    }
    return lines.toString();
  }

  private static void add(StringBuilder lines, String name, String value) {
    if (!value.isBlank()) {
      String cut = value.strip().substring(0, Math.min(500, value.strip().length()));
      lines.append("\n- ").append(name.toLowerCase(Locale.ROOT).replace('_', ' ')).append(": ");
      lines.append(cut);
    }
  }

  /** Returns the rules' verdict with the arguments of an answer that hold. */
  static Reading<Qualification> read(AgentInput input, Answer answer, Qualification rules) {
    AcceptArguments accept = new AcceptArguments(input, sources(input));
    return FORM.read(
        answer, (said, violations) -> ArguedVerdict.of(rules, accept.of(said, violations), input));
  }
}
