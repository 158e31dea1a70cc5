package dev.prospector.agents.company;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.company.industry.Industry;
import dev.prospector.agents.company.industry.IndustryClassifier;
import dev.prospector.agents.company.industry.IndustryJudgement;
import dev.prospector.agents.heard.Heard;
import dev.prospector.agents.heard.ReadSentences;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.wanted.RuledOut;
import dev.prospector.agents.website.SitePage;
import dev.prospector.agents.website.Website;
import dev.prospector.evidence.Fact;
import dev.prospector.model.LanguageModel.Answer;
import java.util.List;
import java.util.Optional;

/**
 * Says what a company is and does: its industry by the small model that ships and by the host's own
 * column, and what its pages state about its people, age, services, customers and places.
 */
public final class CompanyAnalysisAgent implements ModelAgent<CompanyProfile> {

  /** A shorter site, in characters, is a placeholder or a login page, and its words are chance. */
  private static final int LEAST_TEXT = 200;

  private final IndustryClassifier classifier;

  /** Creates the agent with the classifier that ships. */
  public CompanyAnalysisAgent() {
    this(IndustryClassifier.shipped());
  }

  /** Creates the agent with a classifier of one's own. */
  public CompanyAnalysisAgent(IndustryClassifier classifier) {
    this.classifier = classifier;
  }

  @Override
  public AgentSpec<CompanyProfile> spec() {
    return AgentSpec.writing(CompanyProfile.KEY)
        .named("company-analysis")
        .reading(Intake.KEY, Website.KEY)
        .readingContext()
        .version(11);
  }

  @Override
  public Prompt prompt() {
    return AskAboutCompany.ASKED.prompt();
  }

  @Override
  public Optional<Question> question(AgentInput input) throws InterruptedException {
    return AskAboutCompany.question(input);
  }

  @Override
  public Reading<CompanyProfile> read(AgentInput input, Question asked, Answer answer) {
    return AskAboutCompany.read(input, asked, answer, byRules(input));
  }

  @Override
  public CompanyProfile byRules(AgentInput input) {
    Intake intake = input.get(Intake.KEY);
    Website website = input.get(Website.KEY);
    SiteText site = new SiteText();
    GatherFacts facts = new GatherFacts(input.evidence());
    String name = intake.name().value().orElse("");
    Descriptions descriptions = new Descriptions(name, intake.domain().value().orElse(""));
    StatedEntries entries = new StatedEntries(input.evidence(), facts, descriptions);
    for (SitePage page : website.pages()) {
      site.add(page.snapshot(input), page.pageText(input));
      facts.add(page.snapshot(input), page.pageText(input), descriptions::name);
      entries.add(page.snapshot(input), page.pageText(input), page.kind());
    }
    String text = site.text().length() < LEAST_TEXT ? "" : site.text();
    IndustryJudgement judgement = classifier.classify(name, text, website.language());
    StatedIndustry stated = new StatedIndustry(input);
    Fact<Industry> industry = stated.industry();
    List<Heard> heard = ReadSentences.of(input);
    return new CompanyProfile(
        industry,
        industry.value().map(i -> i.label(input.context().language())).orElse(""),
        likely(judgement),
        facts.employees(),
        facts.size(),
        facts.founded(),
        facts.names(CompanyFact.Kind.SERVICE),
        facts.names(CompanyFact.Kind.CUSTOMER),
        facts.names(CompanyFact.Kind.PLACE),
        stated.trades(),
        entries.description(),
        entries.openingHours(),
        facts.yearsActive(),
        StatedChallenges.of(input, heard),
        StatedValues.of(input),
        ReportedActivities.of(input, heard),
        SellsTo.of(input, heard),
        RuledOut.byLists(input.context(), intake).or(() -> stated.ruledOut(industry)));
  }

  private static List<CompanyProfile.Likely> likely(IndustryJudgement judgement) {
    if (judgement.outcome() == IndustryJudgement.Outcome.TOO_LITTLE_TEXT) {
      return List.of();
    }
    return judgement.likelihoods().stream()
        .limit(3)
        .map(
            l ->
                new CompanyProfile.Likely(
                    l.industry(), Math.round(l.probability() * 1000) / 1000.0))
        .toList();
  }
}
