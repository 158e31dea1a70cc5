package dev.prospector.agents.need;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.answer.Said;
import dev.prospector.agents.argument.Ground;
import dev.prospector.agents.argument.PartialDate;
import dev.prospector.agents.argument.PartialDates;
import dev.prospector.agents.argument.ScoreRange;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.page.LanguageDetector;
import dev.prospector.agents.prompt.Checks;
import dev.prospector.agents.prompt.Facts;
import dev.prospector.agents.prompt.Inquiry;
import dev.prospector.agents.signal.TriggerKind;
import dev.prospector.agents.signal.Triggers;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Fact;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.Role;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a model adds to the triggers that rules find: kinds where patterns miss, and why now. The
 * rules' triggers stand, with their dates and strengths.
 */
final class AskForTriggers {

  static final Inquiry<TriggerAnswer> ASKED =
      Inquiry.of(AskForTriggers.class, "buying-triggers", Role.REASON, TriggerAnswer.class);

  private static final int MOST = 5;
  private static final int LONGEST = 220;

  /** A kind that no pattern reads from the words is a model's reading of them. */
  private static final double READ = 0.7;

  private AskForTriggers() {}

  static Optional<Question> question(AgentInput input, BuyingTriggers rules)
      throws InterruptedException {
    Facts facts = new Facts();
    for (BuyingTriggers.Item item : rules.triggers()) {
      facts.add(item.id(), "trigger " + item.kind(), item.text().known(), item.text().backing());
    }
    Map<String, String> counts = Map.of("most", String.valueOf(MOST));
    Question question = ASKED.about(input.context(), counts).withFacts(facts.lines());
    return Optional.of(ASKED.with(question, input, NeedTexts.of(input)))
        .filter(q -> !q.sources().isEmpty());
  }

  static Reading<BuyingTriggers> read(
      AgentInput input, Question asked, Answer answer, BuyingTriggers rules) {
    return ASKED.read(
        answer,
        (said, violations) -> {
          String name = input.get(Intake.KEY).name().value().orElse("");
          return new Merge(input, new Checks(input, asked, violations).naming(name))
              .into(rules, said);
        });
  }

  private record Merge(AgentInput input, Checks checks) {

    BuyingTriggers into(BuyingTriggers rules, TriggerAnswer said) {
      List<BuyingTriggers.Item> now = new ArrayList<>(reasoned(rules.triggers(), said.reasons()));
      List<BuyingTriggers.Item> past = new ArrayList<>(rules.past());
      for (int i = 0; i < said.triggers().size(); i++) {
        String at = "/triggers/" + i;
        Optional<BuyingTriggers.Item> item = item(at, said.triggers().get(i), now, past);
        item.ifPresent(it -> (TriggerAge.isPast(it.date(), today()) ? past : now).add(it));
      }
      List<BuyingTriggers.Item> strongest = numbered(now, "t");
      return new BuyingTriggers(
          strongest, numbered(past, "o"), strongest.isEmpty() ? rules.missing() : "");
    }

    private LocalDate today() {
      return input.asOf().atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** The rules' come first and keep their numbers. */
    private static List<BuyingTriggers.Item> numbered(
        List<BuyingTriggers.Item> items, String prefix) {
      List<BuyingTriggers.Item> numbered = new ArrayList<>();
      for (BuyingTriggers.Item item : items) {
        if (numbered.size() < MOST) {
          numbered.add(item.withId(prefix + (numbered.size() + 1)));
        }
      }
      return numbered;
    }

    private List<BuyingTriggers.Item> reasoned(
        List<BuyingTriggers.Item> items, List<TriggerAnswer.Reason> reasons) {
      List<String> ids = items.stream().map(BuyingTriggers.Item::id).toList();
      List<BuyingTriggers.Item> reasoned = new ArrayList<>(items);
      for (int i = 0; i < reasons.size(); i++) {
        TriggerAnswer.Reason reason = reasons.get(i);
        String at = "/reasons/" + i;
        if (checks.refers(at, reason.of(), ids)) {
          int place = ids.indexOf(reason.of());
          Claim<String> basis = items.get(place).text().best();
          if (checks.tells(at, reason.said(), basis, LONGEST)) {
            Statement why = Statement.signalled(reason.said(), List.of(basis));
            reasoned.set(place, items.get(place).because(why));
          }
        }
      }
      return reasoned;
    }

    private Optional<BuyingTriggers.Item> item(
        String at,
        TriggerAnswer.Item said,
        List<BuyingTriggers.Item> now,
        List<BuyingTriggers.Item> past) {
      Optional<Statement> why =
          checks.statement(at, "trigger", said.why(), Ground.SIGNALLED, LONGEST);
      if (why.isEmpty() || !mayBe(at, said.kind(), why.get().basis().get(0).quote())) {
        return Optional.empty();
      }
      Claim<String> quote = why.get().basis().get(0);
      if (Stream.of(now, past)
          .flatMap(List::stream)
          .anyMatch(i -> overlap(i.text().best(), quote))) {
        checks.fails(at, "its quote announces another trigger already");
        return Optional.empty();
      }
      Fact<PartialDate> date = date(at, said.dates());
      return Optional.of(
          new BuyingTriggers.Item(
              "t",
              said.kind(),
              input.evidence().findings(List.of(quote)).get(0),
              date,
              strength(date, quote),
              why.get(),
              Fact.unknown()));
    }

    private static boolean overlap(Claim<String> one, Claim<String> other) {
      return one.quote().contains(other.quote()) || other.quote().contains(one.quote());
    }

    /** Words that deny a kind, ask, or offer it to others do not announce it. */
    private boolean mayBe(String at, TriggerKind kind, String quote) {
      var language = LanguageDetector.detect(quote, "");
      boolean spoken = Triggers.spokenOf(quote, language).contains(kind);
      boolean said =
          Triggers.in(quote, language, List.of(), true).filter(t -> t.kind() == kind).isPresent();
      return spoken && !said || quote.strip().endsWith("?")
          ? checks.fails(at, "its quote does not announce that it happens")
          : true;
    }

    private Fact<PartialDate> date(String at, List<Said> dates) {
      List<Claim<PartialDate>> claims =
          dates.stream()
              .limit(1)
              .flatMap(
                  d ->
                      checks
                          .derived(
                              at + "/date/0",
                              "trigger.date",
                              PartialDates.TYPE,
                              d,
                              AskForTriggers::date)
                          .stream())
              .filter(claim -> !claim.value().first().isAfter(today()))
              .toList();
      return input.evidence().fact(claims);
    }

    private ScoreRange strength(Fact<PartialDate> date, Claim<String> quote) {
      ScoreRange full = TriggerAge.strength(date, today(), quote.confidence());
      return new ScoreRange(full.low() * READ, full.high() * READ);
    }
  }

  private static Optional<PartialDate> date(String words) {
    return PartialDates.in(words).stream().map(PartialDates.Place::date).findFirst();
  }
}
