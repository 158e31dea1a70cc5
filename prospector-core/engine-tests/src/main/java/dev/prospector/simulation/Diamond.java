package dev.prospector.simulation;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.Demand;
import dev.prospector.agent.ModelAgent;
import dev.prospector.dossier.Section;
import dev.prospector.error.MalformedAnswerException;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.model.LanguageModel;
import dev.prospector.pipeline.Gate;
import dev.prospector.pipeline.Pipeline;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * A small pipeline that has everything a crash can hit: two branches with a model that meet again,
 * one of which asks twice, a gate that stops some leads, a step that fails for some, and rules that
 * take the model's place where its answer was cut.
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
            model(AgentSpec.writing(Profile.KEY).reading(Site.KEY), 1, this::profile),
            model(AgentSpec.writing(Needs.KEY).reading(Site.KEY), 2, this::needs),
            rules(AgentSpec.writing(Score.KEY).reading(Profile.KEY, Needs.KEY), this::score),
            model(AgentSpec.writing(Message.KEY).reading(Score.KEY), 1, this::message))
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

  private Profile profile(AgentInput input, Asker asker) throws InterruptedException {
    String company = input.get(Site.KEY).company();
    worked.accept(company, "profile");
    return new Profile(company, asker.about("profile of " + company));
  }

  private Needs needs(AgentInput input, Asker asker) throws InterruptedException {
    String company = input.get(Site.KEY).company();
    worked.accept(company, "needs");
    String first = asker.about("needs of " + company);
    return new Needs(company, asker.about("more on " + first));
  }

  private Score score(AgentInput input) {
    worked.accept(input.get(Profile.KEY).company(), "score");
    String both = input.get(Profile.KEY).text() + input.get(Needs.KEY).text();
    return new Score(input.get(Profile.KEY).company(), both.hashCode() & 0xff);
  }

  private Message message(AgentInput input, Asker asker) throws InterruptedException {
    Score score = input.get(Score.KEY);
    worked.accept(score.company(), "message");
    return new Message(score.company(), asker.about("a message for " + score));
  }

  // ---- agents

  /** Answers one question: by a model, or by what rules have in its place. */
  @FunctionalInterface
  private interface Asker {
    String about(String what) throws InterruptedException;
  }

  @FunctionalInterface
  private interface Work<T> {
    T by(AgentInput input, Asker asker) throws InterruptedException;
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

  private <T> Agent<T> model(AgentSpec<T> spec, int questions, Work<T> work) {
    return new ModelAgent<>() {
      @Override
      public AgentSpec<T> spec() {
        return spec;
      }

      @Override
      public String promptVersion() {
        return "1";
      }

      @Override
      public Demand demand() {
        return new Demand(
            List.of(question("a")), Collections.nCopies(questions, question("x".repeat(LONGEST))));
      }

      @Override
      public T byRules(AgentInput input) throws InterruptedException {
        return work.by(input, what -> "rules on " + what);
      }

      @Override
      public T byModel(AgentInput input, LanguageModel model) throws InterruptedException {
        return work.by(input, what -> answer(model, what));
      }
    };
  }

  private static LanguageModel.Request question(String what) {
    return new LanguageModel.Request("tell me about it", what, "", 50, "");
  }

  private static String answer(LanguageModel model, String what) throws InterruptedException {
    LanguageModel.Answer answer = model.ask(question(what));
    if (answer.ending() != LanguageModel.Answer.Ending.COMPLETE) {
      throw new MalformedAnswerException(answer.text(), List.of("it is " + answer.ending()));
    }
    return answer.text();
  }
}
