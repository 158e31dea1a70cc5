package dev.prospector.agents.qualification;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.argument.ScoreRange;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.company.SizeBand;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.need.IntentSignals;
import dev.prospector.agents.need.PainPoints;
import dev.prospector.agents.registration.Registration;
import dev.prospector.agents.website.Website;
import dev.prospector.context.BusinessContext;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.value.ValueTypes;
import dev.prospector.model.LanguageModel.Answer;
import java.util.List;
import java.util.Optional;

/**
 * Qualifies a lead against the business context; see {@link Qualification} for the formula. A model
 * may argue factors; code adds up.
 */
public final class QualificationAgent implements ModelAgent<Qualification> {

  /** Creates the agent; it has no state. */
  public QualificationAgent() {}

  @Override
  public AgentSpec<Qualification> spec() {
    return AgentSpec.writing(Qualification.KEY)
        .reading(Intake.KEY, CompanyProfile.KEY, ContactDetails.KEY, Registration.KEY, Website.KEY)
        .readingIfPresent(PainPoints.KEY, IntentSignals.KEY)
        .readingContext()
        .readingMonth()
        .version(10);
  }

  @Override
  public Prompt prompt() {
    return AskForArguments.ASKED.prompt();
  }

  @Override
  public Optional<Question> question(AgentInput input) throws InterruptedException {
    return AskForArguments.question(input, byRules(input));
  }

  @Override
  public Reading<Qualification> read(AgentInput input, Question asked, Answer answer) {
    return AskForArguments.read(input, asked, answer, byRules(input));
  }

  @Override
  public Qualification byRules(AgentInput input) {
    BusinessContext context = input.context();
    Wording wording = Wording.of(QualificationAgent.class, context.language());
    Intake intake = input.get(Intake.KEY);
    Optional<Qualification.Exclusion> exclusion =
        Exclusions.find(context, intake, input.get(Registration.KEY));
    return new Verdict(factors(input, wording), List.of(), exclusion, wording).qualification();
  }

  private static List<Factor> factors(AgentInput input, Wording wording) {
    Quotes quotes = new Quotes(input);
    boolean hasPages = !input.get(Website.KEY).pages().isEmpty();
    Reach reach = new Reach(input.get(ContactDetails.KEY), hasPages, wording);
    return List.of(
        new Fit(input, wording, quotes).factor(),
        Found.need(new Need(input, wording, quotes).factor(), input, wording),
        Found.timing(new Timing(input, wording, quotes).factor(), input, wording),
        reach.authority(),
        budget(input.get(CompanyProfile.KEY), input, wording),
        reach.reachability());
  }

  private static Factor budget(CompanyProfile profile, AgentInput input, Wording wording) {
    Optional<SizeBand> size = profile.size().value();
    if (size.isEmpty()) {
      return Reach.factor(
          Factor.Kind.BUDGET, ScoreRange.UNKNOWN, wording.say("budget.unknown"), List.of());
    }
    ScoreRange range =
        switch (size.get()) {
          case MICRO -> new ScoreRange(0, 0.4);
          case SMALL -> new ScoreRange(0.3, 0.7);
          case MEDIUM -> new ScoreRange(0.6, 0.9);
          case LARGE -> new ScoreRange(0.8, 1);
        };
    return Reach.factor(
        Factor.Kind.BUDGET,
        range,
        wording.say("budget.band", wording.say("size." + size.get())),
        sizeQuotes(profile, input));
  }

  /** The sentence that the size was read from, as evidence of this factor. */
  private static List<Claim<String>> sizeQuotes(CompanyProfile profile, AgentInput input) {
    return profile.size().claims().stream()
        .limit(1)
        .flatMap(
            c ->
                input
                    .evidence()
                    .claim(
                        "budget",
                        ValueTypes.TEXT,
                        c.quote().strip(),
                        input.snapshot(c.snapshot()),
                        c.quote())
                    .stream())
        .toList();
  }
}
