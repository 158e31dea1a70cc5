package dev.prospector.agents.qualification;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.company.IndustryClassifier;
import dev.prospector.agents.company.SizeBand;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.page.PageKind;
import dev.prospector.agents.registration.Registration;
import dev.prospector.agents.website.SitePage;
import dev.prospector.agents.website.Website;
import dev.prospector.context.BusinessContext;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Passage;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.ValueTypes;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Qualifies a lead against the business context; see {@link Qualification} for the formula. */
public final class QualificationAgent implements Agent<Qualification> {

  private final ContextIndustries industries = new ContextIndustries(IndustryClassifier.shipped());

  /** Creates the agent, which holds nothing but the classifier's model. */
  public QualificationAgent() {}

  @Override
  public AgentSpec<Qualification> spec() {
    return AgentSpec.writing(Qualification.KEY)
        .reading(Intake.KEY, CompanyProfile.KEY, ContactDetails.KEY, Registration.KEY, Website.KEY)
        .readingContext()
        .version(1);
  }

  @Override
  public Qualification byRules(AgentInput input) {
    BusinessContext context = input.context();
    Wording wording = Wording.in(context.language());
    Intake intake = input.get(Intake.KEY);
    List<Factor> factors = factors(input, wording);
    WeighFactors weighed = new WeighFactors(factors);
    Optional<Qualification.Exclusion> exclusion =
        new Exclusions(context, intake).find(intake, input.get(Registration.KEY));
    return new Qualification(
        exclusion.isPresent() ? Tier.NOT_QUALIFIED : weighed.tier(),
        weighed.score(),
        weighed.range(),
        weighed.known(),
        factors,
        weighed.decisive(),
        exclusion,
        justification(weighed, exclusion, wording));
  }

  private List<Factor> factors(AgentInput input, Wording wording) {
    BusinessContext context = input.context();
    List<SitePage> pages = input.get(Website.KEY).pages();
    CompanyProfile profile = input.get(CompanyProfile.KEY);
    SpokenOf offer = new SpokenOf("fit", offer(context), pages, input);
    SpokenOf pains = new SpokenOf("need", context.items(BusinessContext.Items.PAINS), pages, input);
    Reach reach = new Reach(input.get(ContactDetails.KEY), !pages.isEmpty(), wording);
    return List.of(
        new Fit(industries, context, profile, wording).factor(offer, input.get(Intake.KEY)),
        need(pains, wording),
        timing(pages, input, wording),
        reach.authority(),
        budget(profile, input, wording),
        reach.reachability());
  }

  private static List<String> offer(BusinessContext context) {
    List<String> queries = new ArrayList<>();
    queries.add(context.text(BusinessContext.Text.TARGET_MARKET));
    queries.add(context.text(BusinessContext.Text.IDEAL_CUSTOMER));
    queries.add(String.join("\n", context.items(BusinessContext.Items.INDUSTRIES)));
    return queries;
  }

  /** Pages that speak of our pains promise at least so much need; silence says nothing. */
  private static Factor need(SpokenOf pains, Wording wording) {
    if (!pains.isAsked()) {
      return Reach.factor(
          Factor.Kind.NEED, ScoreRange.UNKNOWN, wording.say("need.nothing-asked"), List.of());
    }
    if (!pains.isHeard() || pains.quotes().isEmpty()) {
      return Reach.factor(
          Factor.Kind.NEED, ScoreRange.UNKNOWN, wording.say("need.unknown"), List.of());
    }
    return Reach.factor(
        Factor.Kind.NEED,
        new ScoreRange(pains.share(), 1),
        wording.say("need.found", String.join(", ", pains.words())),
        pains.quotes());
  }

  /** A page of open positions speaks for growth; without one nothing is known. */
  private static Factor timing(List<SitePage> pages, AgentInput input, Wording wording) {
    Optional<SitePage> jobs = pages.stream().filter(p -> p.kind() == PageKind.JOBS).findFirst();
    return jobs.isEmpty()
        ? Reach.factor(
            Factor.Kind.TIMING, ScoreRange.UNKNOWN, wording.say("timing.unknown"), List.of())
        : Reach.factor(
            Factor.Kind.TIMING,
            new ScoreRange(0.5, 1),
            wording.say("timing.hiring"),
            title(jobs.get(), input));
  }

  private static List<Claim<String>> title(SitePage page, AgentInput input) {
    Snapshot snapshot = page.snapshot(input);
    return input
        .evidence()
        .claim("hiring", ValueTypes.TEXT, page.title(), snapshot, page.title())
        .map(List::of)
        .orElseGet(() -> firstLine(snapshot, input));
  }

  private static List<Claim<String>> firstLine(Snapshot snapshot, AgentInput input) {
    int end = snapshot.text().strip().indexOf('\n');
    int length = end > 0 ? end : Math.min(80, snapshot.text().length());
    return length == 0
        ? List.of()
        : input
            .evidence()
            .claim(
                "hiring",
                ValueTypes.TEXT,
                snapshot.text().substring(0, length).strip(),
                new Passage(snapshot, 0, length))
            .stream()
            .toList();
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

  private static String justification(
      WeighFactors weighed, Optional<Qualification.Exclusion> exclusion, Wording wording) {
    List<String> sentences = new ArrayList<>();
    exclusion.ifPresent(
        e ->
            sentences.add(
                wording.say(
                    "justification.excluded", wording.say("exclusion." + e.kind(), e.entry()))));
    NumberFormat percent =
        NumberFormat.getPercentInstance(Locale.forLanguageTag(wording.language().tag()));
    sentences.add(
        wording.say(
            "justification.score",
            weighed.score(),
            weighed.range().low(),
            weighed.range().high(),
            percent.format(weighed.known())));
    weighed.factors().stream()
        .filter(f -> !f.evidence().isEmpty())
        .forEach(f -> sentences.add(f.reason()));
    weighed
        .decisive()
        .ifPresent(
            k -> sentences.add(wording.say("justification.decisive", wording.say("kind." + k))));
    return String.join(" ", sentences);
  }
}
