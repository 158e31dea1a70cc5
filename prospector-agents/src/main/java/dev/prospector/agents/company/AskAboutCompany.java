package dev.prospector.agents.company;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agent.Source;
import dev.prospector.agents.answer.ChoosePassages;
import dev.prospector.agents.answer.Said;
import dev.prospector.agents.prompt.Checks;
import dev.prospector.agents.prompt.Inquiry;
import dev.prospector.agents.website.Website;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Evidence;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.ValueType;
import dev.prospector.evidence.ValueTypes;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.Role;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a model adds to a company's profile: services, customers, places, its age and size, each
 * with the words of a page in which the value itself stands. The rules' findings stay beside them.
 */
final class AskAboutCompany {

  private static final int MOST_BYTES = 24_000;
  private static final List<String> TOPICS =
      List.of(
          "serviços services servicios produtos products soluções solutions oferecemos offer",
          "clientes customers clients casos cases parceiros",
          "cidades cities regiões regions atendemos serve filiais branches estados",
          "fundada founded fundación desde since anos years história history",
          "funcionários colaboradores employees people empleados equipe team");
  static final Inquiry<CompanyAnswer> ASKED =
      Inquiry.of(AskAboutCompany.class, "company-analysis", Role.EXTRACT, CompanyAnswer.class);

  private AskAboutCompany() {}

  private static List<Source> sources(AgentInput input) {
    Website website = input.get(Website.KEY);
    List<Snapshot> pages = website.pages().stream().map(page -> page.snapshot(input)).toList();
    return new ChoosePassages(TOPICS, MOST_BYTES).of(pages);
  }

  /** Returns what a model is given; nothing where there are no pages. */
  static Optional<Question> question(AgentInput input) {
    List<Source> sources = sources(input);
    return sources.isEmpty()
        ? Optional.empty()
        : Optional.of(ASKED.about(input.context()).withSources(sources));
  }

  /** Returns the rules' profile with what holds of an answer. */
  static Reading<CompanyProfile> read(
      AgentInput input, Question asked, Answer answer, CompanyProfile rules) {
    return ASKED.read(
        answer,
        (said, violations) ->
            new Merge(input.evidence(), new Checks(input, asked, violations)).into(rules, said));
  }

  /** Turns statements into claims, and puts them beside the rules'. */
  private record Merge(Evidence evidence, Checks checks) {

    CompanyProfile into(CompanyProfile rules, CompanyAnswer said) {
      List<Claim<Year>> founded = claims("founded", ValueTypes.YEAR, said.founded(), Merge::year);
      List<Claim<Integer>> employees =
          claims("employees", ValueTypes.INTEGER, said.employees(), Merge::count);
      return rules.with(
          fact(rules.employees(), employees),
          fact(rules.founded(), founded),
          names("services", rules.services(), said.services()),
          names("customers", rules.customers(), said.customers()),
          names("places", rules.places(), said.places()));
    }

    private List<Fact.Known<String>> names(
        String field, List<Fact.Known<String>> rules, List<Said> said) {
      List<Claim<String>> all = new ArrayList<>();
      rules.forEach(known -> all.addAll(known.backing()));
      List<Claim<String>> more = claims(field, ValueTypes.TEXT, said, Optional::of);
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
