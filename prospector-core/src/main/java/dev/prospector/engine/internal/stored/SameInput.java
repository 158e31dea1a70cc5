package dev.prospector.engine.internal.stored;

import dev.prospector.error.RunException;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.Tenant;
import dev.prospector.store.RunStore;
import dev.prospector.store.StoredRun;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;

/**
 * Looks whether the list that is given for a run is the one with which the run was begun, by its
 * first leads. Another list under the same id would otherwise get the results of the first one.
 */
public final class SameInput {

  private static final int LEADS = 16;

  private SameInput() {}

  /**
   * Returns an iterator over the whole list.
   *
   * @throws RunException if it is another list; it names both
   */
  public static Iterator<Lead> check(
      RunStore runs, Tenant tenant, StoredRun run, Iterator<Lead> leads) {
    if (run.leads().accepted() == 0) {
      return leads;
    }
    SortedMap<Long, Lead> before = runs.beginning(tenant, run.id(), LEADS);
    List<Lead> first = new ArrayList<>();
    long looked = Math.min(LEADS, run.leads().accepted());
    while (first.size() < looked && leads.hasNext()) {
      first.add(leads.next());
    }
    before.forEach((position, lead) -> compare(run, position, lead, first));
    return joined(first.iterator(), leads);
  }

  private static void compare(StoredRun run, long position, Lead before, List<Lead> first) {
    if (position >= first.size()) {
      throw another(run, position, before, "this list has only " + first.size() + " leads");
    }
    Lead now = first.get((int) position);
    if (!isSame(before, now)) {
      throw another(run, position, before, "this list has " + name(now) + " there");
    }
  }

  private static boolean isSame(Lead one, Lead other) {
    Company before = one.company();
    Company now = other.company();
    return one.id().equals(other.id())
        && before.name().equals(now.name())
        && before.website().equals(now.website())
        && before.registrationNumber().equals(now.registrationNumber());
  }

  private static RunException another(StoredRun run, long position, Lead before, String now) {
    return new RunException(
        "run '"
            + run.id()
            + "' was begun with another list: its lead "
            + (position + 1)
            + " is "
            + name(before)
            + ", and "
            + now
            + ". Give the list of then, or choose another id for this one");
  }

  private static String name(Lead lead) {
    return lead.id() + " (" + lead.company().name() + ")";
  }

  private static Iterator<Lead> joined(Iterator<Lead> first, Iterator<Lead> rest) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return first.hasNext() || rest.hasNext();
      }

      @Override
      public Lead next() {
        return first.hasNext() ? first.next() : rest.next();
      }
    };
  }
}
