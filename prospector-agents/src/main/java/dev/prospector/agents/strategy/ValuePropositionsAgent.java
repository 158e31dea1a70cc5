package dev.prospector.agents.strategy;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.argument.Quoted;
import dev.prospector.agents.argument.Seller;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.need.BuyingTriggers;
import dev.prospector.agents.need.PainPoints;
import dev.prospector.agents.persona.Persona;
import dev.prospector.agents.writer.Known;
import dev.prospector.context.BusinessContext;
import dev.prospector.context.BusinessContext.Items;
import dev.prospector.lead.LeadStage;
import dev.prospector.model.LanguageModel.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Pairs the strongest pains and triggers with what the seller has for each. */
public final class ValuePropositionsAgent implements ModelAgent<ValuePropositions> {

  private static final int MOST = 3;
  private static final int LONGEST_QUOTE = 180;

  /** Creates the agent; it has no state. */
  public ValuePropositionsAgent() {}

  @Override
  public AgentSpec<ValuePropositions> spec() {
    return AgentSpec.writing(ValuePropositions.KEY)
        .stage(LeadStage.STRATEGY)
        .reading(CompanyProfile.KEY, ContactDetails.KEY)
        .readingIfPresent(PainPoints.KEY, BuyingTriggers.KEY, Persona.KEY, Intake.KEY)
        .readingContext()
        .readingMonth()
        .version(3);
  }

  @Override
  public Prompt prompt() {
    return AskForValues.ASKED.prompt();
  }

  @Override
  public Optional<Question> question(AgentInput input) {
    return AskForValues.question(input);
  }

  @Override
  public Reading<ValuePropositions> read(AgentInput input, Question asked, Answer answer) {
    return AskForValues.read(input, answer, byRules(input));
  }

  @Override
  public ValuePropositions byRules(AgentInput input) {
    return new Work(input).section();
  }

  /** Returns what shows the need of an id; empty if the lead has no pain or trigger of that id. */
  static Optional<Statement> need(AgentInput input, String id) {
    Wording wording = Wording.of(ValuePropositionsAgent.class, input.context().language());
    Optional<Statement> pain =
        Known.painsOf(input).stream()
            .filter(p -> p.id().equals(id))
            .map(PainPoints.Pain::statement)
            .findFirst();
    return pain.or(
        () ->
            Known.triggersOf(input).stream()
                .filter(t -> t.id().equals(id))
                .map(t -> need(t, wording))
                .findFirst());
  }

  private static Statement need(BuyingTriggers.Item trigger, Wording wording) {
    String quote = Quoted.of(trigger.text().known(), LONGEST_QUOTE);
    String key = Quoted.key("value.announces", trigger.text().best());
    return Statement.stated(wording.say(key, quote), List.of(trigger.text().best()));
  }

  private static final class Work {
    private final AgentInput input;
    private final Seller seller;
    private final Wording wording;
    private final List<String> products;
    private final List<String> advantages;
    private final Set<String> used = new HashSet<>();
    private final List<ValuePropositions.Proposition> all = new ArrayList<>();

    Work(AgentInput input) {
      this.input = input;
      this.seller = new Seller(input.context());
      this.wording = Wording.of(ValuePropositionsAgent.class, input.context().language());
      this.products = seller.items(Items.PRODUCTS);
      this.advantages = seller.items(Items.ADVANTAGES);
    }

    ValuePropositions section() {
      List<PainPoints.Pain> pains = Known.painsOf(input);
      List<BuyingTriggers.Item> triggers = Known.triggersOf(input);
      pains.forEach(
          p ->
              add(
                  p.id(),
                  wording.say("value.for-pain", seller.own(p.solves())),
                  p.statement(),
                  p.solves()));
      for (BuyingTriggers.Item t : triggers) {
        String title = wording.say("value.for-trigger", wording.say("TriggerKind." + t.kind()));
        add(t.id(), title, need(t, wording), t.text().known());
      }
      return new ValuePropositions(all, missing(pains.isEmpty() && triggers.isEmpty()));
    }

    private String missing(boolean nothingFound) {
      if (all.size() > 1) {
        return "";
      } else if (nothingFound) {
        return wording.say("value.nothing-found");
      }
      return wording.say(all.isEmpty() ? "value.no-context" : "value.few");
    }

    private void add(String meets, String title, Statement need, String subject) {
      Optional<String> offer = offer(subject);
      if (all.size() >= MOST || offer.isEmpty()) {
        return;
      }
      used.add(offer.get());
      Optional<String> advantage =
          seller
              .nearest(subject, unused(advantages))
              .or(() -> unused(advantages).stream().findFirst());
      advantage.ifPresent(used::add);
      all.add(
          new ValuePropositions.Proposition(
              "v" + (all.size() + 1),
              title,
              meets,
              need,
              Statement.context(wording.say("value.benefit", seller.own(offer.get()))),
              advantage.map(a -> Statement.context(wording.say("value.difference", seller.own(a)))),
              wording.say("value.next")));
    }

    /** The product nearest to the subject; where none is near, the one promise of the context. */
    private Optional<String> offer(String subject) {
      String whole = input.context().text(BusinessContext.Text.VALUE_PROPOSITION);
      return seller
          .nearest(subject, unused(products))
          .or(() -> Optional.of(whole).filter(w -> !w.isBlank() && !used.contains(w)));
    }

    private List<String> unused(List<String> entries) {
      return entries.stream().filter(e -> !used.contains(e)).toList();
    }
  }
}
