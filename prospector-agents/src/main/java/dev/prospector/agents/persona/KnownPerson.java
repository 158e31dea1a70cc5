package dev.prospector.agents.persona;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.writer.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who decides, as later agents give it to a model. */
public final class KnownPerson {

  private KnownPerson() {}

  /** Adds the person whom a source names, as {@code w1}; the input reads the persona. */
  public static void add(AgentInput input, Known known) {
    named(input)
        .ifPresent(
            person -> {
              Statement said =
                  Statement.stated(person.name().best().quote(), List.of(person.name().best()));
              String what = "person who is likely to decide: " + person.role();
              known.add("w1", what, said, Optional.empty());
            });
  }

  /** Returns the role of the person, and that it is assumed where it is, in a line. */
  public static List<String> lines(AgentInput input) {
    List<String> lines = new ArrayList<>();
    input
        .find(Persona.KEY)
        .ifPresent(
            p ->
                lines.add(
                    "the person who decides ("
                        + (p.basis() == Persona.Basis.NAMED ? "named" : "assumed, without a name")
                        + "): "
                        + p.role()));
    return lines;
  }

  private static Optional<Persona.Candidate> named(AgentInput input) {
    return input
        .find(Persona.KEY)
        .filter(p -> p.basis() == Persona.Basis.NAMED)
        .flatMap(p -> p.candidates().stream().findFirst());
  }
}
