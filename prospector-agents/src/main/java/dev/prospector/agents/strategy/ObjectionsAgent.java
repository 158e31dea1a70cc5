package dev.prospector.agents.strategy;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.argument.Ground;
import dev.prospector.agents.argument.Seller;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.company.SizeBand;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.need.BuyingTriggers;
import dev.prospector.agents.need.PainPoints;
import dev.prospector.agents.persona.Persona;
import dev.prospector.agents.rival.Competitors;
import dev.prospector.agents.strategy.Objections.Answer;
import dev.prospector.agents.strategy.Objections.Category;
import dev.prospector.agents.strategy.Objections.Objection;
import dev.prospector.context.BusinessContext.Items;
import dev.prospector.lead.LeadStage;
import dev.prospector.model.LanguageModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Foresees objections by what is there: a supplier, the size, old tools, no stated pain. */
public final class ObjectionsAgent implements ModelAgent<Objections> {

  private static final int LEAST = 3;
  private static final int MOST = 5;

  /** Creates the agent; it has no state. */
  public ObjectionsAgent() {}

  @Override
  public AgentSpec<Objections> spec() {
    return AgentSpec.writing(Objections.KEY)
        .stage(LeadStage.STRATEGY)
        .reading(ApproachPlan.KEY, CompanyProfile.KEY, ContactDetails.KEY)
        .readingIfPresent(
            Persona.KEY, Competitors.KEY, PainPoints.KEY, BuyingTriggers.KEY, Intake.KEY)
        .readingContext()
        .readingMonth()
        .version(3);
  }

  @Override
  public Prompt prompt() {
    return AskForObjections.ASKED.prompt();
  }

  @Override
  public Optional<Question> question(AgentInput input) {
    return AskForObjections.question(input);
  }

  @Override
  public Reading<Objections> read(AgentInput input, Question asked, LanguageModel.Answer answer) {
    return AskForObjections.read(input, answer, byRules(input));
  }

  @Override
  public Objections byRules(AgentInput input) {
    return new Work(input).section();
  }

  /** That there is no proof at hand. */
  static String noProof(AgentInput input) {
    return Wording.of(ObjectionsAgent.class, input.context().language()).say("proof.none");
  }

  private static final class Work {
    private final AgentInput input;
    private final Wording wording;
    private final Seller seller;
    private final List<Objection> all = new ArrayList<>();

    Work(AgentInput input) {
      this.input = input;
      this.wording = Wording.of(ObjectionsAgent.class, input.context().language());
      this.seller = new Seller(input.context());
    }

    Objections section() {
      Optional<Statement> stated = statedPain();
      supplier();
      if (stated.isEmpty()) {
        add(Category.NEED, "objection.NEED", Answer.ASK, null);
      }
      add(
          Category.COST,
          isSmall() ? "objection.COST.small" : "objection.COST",
          stated.isPresent() ? Answer.COST_OF_WAITING : Answer.REFRAME,
          stated.orElse(null));
      add(Category.COMPLEXITY, "objection.COMPLEXITY", Answer.PROOF, advantage());
      if (all.size() < LEAST) {
        add(Category.TIME, "objection.TIME", Answer.SMALL_STEP, null);
      }
      return new Objections(all.stream().limit(MOST).toList());
    }

    private Optional<Statement> statedPain() {
      return input.find(PainPoints.KEY).map(PainPoints::pains).orElse(List.of()).stream()
          .map(PainPoints.Pain::statement)
          .filter(s -> s.ground() == Ground.STATED)
          .findFirst();
    }

    private boolean isSmall() {
      return input
          .get(CompanyProfile.KEY)
          .size()
          .value()
          .filter(s -> s == SizeBand.MICRO || s == SizeBand.SMALL)
          .isPresent();
    }

    private void supplier() {
      Optional<Competitors> competitors = input.find(Competitors.KEY);
      Optional<Statement> seen =
          competitors.stream()
              .flatMap(c -> c.ours().stream())
              .map(o -> Statement.stated(wording.say("seen", o.name()), List.of(o.where().best())))
              .findFirst()
              .or(
                  () ->
                      competitors.stream()
                          .flatMap(c -> c.suppliers().stream())
                          .filter(this::isLikeOurs)
                          .map(
                              s ->
                                  Statement.stated(
                                      wording.say("seen", s.name().known()),
                                      List.of(s.name().best())))
                          .findFirst());
      seen.ifPresent(s -> add(Category.COMPETITION, "objection.COMPETITION", Answer.ASK, s));
    }

    /** Who supplies something else, such as a shop system, is no reason not to buy from us. */
    private boolean isLikeOurs(Competitors.Named supplier) {
      boolean replaced = supplier.replaced().value().filter(yes -> yes).isPresent();
      return replaced || seller.nearest(supplier.what(), seller.items(Items.PRODUCTS)).isPresent();
    }

    private @Nullable Statement advantage() {
      return seller.items(Items.ADVANTAGES).stream()
          .findFirst()
          .map(a -> Statement.context(wording.say("proof.context", seller.own(a))))
          .orElse(null);
    }

    private void add(Category category, String key, Answer by, @Nullable Statement proof) {
      Answer answer = by == Answer.PROOF && proof == null ? Answer.SMALL_STEP : by;
      all.add(
          new Objection(
              category,
              wording.say(key),
              answer,
              wording.say("answer." + category + "." + answer),
              Optional.ofNullable(proof),
              proof == null ? wording.say("proof.none") : ""));
    }
  }
}
