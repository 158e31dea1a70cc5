package dev.prospector.agents.draft;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.argument.Statement;
import dev.prospector.context.BusinessContext;
import dev.prospector.context.BusinessContext.Items;
import dev.prospector.context.Language;
import dev.prospector.evidence.Claim;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The gate for texts about one lead: the seller's own words and what may be named back every
 * sentence, quotes of the lead only those that rest on them. Immutable.
 */
public final class LeadGate {

  /** So long a fact may be used that has no end of its own. */
  private static final int FACT_MONTHS = 24;

  private final LocalDate today;
  private final BusinessContext context;
  private final List<String> named;

  private LeadGate(LocalDate today, BusinessContext context, List<String> named) {
    this.today = today;
    this.context = context;
    this.named = List.copyOf(named);
  }

  /** Returns the gate for an input that reads the context and the date. */
  public static LeadGate of(AgentInput input) {
    LocalDate today = input.asOf().atZone(ZoneOffset.UTC).toLocalDate();
    return new LeadGate(today, input.context(), List.of());
  }

  /** Returns this gate for texts that may also hold given words, such as the recipient's name. */
  public LeadGate naming(List<String> words) {
    return new LeadGate(today, context, words);
  }

  /** Returns the language of the texts. */
  public Language language() {
    return context.language();
  }

  /** Returns a claim as a fact until a day; without one, until it is too old. */
  public DraftFact fact(Claim<?> claim, Optional<LocalDate> until) {
    Optional<LocalDate> old =
        claim
            .capturedAt()
            .map(read -> read.atZone(ZoneOffset.UTC).toLocalDate().plusMonths(FACT_MONTHS));
    return new DraftFact(String.valueOf(claim.value()), claim.quote(), until.or(() -> old));
  }

  /** Returns what is found in a text that rests on given facts. */
  public List<Found> judge(String text, List<DraftFact> facts) {
    Grounds grounds =
        new Grounds(
            today, facts, Grounds.textsOf(context), context.items(Items.COMPETITORS), named);
    return DraftGate.of(context.language(), grounds).judge(List.of(text));
  }

  /** Returns what is found in a statement, by what it rests on. */
  public List<Found> judge(Statement statement) {
    return judge(
        statement.text(),
        statement.basis().stream().map(claim -> fact(claim, Optional.empty())).toList());
  }
}
