package dev.prospector.agents.qualification;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.prompt.Checks;
import dev.prospector.context.BusinessContext;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Derivation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the arguments of a model that hold: the quote stands in its source, says something, is not
 * about another company, and was not used before; the sentence names no number and no person that
 * neither quote nor context names.
 */
final class AcceptArguments {

  static final int MOST = 12;
  private static final int LONGEST = 200;
  private static final int FEWEST_WORDS = 3;

  private final AgentInput input;
  private final Checks checks;
  private final Set<String> quoted = new HashSet<>();

  AcceptArguments(AgentInput input, Checks checks) {
    this.input = input;
    this.checks = checks;
  }

  List<Argument> of(QualificationAnswer answer) {
    List<Argument> accepted = new ArrayList<>();
    for (int i = 0; i < answer.arguments().size(); i++) {
      QualificationAnswer.Item item = answer.arguments().get(i);
      String at = "/arguments/" + i;
      Optional<Claim<String>> said =
          checks.says(at, "argument", item.argument(), LONGEST).filter(c -> stands(at, item, c));
      if (said.isPresent() && accepted.size() == MOST) {
        checks.fails(at, "there are more than " + MOST);
      } else {
        said.ifPresent(claim -> accepted.add(new Argument(item.factor(), item.side(), claim)));
      }
    }
    return accepted;
  }

  private boolean stands(String at, QualificationAnswer.Item item, Claim<String> said) {
    return objection(item, said).map(why -> checks.fails(at, why)).orElse(true);
  }

  private Optional<String> objection(QualificationAnswer.Item item, Claim<String> said) {
    String quote = said.quote().strip().replaceAll("\\s+", " ");
    if (quote.split(" ").length < FEWEST_WORDS) {
      return Optional.of("its quote is less than three words");
    }
    boolean derived = said.derivation() == Derivation.DERIVED;
    if (!derived && said.value().split("\\s+").length < FEWEST_WORDS) {
      return Optional.of("its value is no sentence, and does not stand in its quote");
    }
    Optional<String> invented = new Unbacked(known(quote)).in(said.value());
    if (invented.isPresent()) {
      return Optional.of("its value says '" + invented.get() + "', and its quote does not");
    }
    boolean first = quoted.add(item.factor() + " " + quote.toLowerCase(Locale.ROOT));
    return first ? Optional.empty() : Optional.of("its quote was used for this factor before");
  }

  /** What a sentence may name: its quote, the company, and what the host says of itself. */
  private String known(String quote) {
    StringBuilder known = new StringBuilder(quote);
    known.append(' ').append(input.get(Intake.KEY).name().value().orElse(""));
    BusinessContext context = input.context();
    for (BusinessContext.Text text : BusinessContext.Text.values()) {
      known.append(' ').append(context.text(text));
    }
    for (BusinessContext.Items items : BusinessContext.Items.values()) {
      known.append(' ').append(String.join(" ", context.items(items)));
    }
    return known.toString();
  }
}
