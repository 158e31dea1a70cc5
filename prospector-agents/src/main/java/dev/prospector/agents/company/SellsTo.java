package dev.prospector.agents.company;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.heard.Heard;
import dev.prospector.agents.internal.ResourceSections;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.Passage;
import dev.prospector.evidence.value.ValueType;
import dev.prospector.evidence.value.ValueTypes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whom a company says to sell to. */
public enum SellsTo {
  /** Companies. */
  BUSINESSES,
  /** People and households. */
  CONSUMERS,
  /** Companies as well as people. */
  BOTH,
  /** The state and its bodies alone. */
  PUBLIC;

  private static final int LONGEST = 400;

  /** Two sentences that together name both may stand so far apart. */
  private static final int TOGETHER = 800;

  private static final Map<String, List<String>> WORDS =
      ResourceSections.read(SellsTo.class, "customers.txt");

  private static final ValueType<SellsTo> TYPE =
      ValueTypes.readBy(quote -> named(quote).stream().toList());

  /** Returns whom the company's own sentences name; unknown where none does. */
  static Fact<SellsTo> of(AgentInput input, List<Heard> sentences) {
    List<Passage> passages = new ArrayList<>();
    for (Heard heard : sentences) {
      boolean says = heard.isOwn() && heard.said().length() <= LONGEST && !isDenied(heard.said());
      if (says && named(heard.said()).isPresent()) {
        passages.add(heard.passage());
      }
    }
    List<Claim<SellsTo>> claims = new ArrayList<>();
    for (Passage passage : best(passages)) {
      named(passage.quote())
          .flatMap(who -> input.evidence().claim("sells_to", TYPE, who, passage))
          .ifPresent(claims::add);
    }
    return input.evidence().fact(claims);
  }

  /**
   * Those that agree: where companies and people are named apart, a passage that holds both, since
   * neither is the whole; where there is no such passage, nothing. Public bodies beside others are
   * not all that it sells to.
   */
  private static List<Passage> best(List<Passage> passages) {
    Set<SellsTo> all = EnumSet.noneOf(SellsTo.class);
    passages.forEach(p -> named(p.quote()).ifPresent(all::add));
    if (all.contains(BOTH)) {
      return saying(passages, BOTH);
    } else if (all.contains(BUSINESSES) && all.contains(CONSUMERS)) {
      return together(passages);
    }
    return all.isEmpty() ? List.of() : saying(passages, all.iterator().next());
  }

  private static List<Passage> saying(List<Passage> passages, SellsTo who) {
    return passages.stream().filter(p -> named(p.quote()).equals(Optional.of(who))).toList();
  }

  private static List<Passage> together(List<Passage> passages) {
    for (int i = 1; i < passages.size(); i++) {
      Passage one = passages.get(i - 1);
      Passage other = passages.get(i);
      boolean near =
          one.snapshot().equals(other.snapshot())
              && other.start() >= one.start()
              && other.end() - one.start() <= TOGETHER;
      if (near) {
        Passage both = new Passage(one.snapshot(), one.start(), other.end());
        if (named(both.quote()).equals(Optional.of(BOTH)) && !isDenied(both.quote())) {
          return List.of(both);
        }
      }
    }
    return List.of();
  }

  private static Optional<SellsTo> named(String words) {
    String text = padded(words);
    boolean businesses = holds(text, BUSINESSES.name());
    boolean consumers = holds(text, CONSUMERS.name());
    if (businesses && consumers) {
      return Optional.of(BOTH);
    } else if (businesses || consumers) {
      return Optional.of(businesses ? BUSINESSES : CONSUMERS);
    }
    return holds(text, PUBLIC.name()) ? Optional.of(PUBLIC) : Optional.empty();
  }

  private static boolean isDenied(String words) {
    return words.strip().endsWith("?") || holds(padded(words), "NOT");
  }

  private static boolean holds(String text, String section) {
    return WORDS.getOrDefault(section, List.of()).stream()
        .anyMatch(w -> text.contains(" " + w + " "));
  }

  private static String padded(String words) {
    return " " + Folded.of(words).replaceAll("[^\\p{L}\\p{N}'-]+", " ").strip() + " ";
  }
}
