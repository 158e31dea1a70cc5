package dev.prospector.agents.strategy;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agents.argument.Quoted;
import dev.prospector.agents.argument.Seller;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.need.BuyingTriggers;
import dev.prospector.agents.need.PainPoints;
import dev.prospector.agents.persona.Persona;
import dev.prospector.context.BusinessContext;
import dev.prospector.context.BusinessContext.Items;
import dev.prospector.lead.LeadStage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Pairs the strongest pains and triggers with what the seller has for each. */
public final class ValuePropositionsAgent implements Agent<ValuePropositions> {

  private static final int MOST = 3;
  private static final int LONGEST_QUOTE = 180;

  /** Creates the agent; it has no state. */
  public ValuePropositionsAgent() {}

  @Override
  public AgentSpec<ValuePropositions> spec() {
    return AgentSpec.writing(ValuePropositions.KEY)
        .stage(LeadStage.STRATEGY)
        .reading(CompanyProfile.KEY, ContactDetails.KEY)
        .readingIfPresent(PainPoints.KEY, BuyingTriggers.KEY, Persona.KEY)
        .readingContext()
        .version(1);
  }

  @Override
  public ValuePropositions byRules(AgentInput input) {
    return new Work(input).section();
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
      List<PainPoints.Pain> pains =
          input.find(PainPoints.KEY).map(PainPoints::pains).orElse(List.of());
      List<BuyingTriggers.Item> triggers =
          input.find(BuyingTriggers.KEY).map(BuyingTriggers::triggers).orElse(List.of());
      pains.forEach(
          p ->
              add(
                  p.id(),
                  wording.say("value.for-pain", seller.own(p.solves())),
                  p.statement(),
                  p.solves()));
      for (BuyingTriggers.Item t : triggers) {
        String quote = Quoted.of(t.text().known(), LONGEST_QUOTE);
        Statement need =
            Statement.stated(wording.say("value.announces", quote), List.of(t.text().best()));
        String title = wording.say("value.for-trigger", wording.say("TriggerKind." + t.kind()));
        add(t.id(), title, need, t.text().known());
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
