package dev.prospector.agents.prompt;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.answer.AnswerForm;
import dev.prospector.agents.answer.Vocabulary;
import dev.prospector.agents.internal.ResourceSections;
import dev.prospector.agents.page.Language;
import dev.prospector.agents.passage.ChoosePassages;
import dev.prospector.agents.passage.LeadText;
import dev.prospector.context.BusinessContext;
import dev.prospector.model.Block;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.Role;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What one agent asks a model: the rules that hold for all agents, its own prompt file, and the
 * record of its answer. The file is {@code prompts/<agent>.md} beside a class. Immutable.
 *
 * @param <A> the record of the answer
 */
public final class Inquiry<A extends Record> {

  private static final String RULES = PromptFile.of(Inquiry.class, "rules.md").text();

  /** The rules, the seller's words, the facts and the task, in characters. */
  private static final int AROUND = 20_000;

  private static final int LONGEST_EVIDENCE = 12_000;
  private static final int LONGEST_ANSWER = 2_500;

  private final PromptFile task;
  private final Map<Language, List<String>> words;
  private final AnswerForm<A> form;
  private final Prompt prompt;

  private Inquiry(
      PromptFile task, Map<Language, List<String>> words, AnswerForm<A> form, Prompt prompt) {
    this.task = task;
    this.words = words;
    this.form = form;
    this.prompt = prompt;
  }

  /**
   * Returns what an agent asks.
   *
   * @param owner a class beside whose package the prompt file stands
   * @param agent its id, which names the file
   * @param role what the model is needed for
   * @param answer the record of the answer
   */
  public static <A extends Record> Inquiry<A> of(
      Class<?> owner, String agent, Role role, Class<A> answer) {
    return of(owner, agent, role, answer, Vocabulary.ofCodes());
  }

  /** Returns what an agent asks, where terms of the answer may also come by their labels. */
  public static <A extends Record> Inquiry<A> of(
      Class<?> owner, String agent, Role role, Class<A> answer, Vocabulary labels) {
    PromptFile task = PromptFile.of(owner, "prompts/" + agent + ".md");
    AnswerForm<A> form = AnswerForm.of(agent, answer, labels);
    Prompt prompt =
        Prompt.of(agent, role, RULES)
            .withTask(task.text())
            .withSchema(form.schema())
            .withLengths(new Prompt.Lengths(0, AROUND + LONGEST_EVIDENCE, LONGEST_ANSWER));
    return new Inquiry<>(task, words(owner, agent), form, prompt);
  }

  private static Map<Language, List<String>> words(Class<?> owner, String agent) {
    String name = "prompts/" + agent + "-words.txt";
    Map<Language, List<String>> words = new EnumMap<>(Language.class);
    if (owner.getResource(name) != null) {
      Map<String, List<String>> sections = ResourceSections.read(owner, name);
      for (Language language : Language.values()) {
        words.put(language, sections.getOrDefault(language.code(), List.of()));
      }
    }
    return words;
  }

  /** Returns what is asked in the same words for every lead. */
  public Prompt prompt() {
    return prompt;
  }

  /**
   * Returns the question without evidence and facts, which the agent adds. Its file's parameters
   * {@code language} and {@code tone} are the context's.
   */
  public Question about(BusinessContext context) {
    return about(context, Map.of());
  }

  /**
   * Returns the question without evidence and facts, which the agent adds.
   *
   * @param parameters of the prompt file besides {@code language} and {@code tone}
   */
  public Question about(BusinessContext context, Map<String, String> parameters) {
    Map<String, String> values = new LinkedHashMap<>(parameters);
    values.put("language", name(context));
    String tone = context.text(BusinessContext.Text.TONE).strip();
    values.put("tone", tone.isEmpty() ? "plain and polite" : tone);
    return Question.about(List.of(Block.repeated(SellerWords.of(context))))
        .withTask(task.with(values));
  }

  private static String name(BusinessContext context) {
    return switch (context.language()) {
      case PT_BR -> "Brazilian Portuguese";
      case EN -> "English";
      case ES -> "Spanish";
    };
  }

  /**
   * Returns a question with the passages of texts that speak most of what is asked; see {@link
   * ChoosePassages}. The people that they name are held back. What the agent looks for stands by
   * language in {@code prompts/<agent>-words.txt}.
   *
   * @throws InterruptedException if interrupted
   */
  public Question with(Question question, AgentInput input, List<LeadText> texts)
      throws InterruptedException {
    List<String> seller = SellerWords.sought(input.context());
    ChoosePassages.Chosen chosen =
        new ChoosePassages(words, seller, input.embedder(), ChoosePassages.TOKENS).of(texts);
    return question
        .withSources(chosen.sources())
        .withholding(chosen.orders())
        .naming(NamedPeople.in(question.people(), texts, chosen.sources()));
  }

  /**
   * Returns what an agent makes of an answer.
   *
   * @param section makes the section of the record, given a list to which it adds what is wrong
   */
  public <T> Reading<T> read(Answer answer, BiFunction<A, List<String>, T> section) {
    return form.read(answer, section);
  }
}
