package dev.prospector.agents.prompt;

import dev.prospector.agents.argument.Quoted;
import dev.prospector.agents.argument.Statement;
import dev.prospector.evidence.Claim;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was accepted of a lead before, for a question: each with an id by which an answer refers to
 * it. Confined to one step.
 */
public final class Facts {

  private static final int LONGEST_TEXT = 240;
  private static final int LONGEST_QUOTE = 240;

  private final Map<String, Fact> byId = new LinkedHashMap<>();

  /**
   * One of them.
   *
   * @param id by which it is referred to
   * @param kind what it is, as the prompt calls it
   * @param text what it says
   * @param basis the quotes behind it; empty for an assumption or the seller's own words
   */
  public record Fact(String id, String kind, String text, List<Claim<?>> basis) {

    /** Fixes the list. */
    public Fact {
      basis = List.copyOf(basis);
    }

    private String line() {
      String said = Quoted.cut(text, LONGEST_TEXT);
      Optional<String> quote = basis.stream().map(Claim::quote).findFirst();
      return id
          + " | "
          + kind
          + " | "
          + said
          + quote.map(q -> " | " + Quoted.of(q, LONGEST_QUOTE)).orElse("");
    }
  }

  /** Adds a fact; the first of an id stands. */
  public Facts add(String id, String kind, String text, List<? extends Claim<?>> basis) {
    if (!text.isBlank()) {
      byId.putIfAbsent(id, new Fact(id, kind, text, List.copyOf(basis)));
    }
    return this;
  }

  /** Adds a statement for people. */
  public Facts add(String id, String kind, Statement statement) {
    return add(id, kind, statement.text(), statement.basis());
  }

  /** Returns the fact of an id. */
  public Optional<Fact> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Returns the quotes behind facts, each once, in the order of the ids. */
  public List<Claim<?>> basis(Collection<String> ids) {
    List<Claim<?>> basis = new ArrayList<>();
    ids.stream().map(this::find).flatMap(Optional::stream).forEach(f -> basis.addAll(f.basis()));
    return basis.stream().distinct().toList();
  }

  /** Returns a line for each fact, for a question. */
  public List<String> lines() {
    return byId.values().stream().map(Fact::line).toList();
  }
}
