package dev.prospector.agents.need;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.argument.Ground;
import dev.prospector.agents.argument.OpenQuestion;
import dev.prospector.agents.argument.ScoreRange;
import dev.prospector.agents.argument.Seller;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.page.Language;
import dev.prospector.agents.page.LanguageDetector;
import dev.prospector.agents.prompt.Checks;
import dev.prospector.agents.prompt.Facts;
import dev.prospector.agents.prompt.Inquiry;
import dev.prospector.agents.signal.Complaints;
import dev.prospector.context.BusinessContext.Items;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Snapshot;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a model adds to the pains that rules find: pains in other words than the context's, what
 * they lead to for this company, and questions. The rules' pains stand, and come first.
 */
final class AskForPains {

  static final Inquiry<PainAnswer> ASKED =
      Inquiry.of(AskForPains.class, "pain-points", Role.REASON, PainAnswer.class);

  private static final int MOST = 3;
  private static final int MOST_QUESTIONS = 4;
  private static final int LONGEST = 220;

  /** A model's reading of a sentence is worth less than the words of the context themselves. */
  private static final double READ = 0.7;

  private AskForPains() {}

  static Optional<Question> question(AgentInput input, PainPoints rules)
      throws InterruptedException {
    Facts facts = new Facts();
    rules.pains().forEach(p -> facts.add(p.id(), "pain " + p.category(), p.statement()));
    Map<String, String> counts = Map.of("most", String.valueOf(MOST));
    Question question = ASKED.about(input.context(), counts).withFacts(facts.lines());
    return Optional.of(ASKED.with(question, input, NeedTexts.of(input)))
        .filter(q -> !q.sources().isEmpty());
  }

  static Reading<PainPoints> read(
      AgentInput input, Question asked, Answer answer, PainPoints rules) {
    return ASKED.read(
        answer,
        (said, violations) -> {
          Checks checks = new Checks(input, asked, violations).naming(name(input));
          return new Merge(input, checks).into(rules, said);
        });
  }

  private static String name(AgentInput input) {
    return input.find(Intake.KEY).flatMap(i -> i.name().value()).orElse("");
  }

  private record Merge(AgentInput input, Checks checks) {

    PainPoints into(PainPoints rules, PainAnswer said) {
      List<PainPoints.Pain> pains = new ArrayList<>(rules.pains());
      for (int i = 0; i < said.pains().size() && pains.size() < MOST; i++) {
        pain("/pains/" + i, said.pains().get(i), "p" + (pains.size() + 1), pains)
            .ifPresent(pains::add);
      }
      return new PainPoints(
          pains.stream().findFirst().map(PainPoints.Pain::category),
          pains,
          rules.urgency().or(() -> urgency(pains)),
          questions(rules, said),
          pains.isEmpty() ? rules.missing() : "");
    }

    private Optional<PainPoints.Pain> pain(
        String at, PainAnswer.Item item, String id, List<PainPoints.Pain> before) {
      Optional<Statement> statement =
          checks.statement(at, "pain", item.statement(), Ground.SIGNALLED, LONGEST);
      if (statement.isEmpty()) {
        return Optional.empty();
      }
      Claim<String> quote = statement.get().basis().get(0);
      if (before.stream()
          .anyMatch(p -> p.statement().basis().get(0).quote().equals(quote.quote()))) {
        checks.fails(at, "its quote shows another pain already");
        return Optional.empty();
      }
      Complaints.Voice voice = voice(quote);
      Optional<String> solves = entry(item.solved(), List.of(Items.PAINS));
      return Optional.of(
          new PainPoints.Pain(
              id,
              item.category(),
              voice == Complaints.Voice.OWN && isOwn(quote)
                  ? Statement.stated(statement.get().text(), List.of(quote))
                  : statement.get(),
              solves.orElse(""),
              impact(at, item, quote),
              offer(at, item),
              ScoreRange.rounded(FindPains.weight(voice) * READ)));
    }

    /** Without words of its own that hold, an impact is that of its category. */
    private Statement impact(String at, PainAnswer.Item item, Claim<String> quote) {
      String effect = item.effect();
      if (!effect.isEmpty() && checks.holds(at + "/impact", effect, List.of(quote), LONGEST)) {
        return Statement.assumed(effect);
      }
      return Statement.assumed(wording().say("impact." + item.category()));
    }

    /** Our answer is an entry of the context, or there is none. */
    private Optional<Statement> offer(String at, PainAnswer.Item item) {
      if (item.offered().isEmpty()) {
        return Optional.empty();
      }
      Optional<String> entry = entry(item.offered(), List.of(Items.PRODUCTS, Items.ADVANTAGES));
      if (entry.isEmpty()) {
        checks.fails(at + "/offer", "it is no product and no advantage of the seller");
      }
      Seller seller = new Seller(input.context());
      return entry.map(e -> Statement.context(wording().say("pain.answer", seller.own(e))));
    }

    private Optional<String> entry(String words, List<Items> lists) {
      return lists.stream()
          .flatMap(list -> input.context().items(list).stream())
          .filter(entry -> Folded.of(entry).strip().equals(Folded.of(words).strip()))
          .findFirst();
    }

    private Wording wording() {
      return Wording.of(PainPointsAgent.class, input.context().language());
    }

    private static boolean isOwn(Claim<String> quote) {
      return quote.publisher() == Snapshot.Publisher.COMPANY;
    }

    private static Complaints.Voice voice(Claim<String> quote) {
      Language language = LanguageDetector.detect(quote.quote(), "");
      return language == Language.UNKNOWN
          ? Complaints.Voice.NONE
          : Complaints.voice(quote.quote(), language);
    }

    private Optional<PainPoints.Hurry> urgency(List<PainPoints.Pain> pains) {
      return pains.stream()
          .findFirst()
          .map(
              pain -> {
                boolean stated = pain.statement().ground() == Ground.STATED;
                String words = wording().say(stated ? "urgency.stated" : "urgency.signalled");
                return new PainPoints.Hurry(
                    stated ? Urgency.MEDIUM : Urgency.LOW,
                    new Statement(words, pain.statement().basis(), pain.statement().ground()));
              });
    }

    private List<String> questions(PainPoints rules, PainAnswer said) {
      Set<String> questions = new LinkedHashSet<>(rules.questions());
      for (int i = 0; i < said.questions().size(); i++) {
        String question = said.questions().get(i).strip();
        String at = "/questions/" + i;
        boolean open =
            OpenQuestion.is(question, input.context().language())
                || checks.fails(at, "it is no open question");
        if (open
            && questions.size() < MOST_QUESTIONS
            && checks.asksAnew(at, question)
            && checks.holds(at, question, List.of(), LONGEST)) {
          questions.add(question);
        }
      }
      return List.copyOf(questions);
    }
  }
}
