package dev.prospector.engine.internal.joint;

import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.Models;
import dev.prospector.pipeline.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which steps of a plan are really asked in one request: those that the pipeline asks together, as
 * far as they ask the same models and these suffice for it, else in halves. Immutable.
 */
public final class JointGroups {

  private final Plan plan;
  private final List<TreeSet<Integer>> before = new ArrayList<>();
  private final List<JointGroup> groups = new ArrayList<>();
  private final @Nullable JointGroup[] byStep;

  private JointGroups(Plan plan) {
    this.plan = plan;
    this.byStep = new @Nullable JointGroup[plan.size()];
    for (int i = 0; i < plan.size(); i++) {
      before.add(new TreeSet<>());
    }
    for (int i = 0; i < plan.size(); i++) {
      for (int next : plan.step(i).next()) {
        before.get(next).add(i);
        before.get(next).addAll(before.get(i));
      }
    }
  }

  /**
   * Returns the groups of a plan.
   *
   * @param joins whether any are asked together at all
   */
  public static JointGroups of(Plan plan, Models models, boolean joins) {
    JointGroups groups = new JointGroups(plan);
    if (joins && !models.isEmpty()) {
      plan.together().forEach(members -> groups.add(members, models));
    }
    return groups;
  }

  /** Returns all groups. */
  public List<JointGroup> all() {
    return List.copyOf(groups);
  }

  /** Returns the group that a step is part of or stands between; null if there is none. */
  public @Nullable JointGroup of(int step) {
    return byStep[step];
  }

  private void add(List<Integer> members, Models models) {
    List<Integer> run = new ArrayList<>();
    List<LanguageModel> chain = List.of();
    for (int member : members) {
      List<LanguageModel> own = chain(member, models);
      if (own.isEmpty()) {
        continue; // It works by rules: a step between.
      }
      if (!own.equals(chain)) {
        join(run, chain);
        run = new ArrayList<>();
      }
      chain = own;
      run.add(member);
    }
    join(run, chain);
  }

  private List<LanguageModel> chain(int member, Models models) {
    return plan.step(member).agent() instanceof ModelAgent<?> asked
        ? models.chain(plan.step(member).spec().id(), asked.prompt().role())
        : List.of();
  }

  private void join(List<Integer> members, List<LanguageModel> chain) {
    if (members.size() < 2) {
      return;
    }
    JointGroup group = group(members, chain);
    Prompt prompt = JointPrompt.of(prompts(members));
    if (chain.stream().allMatch(model -> Sufficiency.of(model, prompt)) && canEnd(group)) {
      groups.add(group);
      group.covered().forEach(step -> byStep[step] = group);
      return;
    }
    int half = (members.size() + 1) / 2;
    join(members.subList(0, half), chain);
    join(members.subList(half, members.size()), chain);
  }

  /** Returns the prompts of steps, by the ids of their agents. */
  public Map<String, Prompt> prompts(List<Integer> members) {
    Map<String, Prompt> prompts = new LinkedHashMap<>();
    for (int member : members) {
      Plan.Step step = plan.step(member);
      if (step.agent() instanceof ModelAgent<?> asked) {
        prompts.put(step.spec().id(), asked.prompt());
      }
    }
    return prompts;
  }

  private JointGroup group(List<Integer> members, List<LanguageModel> chain) {
    Set<Integer> covered = new LinkedHashSet<>();
    for (int member : members) {
      for (int step : before.get(member)) {
        if (members.stream().anyMatch(before.get(step)::contains)) {
          covered.add(step);
        }
      }
      covered.add(member);
    }
    int waits = 0;
    for (int i = 0; i < plan.size(); i++) {
      for (int next : plan.step(i).next()) {
        waits += covered.contains(next) && !covered.contains(i) ? 1 : 0;
      }
    }
    return new JointGroup(members, List.copyOf(covered), waits, chain);
  }

  /** Whether all steps can end if these are asked as one: no group waits for what waits for it. */
  private boolean canEnd(JointGroup group) {
    List<Set<Integer>> wholes = new ArrayList<>();
    groups.forEach(g -> wholes.add(new TreeSet<>(g.covered())));
    wholes.add(new TreeSet<>(group.covered()));
    if (group.covered().stream().anyMatch(step -> byStep[step] != null)) {
      return false;
    }
    for (int i = 0; i < plan.size(); i++) {
      int step = i;
      if (wholes.stream().noneMatch(whole -> whole.contains(step))) {
        wholes.add(Set.of(step));
      }
    }
    Set<Integer> ended = new TreeSet<>();
    boolean moved = true;
    while (moved) {
      moved = wholes.removeIf(whole -> ends(whole, ended));
    }
    return wholes.isEmpty();
  }

  private boolean ends(Set<Integer> whole, Set<Integer> ended) {
    boolean ready =
        whole.stream()
            .flatMap(step -> before.get(step).stream())
            .allMatch(step -> whole.contains(step) || ended.contains(step));
    return ready && ended.addAll(whole);
  }
}
