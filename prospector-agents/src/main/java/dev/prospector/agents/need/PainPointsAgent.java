package dev.prospector.agents.need;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.argument.Quoted;
import dev.prospector.agents.argument.ScoreRange;
import dev.prospector.agents.argument.Seller;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.heard.DatedWords;
import dev.prospector.agents.heard.Heard;
import dev.prospector.agents.heard.ReadSentences;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.research.ExternalIntelligence;
import dev.prospector.agents.website.Website;
import dev.prospector.context.BusinessContext.Items;
import dev.prospector.evidence.Claim;
import dev.prospector.model.LanguageModel.Answer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Looks for each pain of the business context in the sentences of a company. A pain is stated where
 * the company complains of it in its own voice, and signalled where a sentence only speaks of it.
 */
public final class PainPointsAgent implements ModelAgent<PainPoints> {

  private static final int MOST_PAINS = 3;
  private static final int MOST_QUESTIONS = 4;
  private static final int LEAST_QUESTIONS = 2;
  private static final int LONGEST_QUOTE = 220;
  private static final int SOON = 90;
  private static final int VERY_SOON = 30;

  /** Creates the agent; it has no state. */
  public PainPointsAgent() {}

  @Override
  public AgentSpec<PainPoints> spec() {
    return AgentSpec.writing(PainPoints.KEY)
        .reading(CompanyProfile.KEY, ExternalIntelligence.KEY, Website.KEY)
        .readingIfPresent(Intake.KEY)
        .readingContext()
        .readingDate()
        .version(6);
  }

  @Override
  public Prompt prompt() {
    return AskForPains.ASKED.prompt();
  }

  @Override
  public Optional<Question> question(AgentInput input) throws InterruptedException {
    return AskForPains.question(input, byRules(input));
  }

  @Override
  public Reading<PainPoints> read(AgentInput input, Question asked, Answer answer) {
    return AskForPains.read(input, asked, answer, byRules(input));
  }

  @Override
  public PainPoints byRules(AgentInput input) {
    return new Work(input).section();
  }

  private static final class Work {
    private final AgentInput input;
    private final Seller seller;
    private final Wording wording;
    private final LocalDate today;

    Work(AgentInput input) {
      this.input = input;
      this.seller = new Seller(input.context());
      this.wording = Wording.of(PainPointsAgent.class, input.context().language());
      this.today = input.asOf().atZone(ZoneOffset.UTC).toLocalDate();
    }

    PainPoints section() {
      List<Heard> sentences = ReadSentences.of(input);
      List<PainPoints.Pain> pains = new ArrayList<>();
      List<FindPains.Found> used = new ArrayList<>();
      for (FindPains.Found found : FindPains.in(sentences, seller)) {
        if (pains.size() < MOST_PAINS) {
          pain(found, "p" + (pains.size() + 1))
              .ifPresent(
                  pain -> {
                    pains.add(pain);
                    used.add(found);
                  });
        }
      }
      return new PainPoints(
          pains.stream().findFirst().map(PainPoints.Pain::category),
          pains,
          urgency(used, pains),
          questions(pains),
          missing(sentences, pains));
    }

    private String missing(List<Heard> sentences, List<PainPoints.Pain> pains) {
      if (!pains.isEmpty()) {
        return "";
      }
      if (seller.items(Items.PAINS).isEmpty()) {
        return wording.say("pains.nothing-asked");
      }
      return wording.say(sentences.isEmpty() ? "pains.no-text" : "pains.none");
    }

    private Optional<PainPoints.Pain> pain(FindPains.Found found, String id) {
      List<Claim<String>> basis = Quoted.claim(input, "pain", found.heard().passage());
      if (basis.isEmpty()) {
        return Optional.empty();
      }
      PainCategory category = Categories.of(found.pain());
      String quote = Quoted.of(found.heard().said(), LONGEST_QUOTE, found.pain());
      boolean own = found.heard().isOwn();
      Statement statement =
          found.isStated()
              ? Statement.stated(wording.say("pain.stated", quote), basis)
              : Statement.signalled(
                  wording.say(own ? "pain.signalled" : "pain.reported", quote), basis);
      return Optional.of(
          new PainPoints.Pain(
              id,
              category,
              statement,
              found.pain(),
              Statement.assumed(wording.say("impact." + category)),
              answer(found.pain()),
              ScoreRange.rounded(found.strength())));
    }

    /** What the seller has that speaks most of it: a product, else an advantage. */
    private Optional<Statement> answer(String pain) {
      List<String> all = new ArrayList<>(seller.items(Items.PRODUCTS));
      all.addAll(seller.items(Items.ADVANTAGES));
      return seller
          .nearest(pain, all)
          .map(entry -> Statement.context(wording.say("pain.answer", seller.own(entry))));
    }

    /** The first deadline that is near, else the first pain that is stated, else what is seen. */
    private Optional<PainPoints.Hurry> urgency(
        List<FindPains.Found> found, List<PainPoints.Pain> pains) {
      return IntStream.range(0, found.size())
          .mapToObj(i -> deadline(found.get(i), pains.get(i)))
          .flatMap(Optional::stream)
          .findFirst()
          .or(() -> stated(found, pains))
          .or(() -> pains.stream().findFirst().map(this::signalled));
    }

    private Optional<PainPoints.Hurry> deadline(FindPains.Found found, PainPoints.Pain pain) {
      return DatedWords.deadline(found.heard(), today)
          .filter(until -> days(until) >= 0 && days(until) <= SOON)
          .map(
              until -> {
                Urgency level = days(until) <= VERY_SOON ? Urgency.CRITICAL : Urgency.HIGH;
                String words = wording.say("urgency.deadline", Quoted.of(until.passage().quote()));
                return new PainPoints.Hurry(
                    level, Statement.stated(words, pain.statement().basis()));
              });
    }

    private long days(DatedWords until) {
      return ChronoUnit.DAYS.between(today, until.date().last());
    }

    private Optional<PainPoints.Hurry> stated(
        List<FindPains.Found> found, List<PainPoints.Pain> pains) {
      String words = wording.say("urgency.stated");
      return IntStream.range(0, found.size())
          .filter(i -> found.get(i).isStated())
          .mapToObj(i -> Statement.stated(words, pains.get(i).statement().basis()))
          .findFirst()
          .map(said -> new PainPoints.Hurry(Urgency.MEDIUM, said));
    }

    private PainPoints.Hurry signalled(PainPoints.Pain pain) {
      String words = wording.say("urgency.signalled");
      return new PainPoints.Hurry(
          Urgency.LOW, Statement.signalled(words, pain.statement().basis()));
    }

    private List<String> questions(List<PainPoints.Pain> pains) {
      Set<String> questions = new LinkedHashSet<>();
      pains.forEach(p -> questions.add(wording.say("question." + p.category())));
      for (String pain : seller.items(Items.PAINS)) {
        boolean found = pains.stream().anyMatch(p -> p.solves().equals(pain));
        if (!found && questions.size() < Math.max(LEAST_QUESTIONS, pains.size() + 1)) {
          questions.add(wording.say("question.unasked", seller.own(pain)));
        }
      }
      return questions.stream().limit(MOST_QUESTIONS).toList();
    }
  }
}
