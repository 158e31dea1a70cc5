package dev.prospector.agents.qualification;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.argument.ScoreRange;
import dev.prospector.agents.argument.Wording;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Derivation;
import java.util.ArrayList;
import java.util.List;

/** Moves the factors of a verdict by arguments, and weighs again. */
final class ArguedVerdict {

  private static final double BY_DERIVED = 0.1;
  private static final double BY_QUOTED = 0.05;

  /** What all arguments together may move a factor by. */
  private static final double MOST = 0.2;

  private ArguedVerdict() {}

  static Qualification of(Qualification rules, List<Argument> arguments, AgentInput input) {
    if (arguments.isEmpty()) {
      return rules;
    }
    List<Factor> moved = rules.factors().stream().map(f -> moved(f, arguments)).toList();
    return new Verdict(
            moved,
            arguments,
            rules.exclusion(),
            Wording.of(QualificationAgent.class, input.context().language()))
        .qualification();
  }

  private static Factor moved(Factor factor, List<Argument> arguments) {
    List<Argument> own = arguments.stream().filter(a -> a.factor() == factor.kind()).toList();
    double by = own.stream().mapToDouble(ArguedVerdict::weight).sum();
    double within = Math.max(-MOST, Math.min(MOST, by));
    List<Claim<String>> evidence = new ArrayList<>(factor.evidence());
    own.forEach(a -> evidence.add(a.said()));
    ScoreRange value = factor.value();
    ScoreRange now = new ScoreRange(bounded(value.low() + within), bounded(value.high() + within));
    return new Factor(factor.kind(), factor.weight(), now, factor.reason(), evidence);
  }

  private static double weight(Argument argument) {
    double weight = argument.said().derivation() == Derivation.DERIVED ? BY_DERIVED : BY_QUOTED;
    return argument.side() == Argument.Side.FOR ? weight : -weight;
  }

  private static double bounded(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
