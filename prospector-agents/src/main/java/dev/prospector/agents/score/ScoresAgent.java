package dev.prospector.agents.score;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agents.argument.Score;
import dev.prospector.agents.argument.ScoreRange;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.persona.Persona;
import dev.prospector.agents.qualification.Qualification;
import dev.prospector.agents.qualification.Tier;
import dev.prospector.agents.registration.Registration;
import dev.prospector.agents.strategy.ApproachPlan;
import dev.prospector.agents.website.Website;
import dev.prospector.context.BusinessContext;
import dev.prospector.evidence.Fact;
import dev.prospector.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Computes what a qualification is worth and what to do next. */
public final class ScoresAgent implements Agent<Scores> {

  private static final double TOO_LITTLE_KNOWN = 0.35;

  /** Creates the agent; it has no state. */
  public ScoresAgent() {}

  @Override
  public AgentSpec<Scores> spec() {
    return AgentSpec.writing(Scores.KEY)
        .reading(
            Qualification.KEY,
            ContactDetails.KEY,
            CompanyProfile.KEY,
            Registration.KEY,
            Intake.KEY,
            Website.KEY)
        .readingIfPresent(Persona.KEY, ApproachPlan.KEY)
        .readingContext()
        .version(3);
  }

  @Override
  public Scores byRules(AgentInput input) {
    Qualification qualification = input.get(Qualification.KEY);
    ContactDetails contacts = input.get(ContactDetails.KEY);
    Wording wording = Wording.of(ScoresAgent.class, input.context().language());
    List<String> contradictions = contradictions(input);
    Scores.Readiness readiness = readiness(qualification, contacts, contradictions);
    return new Scores(
        confidence(input, qualification),
        returnPotential(input.context(), qualification),
        new MarketFit(input).score(),
        readiness,
        nextStep(input, readiness, contradictions, wording),
        new Approach(qualification, contacts, input.find(Persona.KEY), wording).points());
  }

  /**
   * Confidence = 0.6 × mean confidence of the facts + 0.4 × the share of the qualification that is
   * known. Without any fact, the mean is unknown.
   */
  private static Score confidence(AgentInput input, Qualification qualification) {
    List<Double> confidences = new ArrayList<>();
    for (Fact<?> fact : facts(input)) {
      fact.fold(
          known -> confidences.add(known.confidence()),
          () -> false,
          absent -> false,
          contradicted -> confidences.add(contradicted.sides().get(0).confidence()));
    }
    ScoreRange mean =
        confidences.isEmpty()
            ? ScoreRange.UNKNOWN
            : ScoreRange.exactly(
                confidences.stream().mapToDouble(Double::doubleValue).average().orElseThrow());
    return Score.mean(
        List.of(
            new Score.Part("facts", mean, 0.6),
            new Score.Part("known", ScoreRange.exactly(qualification.known()), 0.4)));
  }

  private static List<Fact<?>> facts(AgentInput input) {
    List<Fact<?>> facts = new ArrayList<>();
    Intake intake = input.get(Intake.KEY);
    facts.addAll(List.of(intake.name(), intake.website(), intake.country()));
    CompanyProfile profile = input.get(CompanyProfile.KEY);
    facts.addAll(List.of(profile.industry(), profile.employees(), profile.founded()));
    Registration registration = input.get(Registration.KEY);
    facts.addAll(List.of(registration.number(), registration.legalName()));
    ContactDetails contacts = input.get(ContactDetails.KEY);
    contacts.emails().stream().limit(1).forEach(e -> facts.add(e.address()));
    contacts.phones().stream().limit(1).forEach(p -> facts.add(p.number()));
    return facts;
  }

  private static Optional<Scores.ReturnPotential> returnPotential(
      BusinessContext context, Qualification qualification) {
    BigDecimal least = BigDecimal.valueOf(context.margin().orElse(0.0));
    BigDecimal most = BigDecimal.valueOf(context.margin().orElse(1.0));
    boolean excluded = qualification.exclusion().isPresent();
    return context
        .averageDealValue()
        .map(
            value ->
                new Scores.ReturnPotential(
                    share(value.times(least), excluded ? 0 : qualification.range().low()),
                    share(value.times(most), excluded ? 0 : qualification.range().high())));
  }

  private static Money share(Money value, double share) {
    Money exact = value.times(BigDecimal.valueOf(share));
    return new Money(exact.amount().setScale(2, RoundingMode.HALF_EVEN), exact.currency());
  }

  private static List<String> contradictions(AgentInput input) {
    List<String> names = new ArrayList<>();
    CompanyProfile profile = input.get(CompanyProfile.KEY);
    addIfContradicted(names, "industry", profile.industry());
    addIfContradicted(names, "employees", profile.employees());
    addIfContradicted(names, "founded", profile.founded());
    addIfContradicted(names, "registration_number", input.get(Registration.KEY).number());
    return names;
  }

  private static void addIfContradicted(List<String> names, String name, Fact<?> fact) {
    if (fact instanceof Fact.Contradicted) {
      names.add(name);
    }
  }

  private static Scores.Readiness readiness(
      Qualification qualification, ContactDetails contacts, List<String> contradictions) {
    if (qualification.tier() == Tier.NOT_QUALIFIED) {
      return Scores.Readiness.NOT_NOW;
    }
    if (contradictions.contains("registration_number") || contradictions.contains("industry")) {
      return Scores.Readiness.NEEDS_REVIEW;
    }
    if (qualification.tier() == Tier.LOW) {
      return qualification.known() < TOO_LITTLE_KNOWN
          ? Scores.Readiness.NEEDS_RESEARCH
          : Scores.Readiness.NOT_NOW;
    }
    return contacts.channels().isEmpty() ? Scores.Readiness.NEEDS_CONTACT : Scores.Readiness.READY;
  }

  private static String nextStep(
      AgentInput input, Scores.Readiness readiness, List<String> contradictions, Wording wording) {
    Qualification qualification = input.get(Qualification.KEY);
    return switch (readiness) {
      case READY -> contact(input, wording);
      case NEEDS_CONTACT -> wording.say("step.FIND_CONTACT");
      case NEEDS_RESEARCH ->
          wording.say(
              "step.RESEARCH",
              qualification.decisive().map(k -> wording.say("kind." + k)).orElse(""));
      case NEEDS_REVIEW -> wording.say("step.REVIEW", String.join(", ", contradictions));
      case NOT_NOW ->
          wording.say(qualification.tier() == Tier.NOT_QUALIFIED ? "step.DROP" : "step.WAIT");
    };
  }

  /**
   * The first contact of the plan, or else the first channel. It names no address and no person, so
   * that there is nothing to withhold from one who says no later.
   */
  private static String contact(AgentInput input, Wording wording) {
    return input
        .find(ApproachPlan.KEY)
        .flatMap(plan -> plan.contacts().stream().findFirst())
        .map(first -> planned(first, wording))
        .orElseGet(
            () ->
                wording.say(
                    "step.CONTACT",
                    wording.say("channel." + input.get(ContactDetails.KEY).channels().get(0))));
  }

  private static String planned(ApproachPlan.Contact first, Wording wording) {
    return wording.say(
        "step.PLANNED",
        wording.say("channel." + first.channel()),
        wording.day(first.date()),
        String.valueOf(first.window().from()),
        String.valueOf(first.window().until()),
        first.window().zone());
  }
}
