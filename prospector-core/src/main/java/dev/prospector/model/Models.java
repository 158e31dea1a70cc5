package dev.prospector.model;

import dev.prospector.budget.Usage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which models are asked, in which order: a chain for everything, others for a role or for one
 * agent. Where a model of a chain cannot answer, the next is asked; after the last the agent's
 * rules give the answer.
 *
 * <p>Immutable.
 */
public final class Models {

  private static final Models NONE = new Models(List.of(), Map.of(), Map.of(), Optional.empty());

  private final List<LanguageModel> all;
  private final Map<Role, List<LanguageModel>> byRole;
  private final Map<String, List<LanguageModel>> byAgent;
  private final Optional<Embedder> embedder;

  private Models(
      List<LanguageModel> all,
      Map<Role, List<LanguageModel>> byRole,
      Map<String, List<LanguageModel>> byAgent,
      Optional<Embedder> embedder) {
    this.all = all;
    this.byRole = byRole;
    this.byAgent = byAgent;
    this.embedder = embedder;
  }

  /** Returns no models: everything is done by rules. */
  public static Models none() {
    return NONE;
  }

  /** Returns a chain for everything. */
  public static Models of(LanguageModel first, LanguageModel... fallbacks) {
    return new Models(chain(first, fallbacks), Map.of(), Map.of(), Optional.empty());
  }

  /** Returns these models with another chain for a role. */
  public Models withRole(Role role, LanguageModel first, LanguageModel... fallbacks) {
    Map<Role, List<LanguageModel>> more = new EnumMap<>(Role.class);
    more.putAll(byRole);
    more.put(role, chain(first, fallbacks));
    return new Models(all, more, byAgent, embedder);
  }

  /**
   * Returns these models with another chain for one agent, which takes precedence over the chain of
   * its role.
   */
  public Models withAgent(String agent, LanguageModel first, LanguageModel... fallbacks) {
    Map<String, List<LanguageModel>> more = new LinkedHashMap<>(byAgent);
    more.put(agent, chain(first, fallbacks));
    return new Models(all, byRole, more, embedder);
  }

  /**
   * Returns these models with what ranks passages by their meaning, beside the ranking by words.
   * Personal data is held back from it as from the models.
   */
  public Models withEmbedder(Embedder ranking) {
    return new Models(all, byRole, byAgent, Optional.of(ranking));
  }

  private static List<LanguageModel> chain(LanguageModel first, LanguageModel[] fallbacks) {
    List<LanguageModel> chain = new ArrayList<>();
    chain.add(first);
    chain.addAll(List.of(fallbacks));
    return List.copyOf(chain);
  }

  /** Returns the chain for an agent, in the order in which it is asked; empty for rules only. */
  public List<LanguageModel> chain(String agent, Role role) {
    List<LanguageModel> own = byAgent.get(agent);
    return own != null ? own : byRole.getOrDefault(role, all);
  }

  /** Returns what ranks passages by their meaning, if it is set. */
  public Optional<Embedder> embedder() {
    return embedder;
  }

  /** Returns whether no model is set. */
  public boolean isEmpty() {
    return all.isEmpty() && byRole.isEmpty() && byAgent.isEmpty();
  }

  /** Returns every model once, in the order in which they were given. */
  public Set<LanguageModel> all() {
    Set<LanguageModel> every = new LinkedHashSet<>(all);
    byRole.values().forEach(every::addAll);
    byAgent.values().forEach(every::addAll);
    return every;
  }

  /** Returns what the smallest question to a model can cost, by which one sees its currency. */
  public static Usage smallestBound(LanguageModel model) {
    return model.upperBound(LanguageModel.Request.of("", "", 1));
  }
}
