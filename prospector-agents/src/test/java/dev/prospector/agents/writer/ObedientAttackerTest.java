package dev.prospector.agents.writer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.draft.Limits;
import dev.prospector.agents.outreach.Briefing;
import dev.prospector.agents.outreach.Messages;
import dev.prospector.agents.persona.Persona;
import dev.prospector.agents.prompt.PromptLead;
import dev.prospector.agents.strategy.ActionPlan;
import dev.prospector.agents.strategy.ApproachPlan;
import dev.prospector.agents.strategy.Objections;
import dev.prospector.agents.strategy.StrategicQuestions;
import dev.prospector.agents.strategy.StrategyEvaluation;
import dev.prospector.agents.strategy.StrategyOptions;
import dev.prospector.agents.strategy.ValuePropositions;
import dev.prospector.dossier.Section;
import dev.prospector.dossier.SectionCodec;
import dev.prospector.run.LeadResult;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * An attacker in the model's place of every writer. So many behaviours are tried as the system
 * property {@code attacks} says, 200 without it.
 */
class ObedientAttackerTest {

  private static final int ATTACKS = Integer.getInteger("attacks", 200);

  private static final List<Section<?>> WRITTEN =
      List.of(
          Persona.KEY,
          ValuePropositions.KEY,
          StrategicQuestions.KEY,
          StrategyOptions.KEY,
          StrategyEvaluation.KEY,
          ActionPlan.KEY,
          ApproachPlan.KEY,
          Objections.KEY,
          Messages.KEY,
          Briefing.KEY);

  private final SectionCodec codec = new SectionCodec();

  @Test
  void nothingOfTheAttackersComesThrough() {
    LeadResult rules = PromptLead.run(new AnsweringModel());
    Map<Object, String> recipients = recipients(rules);
    int behaviours = 0;
    int byModel = 0;
    for (long seed = 1; behaviours < ATTACKS; seed++) {
      AttackingModel attacker =
          seed % 2 == 0 ? new AttackingModel(seed) : AttackingModel.joined(seed);
      LeadResult result = PromptLead.run(attacker);
      behaviours += attacker.behaviours();
      assertThat(result.dossier().entries()).as("seed %d", seed).hasSize(23);
      byModel += WRITTEN.stream().mapToInt(section -> holds(result, section)).sum();
      Messages messages = find(result, Messages.KEY);
      assertThat(recipients(result)).isEqualTo(recipients);
      messages.drafts().forEach(draft -> holds(draft, find(rules, Messages.KEY)));
      plans(result, rules);
    }
    assertThat(byModel).as("some of what a model says comes through").isPositive();
  }

  private static <T> T find(LeadResult result, Section<T> section) {
    return result.dossier().find(section).orElseThrow();
  }

  private static Map<Object, String> recipients(LeadResult result) {
    return find(result, Messages.KEY).drafts().stream()
        .collect(Collectors.toMap(d -> List.of(d.channel(), d.kind()), d -> d.recipient().value()));
  }

  /** Returns 1 if a model had a part in the section; what is found is told, and so left out. */
  private <T> int holds(LeadResult result, Section<T> section) {
    T value = find(result, section);
    Object shown =
        value instanceof Messages m
            ? new Messages(m.drafts().stream().map(ObedientAttackerTest::withoutFound).toList(), "")
            : value;
    String json = codec.encode(section, section.type().cast(shown));
    assertThat(AttackingModel.MARKS).as(section.name()).noneMatch(json::contains);
    boolean byModel =
        result.dossier().entry(section).orElseThrow().provenance().author()
            == dev.prospector.dossier.Author.MODEL;
    return byModel ? 1 : 0;
  }

  private static Messages.Draft withoutFound(Messages.Draft d) {
    return new Messages.Draft(
        d.channel(),
        d.recipient(),
        d.kind(),
        d.subject(),
        d.sentences(),
        d.optOut(),
        d.source(),
        d.length(),
        d.origin(),
        List.of());
  }

  private static void holds(Messages.Draft draft, Messages rules) {
    Messages.Draft rule =
        rules.drafts().stream()
            .filter(d -> d.channel() == draft.channel() && d.kind() == draft.kind())
            .findFirst()
            .orElseThrow();
    assertThat(draft.optOut()).isEqualTo(rule.optOut());
    assertThat(draft.source()).isEqualTo(rule.source());
    assertThat(draft.sentences().get(0)).isEqualTo(rule.sentences().get(0));
    if (draft.origin() == Messages.Origin.MODEL) {
      assertThat(draft.found()).isEmpty();
      assertThat(draft.length()).isLessThanOrEqualTo(Limits.most(draft.channel()));
    } else {
      assertThat(draft.sentences()).isEqualTo(rule.sentences());
    }
  }

  private static void plans(LeadResult result, LeadResult rules) {
    List<ContactDetails.Channel> there = find(rules, ContactDetails.KEY).channels();
    ActionPlan plan = find(result, ActionPlan.KEY);
    assertThat(plan.steps()).allMatch(s -> there.contains(s.channel()));
    assertThat(plan.steps()).extracting(ActionPlan.Step::day).isSorted().doesNotHaveDuplicates();
    assertThat(find(result, StrategyOptions.KEY).options())
        .extracting(StrategyOptions.Option::angle)
        .doesNotHaveDuplicates();
    assertThat(find(result, Persona.KEY).goals()).extracting(Statement::text).hasSizeBetween(1, 3);
    assertThat(find(result, Objections.KEY).objections()).hasSizeBetween(3, 5);
    assertThat(find(result, Briefing.KEY).found()).isEmpty();
  }
}
