package dev.prospector.agents.writer;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.argument.Ground;
import dev.prospector.agents.argument.OpenQuestion;
import dev.prospector.agents.argument.Overlap;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.draft.DraftFact;
import dev.prospector.agents.draft.Found;
import dev.prospector.agents.draft.LeadGate;
import dev.prospector.agents.heard.MachineOrders;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.prompt.Argued;
import dev.prospector.evidence.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Accepts what a model wrote for people: within its length, without mark-up, resting on ids that
 * exist, and past the gate. What is not accepted is told under its path, and falls alone.
 */
public final class AcceptText {

  /** From this share of common words on, a sentence says what its quotes say. */
  private static final double SAYS_THE_SAME = 0.5;

  /** Mark-up, formulas of spreadsheets, breaks and control characters. */
  private static final Expression NO_PROSE =
      Expression.of(
          "[<>`|\\\\\\p{Cc}\\p{Cf}]|\\]\\(|\\*\\*|^[=+@#-]|^\\d{1,2}\\.\\s|&#?[\\p{L}\\p{N}]{2,8};");

  private final Known known;
  private final LeadGate gate;
  private final List<String> violations;
  private final List<Found> found = new ArrayList<>();

  private AcceptText(Known known, LeadGate gate, List<String> violations) {
    this.known = known;
    this.gate = gate;
    this.violations = violations;
  }

  /**
   * Returns the check of one answer.
   *
   * @param violations to which is added what is wrong
   */
  public static AcceptText of(AgentInput input, Known known, List<String> violations) {
    return of(input, known, List.of(), violations);
  }

  /**
   * Returns the check of one answer whose texts may also hold given words.
   *
   * @param named such as the figures that code computed
   * @param violations to which is added what is wrong
   */
  public static AcceptText of(
      AgentInput input, Known known, List<String> named, List<String> violations) {
    List<String> all = new ArrayList<>(known.names());
    all.addAll(named);
    return new AcceptText(known, LeadGate.of(input).naming(all), violations);
  }

  /** Returns what the gate found so far. */
  public List<Found> found() {
    return List.copyOf(found);
  }

  /** Tells that something is wrong. */
  public void refuse(String path, String why) {
    violations.add(path + ": " + why);
  }

  /** Returns a sentence as a statement; empty if it is refused. */
  public Optional<Statement> statement(String path, Argued line, int most) {
    List<Known.Item> basis = new ArrayList<>();
    for (String id : line.ids()) {
      Optional<Known.Item> item = known.item(id);
      if (item.isEmpty()) {
        refuse(path, "rests on '" + cut(id) + "', and there is none");
        return Optional.empty();
      }
      basis.add(item.get());
    }
    return passes(path, line.said(), most, basis)
        ? Optional.of(statement(line.said(), basis))
        : Optional.empty();
  }

  /** Returns a statement that rests on the lead's own sources; empty if it is refused. */
  public Optional<Statement> grounded(String path, Argued line, int most) {
    Optional<Statement> statement = statement(path, line, most);
    if (statement.isPresent() && statement.get().basis().isEmpty()) {
      refuse(path, "rests on nothing that a source says of the company");
      return Optional.empty();
    }
    return statement;
  }

  /** Returns a text that may rest on everything that is known; empty if it is refused. */
  public Optional<String> text(String path, String text, int most) {
    return passes(path, text, most, known.items()) ? Optional.of(text) : Optional.empty();
  }

  /** Returns whether every quantity of a text stands in the seller's own words. */
  public boolean hasOnlyTheSellersFigures(String path, String text) {
    List<Found> figures =
        gate.judge(text, List.of()).stream()
            .filter(f -> f.kind() == Found.Kind.NUMBER || f.kind() == Found.Kind.MONEY)
            .toList();
    figures.forEach(f -> refuse(path, "says '" + cut(f.text()) + "', which the seller does not"));
    return figures.isEmpty();
  }

  /** Returns whether a line rests on something of a kind. */
  public boolean restsOn(Argued line, Known.Source source) {
    return line.ids().stream()
        .flatMap(id -> known.item(id).stream())
        .anyMatch(item -> item.source() == source);
  }

  /** Returns an open question; empty if it is refused. */
  public Optional<String> question(String path, String text, int most) {
    if (!text.isEmpty() && !OpenQuestion.is(text, gate.language())) {
      refuse(path, "is no open question that ends in a question mark");
      return Optional.empty();
    }
    return text(path, text, most);
  }

  private static Statement statement(String words, List<Known.Item> basis) {
    List<Claim<String>> claims =
        basis.stream().flatMap(item -> item.claims().stream()).distinct().toList();
    if (claims.isEmpty()) {
      boolean own = !basis.isEmpty() && basis.stream().noneMatch(Known.Item::isLead);
      return own ? Statement.context(words) : Statement.assumed(words);
    }
    boolean stated = basis.stream().noneMatch(item -> item.ground() == Ground.SIGNALLED);
    String quotes = claims.stream().map(Claim::quote).collect(Collectors.joining(" "));
    boolean same = stated && Overlap.of(words, quotes) >= SAYS_THE_SAME;
    return same ? Statement.stated(words, claims) : Statement.signalled(words, claims);
  }

  private boolean passes(String path, String text, int most, List<Known.Item> basis) {
    if (text.isEmpty()) {
      refuse(path, "says nothing");
    } else if (text.codePointCount(0, text.length()) > most) {
      refuse(path, "is longer than " + most + " characters");
    } else if (NO_PROSE.isIn(text) || MachineOrders.address(text)) {
      refuse(path, "is no plain sentence");
    } else {
      return judge(path, text, basis);
    }
    return false;
  }

  private boolean judge(String path, String text, List<Known.Item> basis) {
    List<DraftFact> facts = new ArrayList<>();
    for (Known.Item item : basis) {
      item.claims().forEach(claim -> facts.add(gate.fact(claim, item.until())));
    }
    List<Found> here = gate.judge(text, facts);
    found.addAll(here);
    here.forEach(
        f -> refuse(path, "says '" + cut(f.text()) + "' (" + f.kind() + "), which nothing backs"));
    return here.isEmpty();
  }

  private static String cut(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60);
  }
}
