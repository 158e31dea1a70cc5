package dev.prospector.agents.strategy;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.need.BuyingTriggers;
import dev.prospector.agents.need.PainPoints;
import dev.prospector.agents.persona.Persona;
import dev.prospector.agents.strategy.ApproachPlan.Contact;
import dev.prospector.agents.strategy.ApproachPlan.Window;
import dev.prospector.lead.LeadStage;
import dev.prospector.model.LanguageModel.Answer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the plan's steps on working days of the lead's market, with what to talk about. */
public final class ApproachPlanAgent implements ModelAgent<ApproachPlan> {

  private static final int MOST_TOPICS = 3;
  private static final int MOST_PITCH = 3;

  /** Creates the agent; it has no state. */
  public ApproachPlanAgent() {}

  @Override
  public AgentSpec<ApproachPlan> spec() {
    return AgentSpec.writing(ApproachPlan.KEY)
        .stage(LeadStage.STRATEGY)
        .reading(ActionPlan.KEY, CompanyProfile.KEY, ContactDetails.KEY)
        .readingIfPresent(
            Persona.KEY,
            PainPoints.KEY,
            BuyingTriggers.KEY,
            StrategyOptions.KEY,
            StrategicQuestions.KEY,
            ValuePropositions.KEY,
            Intake.KEY)
        .readingContext()
        .readingDate()
        .version(2);
  }

  @Override
  public Prompt prompt() {
    return AskForApproach.ASKED.prompt();
  }

  @Override
  public Optional<Question> question(AgentInput input) {
    return AskForApproach.question(input);
  }

  @Override
  public Reading<ApproachPlan> read(AgentInput input, Question asked, Answer answer) {
    return AskForApproach.read(input, answer, byRules(input));
  }

  @Override
  public ApproachPlan byRules(AgentInput input) {
    Wording wording = Wording.of(ApproachPlanAgent.class, input.context().language());
    boolean named =
        input.find(Persona.KEY).filter(p -> p.basis() == Persona.Basis.NAMED).isPresent();
    return new ApproachPlan(
        wording.say(named ? "approach.talk" : "approach.find"),
        pitch(input),
        contacts(input),
        List.of(wording.say("approach.watch")),
        obstacles(input, wording),
        wording.say("approach.after"));
  }

  /** Need, answer and difference of the first proposition; each says what it rests on. */
  private static List<Statement> pitch(AgentInput input) {
    List<Statement> pitch = new ArrayList<>();
    input.find(ValuePropositions.KEY).stream()
        .flatMap(v -> v.propositions().stream())
        .findFirst()
        .ifPresent(
            p -> {
              pitch.add(p.need());
              pitch.add(p.benefit());
              p.difference().ifPresent(pitch::add);
            });
    return pitch.stream().limit(MOST_PITCH).toList();
  }

  private static List<String> obstacles(AgentInput input, Wording wording) {
    List<String> obstacles = new ArrayList<>();
    input
        .find(Persona.KEY)
        .filter(p -> p.basis() == Persona.Basis.ASSUMED)
        .ifPresent(p -> obstacles.add(wording.say("obstacle.assumed")));
    if (input.find(PainPoints.KEY).map(PainPoints::pains).orElse(List.of()).isEmpty()) {
      obstacles.add(wording.say("obstacle.no-pain"));
    }
    return obstacles;
  }

  private static List<Contact> contacts(AgentInput input) {
    String country = input.find(Intake.KEY).flatMap(i -> i.country().value()).orElse("");
    MarketCalendar calendar = MarketCalendar.of(country);
    LocalDate start = input.asOf().atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
    List<String> questions = questions(input);
    List<Contact> contacts = new ArrayList<>();
    LocalDate earliest = start;
    for (ActionPlan.Step step : input.get(ActionPlan.KEY).steps()) {
      LocalDate wanted = start.plusDays(step.day());
      LocalDate date = calendar.onOrAfter(wanted.isBefore(earliest) ? earliest : wanted);
      earliest = date.plusDays(1);
      int from = contacts.size();
      contacts.add(
          new Contact(
              step.number(),
              step.channel(),
              date,
              window(calendar, from % 2 == 0),
              step.action(),
              topics(input, from),
              questions.stream().skip(from).limit(1).toList(),
              step.callToAction()));
    }
    return contacts;
  }

  private static Window window(MarketCalendar calendar, boolean morning) {
    return morning
        ? new Window(calendar.from(), calendar.until(), calendar.zone().getId())
        : new Window(calendar.afternoonFrom(), calendar.afternoonUntil(), calendar.zone().getId());
  }

  private static List<String> topics(AgentInput input, int contact) {
    Optional<ValuePropositions> values = input.find(ValuePropositions.KEY);
    return values.map(ValuePropositions::propositions).orElse(List.of()).stream()
        .skip(contact)
        .limit(1)
        .map(ValuePropositions.Proposition::title)
        .limit(MOST_TOPICS)
        .toList();
  }

  private static List<String> questions(AgentInput input) {
    List<String> questions = new ArrayList<>();
    input.find(StrategyOptions.KEY).stream()
        .flatMap(o -> o.options().stream())
        .filter(o -> input.get(ActionPlan.KEY).option().equals(Optional.of(o.id())))
        .forEach(o -> questions.add(o.openingQuestion()));
    input.find(StrategicQuestions.KEY).stream()
        .flatMap(q -> q.questions().stream())
        .forEach(q -> questions.add(q.text()));
    return questions;
  }
}
