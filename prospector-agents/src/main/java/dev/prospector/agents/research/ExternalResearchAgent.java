package dev.prospector.agents.research;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agent.Resource;
import dev.prospector.agents.argument.PartialDate;
import dev.prospector.agents.argument.PartialDates;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.heard.DatedWords;
import dev.prospector.agents.heard.Heard;
import dev.prospector.agents.heard.ReadSentences;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.registration.Registration;
import dev.prospector.agents.research.ExternalIntelligence.Finding;
import dev.prospector.agents.research.ExternalIntelligence.IdentityReason;
import dev.prospector.agents.website.Website;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Evidence;
import dev.prospector.evidence.value.ValueTypes;
import dev.prospector.model.LanguageModel.Answer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for what others say of a company by a web search, where one is configured, and takes what
 * its own dated news and the host's documents say besides. What is older than 36 months is left
 * out; what may be about another company of the name is held.
 */
public final class ExternalResearchAgent implements ModelAgent<ExternalIntelligence> {

  static final int MOST_FINDINGS = 12;
  static final int OLDEST_MONTHS = 36;

  /** Creates the agent; it has no state. */
  public ExternalResearchAgent() {}

  @Override
  public AgentSpec<ExternalIntelligence> spec() {
    return AgentSpec.writing(ExternalIntelligence.KEY)
        .named("external-research")
        .reading(CompanyProfile.KEY, Intake.KEY, Website.KEY, Registration.KEY)
        .readingContext()
        .readingDate()
        .using(Resource.SEARCH, Resource.PAGES)
        .version(6);
  }

  @Override
  public Prompt prompt() {
    return AskAboutFindings.ASKED.prompt();
  }

  @Override
  public Optional<Question> question(AgentInput input) throws InterruptedException {
    return AskAboutFindings.question(input, researched(input));
  }

  @Override
  public Reading<ExternalIntelligence> read(AgentInput input, Question asked, Answer answer)
      throws InterruptedException {
    return AskAboutFindings.read(input, asked, answer, researched(input));
  }

  @Override
  public ExternalIntelligence byRules(AgentInput input) throws InterruptedException {
    return researched(input).section();
  }

  private static AskAboutFindings.Researched researched(AgentInput input)
      throws InterruptedException {
    Identity identity = new Identity(input);
    ReadHits hits = new ReadHits(input, identity);
    hits.read(input.get(Intake.KEY).country().value().orElse(""));
    List<SaidOutside> all = new ArrayList<>(hits.said());
    all.addAll(ownNews(input, identity));
    ExternalIntelligence section =
        new ExternalIntelligence(hits.searches(), findings(input, all), hits.held());
    return new AskAboutFindings.Researched(section, hits.outside());
  }

  /** News of the company itself are those with a date. */
  private static List<SaidOutside> ownNews(AgentInput input, Identity identity) {
    JudgeSentence judge = new JudgeSentence(identity.words());
    LocalDate today = input.asOf().atZone(ZoneOffset.UTC).toLocalDate();
    List<SaidOutside> news = new ArrayList<>();
    for (Heard heard : ReadSentences.of(input)) {
      Optional<DatedWords> date = DatedWords.of(heard, today);
      if (date.isPresent()) {
        judge
            .kind(heard)
            .ifPresent(
                kind -> news.add(new SaidOutside(heard, kind, date, List.of(IdentityReason.OWN))));
      }
    }
    return news;
  }

  private static List<Finding> findings(AgentInput input, List<SaidOutside> all) {
    LocalDate today = input.asOf().atZone(ZoneOffset.UTC).toLocalDate();
    LocalDate oldest = today.minusMonths(OLDEST_MONTHS);
    List<SaidOutside> fresh =
        all.stream()
            .filter(s -> s.date().isEmpty() || !s.date().get().date().last().isBefore(oldest))
            .sorted(Comparator.comparing(ExternalResearchAgent::day).reversed())
            .toList();
    Set<String> seen = new HashSet<>();
    List<Finding> findings = new ArrayList<>();
    for (SaidOutside said : fresh) {
      if (findings.size() < MOST_FINDINGS && seen.add(said.heard().said())) {
        finding(input.evidence(), said, "f" + (findings.size() + 1)).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static LocalDate day(SaidOutside said) {
    return said.date().map(d -> d.date().first()).orElse(LocalDate.MIN);
  }

  private static Optional<Finding> finding(Evidence evidence, SaidOutside said, String id) {
    List<Claim<String>> text =
        evidence
            .claim("finding", ValueTypes.TEXT, said.heard().said(), said.heard().passage())
            .stream()
            .toList();
    List<Claim<PartialDate>> dates =
        said
            .date()
            .flatMap(d -> evidence.claim("finding.date", PartialDates.TYPE, d.date(), d.passage()))
            .stream()
            .toList();
    return evidence.findings(text).stream()
        .findFirst()
        .map(
            known ->
                new Finding(
                    id,
                    said.kind(),
                    known,
                    evidence.fact(dates),
                    said.heard().snapshot().address(),
                    said.identity(),
                    Optional.empty()));
  }
}
