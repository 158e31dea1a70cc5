package dev.prospector.agents.company;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.answer.Said;
import dev.prospector.agents.company.industry.Industry;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.passage.LeadText;
import dev.prospector.agents.prompt.Checks;
import dev.prospector.agents.prompt.Inquiry;
import dev.prospector.context.Language;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Evidence;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.value.ValueType;
import dev.prospector.evidence.value.ValueTypes;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.Role;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a model adds to a company's profile: its industry where it is open, services, customers,
 * places, its age and size, and what it complains of, each with the words in which the value itself
 * stands. The rules' findings stay beside them.
 */
final class AskAboutCompany {

  static final Inquiry<CompanyAnswer> ASKED =
      Inquiry.of(AskAboutCompany.class, "company-analysis", Role.EXTRACT, CompanyAnswer.class);

  /** Of a service, name, place or challenge, in characters. */
  private static final int LONGEST = 80;

  private AskAboutCompany() {}

  /** Returns what a model is given; nothing where there are no texts. */
  static Optional<Question> question(AgentInput input) throws InterruptedException {
    List<LeadText> texts = new ArrayList<>(LeadText.ofSite(input));
    texts.addAll(LeadText.ofDocuments(input, input.get(Intake.KEY)));
    Question question = ASKED.with(ASKED.about(input.context()), input, texts);
    return Optional.of(question).filter(q -> !q.sources().isEmpty());
  }

  /** Returns the rules' profile with what holds of an answer. */
  static Reading<CompanyProfile> read(
      AgentInput input, Question asked, Answer answer, CompanyProfile rules) {
    return ASKED.read(
        answer,
        (said, violations) ->
            new Merge(
                    input.evidence(),
                    new Checks(input, asked, violations),
                    input.context().language())
                .into(rules, said));
  }

  /** Turns statements into claims, and puts them beside the rules'. */
  private record Merge(Evidence evidence, Checks checks, Language language) {

    CompanyProfile into(CompanyProfile rules, CompanyAnswer said) {
      List<Claim<Year>> founded = claims("founded", ValueTypes.YEAR, said.founded(), Merge::year);
      List<Claim<Integer>> employees =
          claims("employees", ValueTypes.INTEGER, said.employees(), Merge::count);
      Fact<Industry> industry = fact(rules.industry(), industry(said));
      return new CompanyProfile(
          industry,
          industry.value().map(i -> i.label(language)).orElse(""),
          rules.likely(),
          fact(rules.employees(), employees),
          rules.size(),
          fact(rules.founded(), founded),
          names("services", rules.services(), said.services()),
          names("customers", rules.customers(), said.customers()),
          names("places", rules.places(), said.places()),
          rules.trades(),
          rules.description(),
          rules.openingHours(),
          rules.yearsActive(),
          challenges(rules.challenges(), said.challenges()),
          rules.values(),
          rules.activities(),
          rules.sellsTo(),
          rules.ruledOut());
    }

    /** An industry of the closed vocabulary, named by the words that are quoted. */
    private List<Claim<Industry>> industry(CompanyAnswer said) {
      List<Claim<Industry>> claims = new ArrayList<>();
      for (int i = 0; i < said.industry().size(); i++) {
        CompanyAnswer.Judged judged = said.industry().get(i);
        String at = "/industry/" + i;
        checks
            .derived(
                at, "industry", IndustryWords.TYPE, judged.said(), t -> Optional.of(judged.code()))
            .ifPresent(claims::add);
      }
      return claims;
    }

    /** What the company complains of in its own voice, in its own words. */
    private List<Fact.Known<String>> challenges(List<Fact.Known<String>> rules, List<Said> said) {
      return names("challenges", rules, said).stream()
          .filter(k -> k.best().publisher() == Snapshot.Publisher.COMPANY)
          .limit(StatedChallenges.MOST)
          .toList();
    }

    private List<Fact.Known<String>> names(
        String field, List<Fact.Known<String>> rules, List<Said> said) {
      List<Claim<String>> all = new ArrayList<>();
      rules.forEach(known -> all.addAll(known.backing()));
      List<Claim<String>> more =
          claims(
              field,
              ValueTypes.TEXT,
              said,
              text -> Optional.of(text).filter(t -> t.length() <= LONGEST));
      more.stream()
          .filter(claim -> rules.stream().noneMatch(k -> same(k.known(), claim.value())))
          .forEach(all::add);
      return evidence.findings(all);
    }

    private static boolean same(String one, String other) {
      return one.strip().equalsIgnoreCase(other.strip());
    }

    /** Where rules know, a model's word neither changes nor contradicts it. */
    private <T> Fact<T> fact(Fact<T> rules, List<Claim<T>> more) {
      return rules instanceof Fact.Unknown ? evidence.fact(more) : rules;
    }

    private <T> List<Claim<T>> claims(
        String field, ValueType<T> type, List<Said> said, Function<String, Optional<T>> reader) {
      List<Claim<T>> claims = new ArrayList<>();
      for (int i = 0; i < said.size(); i++) {
        checks
            .derived("/" + field + "/" + i, field, type, said.get(i), reader)
            .ifPresent(claims::add);
      }
      return claims;
    }

    private static Optional<Year> year(String text) {
      return text.matches("[12]\\d{3}") ? Optional.of(Year.parse(text)) : Optional.empty();
    }

    private static Optional<Integer> count(String text) {
      String digits = text.replaceAll("[.,\\s]", "");
      return digits.matches("[1-9]\\d{0,6}")
          ? Optional.of(Integer.valueOf(digits))
          : Optional.empty();
    }
  }
}
