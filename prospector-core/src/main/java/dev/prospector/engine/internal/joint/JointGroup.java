package dev.prospector.engine.internal.joint;

import dev.prospector.model.LanguageModel;
import java.util.List;

/**
 * Steps of a plan that are asked in one request, with the steps by rules between them.
 *
 * @param members those that are asked, in the order in which they are asked
 * @param covered these and the steps between them, each after those for which it waits
 * @param waitsFor how many ends of other steps its steps wait for, each counted as often as one of
 *     them waits for it
 * @param chain the models that are asked, the same for all members
 */
public record JointGroup(
    List<Integer> members, List<Integer> covered, int waitsFor, List<LanguageModel> chain) {

  /** Fixes the lists. */
  public JointGroup {
    members = List.copyOf(members);
    covered = List.copyOf(covered);
    chain = List.copyOf(chain);
  }

  /** Returns the step by which its turn is known. */
  public int first() {
    return covered.get(0);
  }
}
