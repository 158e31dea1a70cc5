package dev.prospector.simulation;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.dossier.Section;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.Role;
import dev.prospector.pipeline.Gate;
import dev.prospector.pipeline.Pipeline;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A small pipeline that has everything a crash can hit: two branches with a model that meet again,
 * one of which is seldom content with its first answer, a gate that stops some leads, a step that
 * fails for some, and rules that take the model's place where its answer was cut.
 */
public final class Diamond {

  /** The lead that is not to be worked on. */
  static final String SUPPRESSED = "suppressed.example";

  /** No question has more characters, with what was answered before. */
  private static final int LONGEST = 100;

  private final BiConsumer<String, String> worked;

  /**
   * Creates the pipeline's agents.
   *
   * @param worked is told of every execution of an agent: the lead's company and the step
   */
  Diamond(BiConsumer<String, String> worked) {
    this.worked = worked;
  }

  record Site(String company, String text) {
    static final Section<Site> KEY = Section.of("site", Site.class, 1);
  }

  record Profile(String company, String text) {
    static final Section<Profile> KEY = Section.of("profile", Profile.class, 1);
  }

  record Needs(String company, String text) {
    static final Section<Needs> KEY = Section.of("needs", Needs.class, 1);
  }

  record Score(String company, int points) {
    static final Section<Score> KEY = Section.of("score", Score.class, 1);
  }

  record Message(String company, String text) {
    static final Section<Message> KEY = Section.of("message", Message.class, 1);
  }

  record News(String company, String text) {
    static final Section<News> KEY = Section.of("news", News.class, 1);
  }

  public static List<Lead> leads(int count) {
    return IntStream.range(0, count).mapToObj(Diamond::lead).toList();
  }

  private static Lead lead(int number) {
    String name = "company-" + number;
    Company company = Company.named(name);
    return Lead.of(
            LeadId.of("lead-" + number),
            number == 2 ? company.withWebsite("https://" + SUPPRESSED + "/") : company)
        .withSupplied(List.of(Snapshot.row("list.csv:" + number, name)));
  }

  Pipeline pipeline() {
    return Pipeline.named("diamond")
        .add(
            rules(AgentSpec.writing(Site.KEY).readingLead(), this::site),
            rules(AgentSpec.writing(News.KEY).reading(Site.KEY), this::news),
            model(AgentSpec.writing(Profile.KEY).reading(Site.KEY), PROFILE),
            model(AgentSpec.writing(Needs.KEY).reading(Site.KEY), NEEDS),
            rules(AgentSpec.writing(Score.KEY).reading(Profile.KEY, Needs.KEY), this::score),
            model(AgentSpec.writing(Message.KEY).reading(Score.KEY), MESSAGE))
        .gate(
            Gate.after(
                    Score.KEY,
                    score ->
                        score.points() % 4 == 0
                            ? Optional.of("the score is too low")
                            : Optional.<String>empty())
                .guarding(Message.KEY))
        .build();
  }

  private Site site(AgentInput input) {
    String company = input.lead().company().name();
    worked.accept(company, "site");
    input.keep(Snapshot.page("https://" + company + ".example/", "the page of " + company));
    return new Site(company, "what " + company + " does");
  }

  private News news(AgentInput input) {
    String company = input.get(Site.KEY).company();
    worked.accept(company, "news");
    if (company.endsWith("3")) {
      throw new IllegalStateException("there is no news of " + company);
    }
    return new News(company, "news of " + company);
  }

  private Score score(AgentInput input) {
    worked.accept(input.get(Profile.KEY).company(), "score");
    String both = input.get(Profile.KEY).text() + input.get(Needs.KEY).text();
    return new Score(input.get(Profile.KEY).company(), both.hashCode() & 0xff);
  }

  // ---- agents

  /**
   * What a model is asked, and what becomes of its answer.
   *
   * @param contented whether whole answers are always taken, or in one case of two
   */
  private record Asking<T>(
      Function<AgentInput, String> company,
      Function<AgentInput, String> question,
      BiFunction<String, String, T> section,
      boolean contented) {}

  private static final Asking<Profile> PROFILE =
      new Asking<>(
          Diamond::siteCompany, input -> "profile of " + siteCompany(input), Profile::new, true);
  private static final Asking<Needs> NEEDS =
      new Asking<>(
          Diamond::siteCompany, input -> "needs of " + siteCompany(input), Needs::new, false);
  private static final Asking<Message> MESSAGE =
      new Asking<>(
          input -> input.get(Score.KEY).company(),
          input -> "a message for " + input.get(Score.KEY),
          Message::new,
          true);

  private static String siteCompany(AgentInput input) {
    return input.get(Site.KEY).company();
  }

  @FunctionalInterface
  private interface Rules<T> {
    T by(AgentInput input);
  }

  private <T> Agent<T> rules(AgentSpec<T> spec, Rules<T> work) {
    return new Agent<>() {
      @Override
      public AgentSpec<T> spec() {
        return spec;
      }

      @Override
      public T byRules(AgentInput input) {
        return work.by(input);
      }
    };
  }

  private <T> Agent<T> model(AgentSpec<T> spec, Asking<T> asking) {
    return new ModelAgent<>() {
      @Override
      public AgentSpec<T> spec() {
        return spec;
      }

      @Override
      public Prompt prompt() {
        return Prompt.of(spec.id(), Role.EXTRACT, "tell me about it")
            .withLengths(new Prompt.Lengths(1, LONGEST, 50));
      }

      @Override
      public T byRules(AgentInput input) {
        String company = asking.company().apply(input);
        worked.accept(company, spec.id());
        return asking.section().apply(company, "rules on " + asking.question().apply(input));
      }

      @Override
      public Optional<Question> question(AgentInput input) {
        worked.accept(asking.company().apply(input), spec.id());
        return Optional.of(Question.about(asking.question().apply(input)));
      }

      @Override
      public Reading<T> read(AgentInput input, Question asked, Answer answer) {
        String text = answer.text();
        boolean taken = asking.contented() || text.hashCode() % 2 == 0;
        return answer.ending() == Answer.Ending.COMPLETE && taken
            ? Reading.of(asking.section().apply(asking.company().apply(input), text))
            : Reading.malformed(List.of("it is " + answer.ending()));
      }
    };
  }
}
