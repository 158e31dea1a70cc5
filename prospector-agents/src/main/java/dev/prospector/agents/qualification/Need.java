package dev.prospector.agents.qualification;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.argument.ContextLanguage;
import dev.prospector.agents.argument.ScoreRange;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.page.Language;
import dev.prospector.agents.relevance.Sought;
import dev.prospector.agents.website.Website;
import dev.prospector.context.BusinessContext;
import java.util.List;

/**
 * Whether a company has a problem that we solve. A sentence that holds the words of the problem
 * promises a little, one that complains of it in the company's own voice much; silence says
 * nothing.
 */
final class Need {

  private final AgentInput input;
  private final Wording wording;
  private final Quotes quotes;

  Need(AgentInput input, Wording wording, Quotes quotes) {
    this.input = input;
    this.wording = wording;
    this.quotes = quotes;
  }

  Factor factor() {
    Language language = ContextLanguage.of(input.context());
    List<Sought> pains =
        input.context().items(BusinessContext.Items.PAINS).stream()
            .filter(pain -> !pain.isBlank())
            .map(pain -> Sought.of(pain, language))
            .toList();
    if (pains.isEmpty()) {
      return unknown("need.nothing-asked");
    }
    SpokenOf spoken = SpokenOf.problems(pains, input);
    if (spoken.best().isPresent()) {
      return found(spoken);
    }
    boolean hasPages = !input.get(Website.KEY).pages().isEmpty();
    if (!Sought.isComparable(language) || hasPages && !spoken.isComparable()) {
      return unknown("need.not-compared");
    }
    return unknown(hasPages ? "need.unknown" : "need.no-pages");
  }

  private Factor found(SpokenOf spoken) {
    String key = spoken.isOwnComplaint() ? "need.complains" : "need.speaks";
    return Reach.factor(
        Factor.Kind.NEED,
        new ScoreRange(spoken.strength(), 1),
        wording.say(key, spoken.quote(), spoken.sought()),
        spoken.best().map(p -> quotes.of("need", p)).orElse(List.of()));
  }

  private Factor unknown(String key) {
    return Reach.factor(Factor.Kind.NEED, ScoreRange.UNKNOWN, wording.say(key), List.of());
  }
}
