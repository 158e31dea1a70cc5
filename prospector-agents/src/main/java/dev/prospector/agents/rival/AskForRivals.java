package dev.prospector.agents.rival;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.answer.Said;
import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.argument.Ground;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.draft.DraftGate;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.passage.LeadText;
import dev.prospector.agents.prompt.Checks;
import dev.prospector.agents.prompt.Facts;
import dev.prospector.agents.prompt.Inquiry;
import dev.prospector.agents.research.ExternalIntelligence;
import dev.prospector.agents.rival.Competitors.Named;
import dev.prospector.agents.rival.Competitors.Role;
import dev.prospector.context.BusinessContext;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.value.ValueTypes;
import dev.prospector.model.LanguageModel.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a model adds to the companies that rules find: further ones that a source names as rival,
 * supplier or partner, and what a source says for and against them. The rules' companies stand.
 */
final class AskForRivals {

  static final Inquiry<RivalAnswer> ASKED =
      Inquiry.of(
          AskForRivals.class, "competitors", dev.prospector.model.Role.REASON, RivalAnswer.class);

  private static final int MOST = 6;
  private static final int LONGEST = 220;
  private static final int LONGEST_WHAT = 60;

  /** A quote says what a company is to the lead only with words besides its name. */
  private static final int FEWEST_WORDS_BESIDES = 3;

  private AskForRivals() {}

  static Optional<Question> question(AgentInput input, Competitors rules)
      throws InterruptedException {
    Facts facts = new Facts();
    all(rules)
        .forEach(n -> facts.add(id(n), n.role().name(), n.name().known(), n.name().backing()));
    List<LeadText> texts = new ArrayList<>(LeadText.ofSite(input));
    texts.addAll(LeadText.ofDocuments(input, input.get(Intake.KEY)));
    input
        .find(ExternalIntelligence.KEY)
        .ifPresent(external -> texts.addAll(LeadText.ofClaims(input, others(external))));
    Map<String, String> counts = Map.of("most", String.valueOf(MOST));
    Question question = ASKED.about(input.context(), counts).withFacts(facts.lines());
    return Optional.of(ASKED.with(question, input, texts)).filter(q -> !q.sources().isEmpty());
  }

  private static List<Claim<String>> others(ExternalIntelligence external) {
    return external.findings().stream()
        .map(finding -> finding.text().best())
        .filter(claim -> claim.publisher() == Snapshot.Publisher.THIRD_PARTY)
        .toList();
  }

  private static Stream<Named> all(Competitors rules) {
    return Stream.concat(rules.rivals().stream(), rules.suppliers().stream());
  }

  private static String id(Named named) {
    return Folded.of(named.name().known());
  }

  static Reading<Competitors> read(
      AgentInput input, Question asked, Answer answer, Competitors rules) {
    return ASKED.read(
        answer,
        (said, violations) -> {
          String name = input.get(Intake.KEY).name().value().orElse("");
          return new Merge(input, new Checks(input, asked, violations).naming(name))
              .into(rules, said);
        });
  }

  private record Merge(AgentInput input, Checks checks) {

    Competitors into(Competitors rules, RivalAnswer said) {
      List<Named> named = new ArrayList<>(all(rules).toList());
      for (int i = 0; i < said.companies().size(); i++) {
        add("/companies/" + i, said.companies().get(i), named);
      }
      List<Named> rivals = of(named, true);
      List<Named> suppliers = of(named, false);
      boolean nothing = rivals.isEmpty() && suppliers.isEmpty();
      return new Competitors(rivals, suppliers, rules.ours(), nothing ? rules.missing() : "");
    }

    private static List<Named> of(List<Named> named, boolean rivals) {
      return named.stream().filter(n -> (n.role() == Role.RIVAL) == rivals).limit(MOST).toList();
    }

    private void add(String at, RivalAnswer.Item item, List<Named> named) {
      Optional<Claim<String>> claim =
          checks
              .derived(at, "company", ValueTypes.PROPER_NAME, item.name(), Optional::of)
              .filter(c -> isAnother(at, c));
      if (claim.isEmpty()) {
        return;
      }
      Claim<String> name = claim.get();
      Optional<Statement> strength = opinion(at + "/strength", item.strengths(), name);
      Optional<Statement> weakness = opinion(at + "/weakness", item.weaknesses(), name);
      for (int i = 0; i < named.size(); i++) {
        if (id(named.get(i)).equals(Folded.of(name.value()))) {
          named.set(i, named.get(i).withOpinions(strength, weakness));
          return;
        }
      }
      named.add(
          new Named(
              input.evidence().findings(List.of(name)).get(0),
              item.role(),
              what(at, item, name),
              strength,
              weakness,
              Fact.unknown()));
    }

    /** Neither the lead nor the seller, and no customer or place of the lead. */
    private boolean isAnother(String at, Claim<String> name) {
      String folded = Folded.of(name.value());
      String self = Folded.of(input.get(Intake.KEY).name().value().orElse(""));
      boolean lead = !self.isEmpty() && (folded.contains(self) || self.contains(folded));
      CompanyProfile profile = input.get(CompanyProfile.KEY);
      boolean other =
          Stream.concat(profile.customers().stream(), profile.places().stream())
              .anyMatch(known -> Folded.of(known.known()).equals(folded));
      if (lead || other || isSeller(folded)) {
        return checks.fails(at, "it is the lead, the seller, or a customer or place of the lead");
      }
      int besides = DraftGate.words(name.quote()) - DraftGate.words(name.value());
      return besides >= FEWEST_WORDS_BESIDES
          || checks.fails(at, "its quote does not say what it is to the lead");
    }

    private boolean isSeller(String folded) {
      return Stream.concat(
              Stream.of(input.context().text(BusinessContext.Text.WHAT_WE_SELL)),
              input.context().items(BusinessContext.Items.PRODUCTS).stream())
          .anyMatch(own -> Folded.of(own).contains(folded));
    }

    private String what(String at, RivalAnswer.Item item, Claim<String> name) {
      String what = item.purpose();
      if (what.isEmpty()) {
        return "";
      }
      boolean quoted =
          what.length() <= LONGEST_WHAT && Folded.of(name.quote()).contains(Folded.of(what));
      return quoted || checks.fails(at + "/what", "it does not stand in the quote") ? what : "";
    }

    /** What a source says of a company, where its words name it. */
    private Optional<Statement> opinion(String at, List<Said> said, Claim<String> name) {
      return said.stream()
          .limit(1)
          .flatMap(s -> checks.statement(at, "company", s, Ground.STATED, LONGEST).stream())
          .filter(
              statement ->
                  Folded.of(statement.basis().get(0).quote()).contains(Folded.of(name.value()))
                      || checks.fails(at, "its quote does not name the company"))
          .findFirst();
    }
  }
}
