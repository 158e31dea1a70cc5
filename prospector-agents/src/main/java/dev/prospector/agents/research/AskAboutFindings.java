package dev.prospector.agents.research;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.argument.Ground;
import dev.prospector.agents.argument.PartialDate;
import dev.prospector.agents.argument.PartialDates;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.passage.LeadText;
import dev.prospector.agents.prompt.Checks;
import dev.prospector.agents.prompt.Facts;
import dev.prospector.agents.prompt.Inquiry;
import dev.prospector.agents.research.ExternalIntelligence.Finding;
import dev.prospector.agents.research.ExternalIntelligence.IdentityReason;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.SnapshotId;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.Role;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a model adds to findings: what each says in one sentence, its kind where word lists say no
 * more than that it is news, and further findings. Only texts that passed the identity gate are
 * shown, and only they can be quoted.
 */
final class AskAboutFindings {

  static final Inquiry<ResearchAnswer> ASKED =
      Inquiry.of(AskAboutFindings.class, "external-research", Role.REASON, ResearchAnswer.class);

  private static final int LONGEST = 220;

  private AskAboutFindings() {}

  /** What rules found, and the texts of others that are about the company. */
  record Researched(ExternalIntelligence section, List<Outside> outside) {}

  /** A text of others, and why it is about the company. */
  record Outside(LeadText text, List<IdentityReason> reasons) {}

  static Optional<Question> question(AgentInput input, Researched rules)
      throws InterruptedException {
    Facts facts = new Facts();
    for (Finding finding : rules.section().findings()) {
      facts.add(
          finding.id(),
          "finding " + finding.kind(),
          finding.text().known(),
          finding.text().backing());
    }
    List<LeadText> texts = new ArrayList<>(LeadText.ofSite(input));
    texts.addAll(LeadText.ofDocuments(input, input.get(Intake.KEY)));
    rules.outside().forEach(outside -> texts.add(outside.text()));
    Map<String, String> counts =
        Map.of("most", String.valueOf(ExternalResearchAgent.MOST_FINDINGS));
    Question question = ASKED.about(input.context(), counts).withFacts(facts.lines());
    return Optional.of(ASKED.with(question, input, texts)).filter(q -> !q.sources().isEmpty());
  }

  static Reading<ExternalIntelligence> read(
      AgentInput input, Question asked, Answer answer, Researched rules) {
    return ASKED.read(
        answer,
        (said, violations) -> {
          String name = input.get(Intake.KEY).name().value().orElse("");
          Map<SnapshotId, List<IdentityReason>> reasons = new HashMap<>();
          rules.outside().forEach(o -> reasons.put(o.text().snapshot().id(), o.reasons()));
          return new Merge(input, new Checks(input, asked, violations).naming(name), reasons)
              .into(rules.section(), said);
        });
  }

  private record Merge(
      AgentInput input, Checks checks, Map<SnapshotId, List<IdentityReason>> reasons) {

    ExternalIntelligence into(ExternalIntelligence rules, ResearchAnswer said) {
      List<Finding> findings = new ArrayList<>(read(rules.findings(), said.readings()));
      for (int i = 0; i < said.findings().size(); i++) {
        if (findings.size() < ExternalResearchAgent.MOST_FINDINGS) {
          String id = "f" + (findings.size() + 1);
          finding("/findings/" + i, said.findings().get(i), id, findings).ifPresent(findings::add);
        }
      }
      return new ExternalIntelligence(rules.searches(), findings, rules.held());
    }

    private List<Finding> read(List<Finding> findings, List<ResearchAnswer.ReadFinding> readings) {
      List<String> ids = findings.stream().map(Finding::id).toList();
      List<Finding> read = new ArrayList<>(findings);
      for (int i = 0; i < readings.size(); i++) {
        ResearchAnswer.ReadFinding said = readings.get(i);
        String at = "/readings/" + i;
        if (checks.refers(at, said.of(), ids)) {
          int place = ids.indexOf(said.of());
          Finding finding = findings.get(place);
          Claim<String> basis = finding.text().best();
          if (checks.tells(at, said.said(), basis, LONGEST)) {
            Statement reading = Statement.stated(said.said(), List.of(basis));
            read.set(place, finding.read(kind(finding.kind(), said.kind()), reading));
          }
        }
      }
      return read;
    }

    /** Where words say more than that it is news, they decide. */
    private static FindingKind kind(FindingKind rules, FindingKind said) {
      return rules == FindingKind.NEWS || rules == FindingKind.OTHER ? said : rules;
    }

    private Optional<Finding> finding(
        String at, ResearchAnswer.Item item, String id, List<Finding> before) {
      Optional<Statement> reading =
          checks.statement(at, "finding", item.reading(), Ground.STATED, LONGEST);
      if (reading.isEmpty()) {
        return Optional.empty();
      }
      Claim<String> quote = reading.get().basis().get(0);
      Fact<PartialDate> date = date(at, item);
      if (!isNew(at, quote, date, before)) {
        return Optional.empty();
      }
      return Optional.of(
          new Finding(
              id,
              item.kind(),
              input.evidence().findings(List.of(quote)).get(0),
              date,
              input.snapshot(quote.snapshot()).address(),
              reasons.getOrDefault(quote.snapshot(), List.of(IdentityReason.OWN)),
              reading));
    }

    private boolean isNew(
        String at, Claim<String> quote, Fact<PartialDate> date, List<Finding> before) {
      boolean known =
          before.stream().anyMatch(f -> f.text().best().quote().contains(quote.quote()));
      boolean own = !reasons.containsKey(quote.snapshot());
      if (known) {
        checks.fails(at, "it was found before");
      } else if (isTooOld(date) || own && date.value().isEmpty()) {
        checks.fails(at, "it is older than 36 months, or news without a date");
      } else {
        return true;
      }
      return false;
    }

    private boolean isTooOld(Fact<PartialDate> date) {
      LocalDate oldest = today().minusMonths(ExternalResearchAgent.OLDEST_MONTHS);
      return date.value().filter(d -> d.last().isBefore(oldest)).isPresent();
    }

    private LocalDate today() {
      return input.asOf().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private Fact<PartialDate> date(String at, ResearchAnswer.Item item) {
      List<Claim<PartialDate>> claims =
          item.dates().stream()
              .limit(1)
              .flatMap(
                  said ->
                      checks
                          .derived(
                              at + "/date/0",
                              "finding.date",
                              PartialDates.TYPE,
                              said,
                              AskAboutFindings::date)
                          .stream())
              .filter(claim -> !claim.value().first().isAfter(today()))
              .toList();
      return input.evidence().fact(claims);
    }
  }

  private static Optional<PartialDate> date(String words) {
    return PartialDates.in(words).stream().map(PartialDates.Place::date).findFirst();
  }
}
