package dev.prospector.registry;

import dev.prospector.lookup.Source;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds companies of a register by name and place. What it finds are candidates: a name that two
 * companies share is not an identity. Implementations are safe for several threads.
 */
public interface CompanySearch extends Source {

  /** From this likeness on a name counts as the same. */
  double SAME_NAME = 0.95;

  /**
   * Finds candidates, the likeliest first; of equally likely ones by number.
   *
   * @throws dev.prospector.error.PortException if the register cannot be asked, with advice on
   *     trying again
   * @throws InterruptedException if the caller is interrupted while waiting
   */
  Result search(Query query) throws InterruptedException;

  /** What came of a search. */
  sealed interface Result {

    /** Returns what one gets from the function for this outcome. */
    <R> R fold(Function<Candidates, R> candidates, Function<Failed, R> failed);
  }

  /**
   * The register was searched.
   *
   * @param all the likeliest first; empty if it has no company of that name
   */
  record Candidates(List<Candidate> all) implements Result {

    /** Fixes the list. */
    public Candidates {
      all = List.copyOf(all);
    }

    @Override
    public <R> R fold(Function<Candidates, R> candidates, Function<Failed, R> failed) {
      return candidates.apply(this);
    }
  }

  /**
   * The search failed: whether there is such a company is not known.
   *
   * @param reason one sentence, without keys
   */
  record Failed(String reason) implements Result {

    @Override
    public <R> R fold(Function<Candidates, R> candidates, Function<Failed, R> failed) {
      return failed.apply(this);
    }
  }

  /**
   * What is looked for.
   *
   * @param name of the company, as it is known
   * @param city where it is; empty if that is not known
   * @param state such as {@code SP}; empty if that is not known
   * @param most candidates, from 1
   */
  record Query(String name, String city, String state, int most) {}

  /**
   * A company that may be the one.
   *
   * @param number its registration number
   * @param legalName as it is registered
   * @param tradeName under which it is known, if that is registered
   * @param city of this establishment
   * @param state of this establishment
   * @param status as the register calls it
   * @param headOffice whether this is the first establishment of its company
   * @param likeness of the name, from 0 to 1
   * @param samePlace whether it is where it was looked for; false if no place was given
   */
  record Candidate(
      String number,
      String legalName,
      Optional<String> tradeName,
      String city,
      String state,
      String status,
      boolean headOffice,
      double likeness,
      boolean samePlace) {

    /** Returns what all establishments of one company share: the first eight characters. */
    public String root() {
      return number.substring(0, Math.min(8, number.length()));
    }
  }

  /**
   * Returns the candidate that is the company beyond doubt: the same name at the same place, and no
   * other company of that name. No match is better than a wrong one.
   */
  static Optional<Candidate> beyondDoubt(List<Candidate> candidates) {
    List<Candidate> same = candidates.stream().filter(c -> c.likeness() >= SAME_NAME).toList();
    boolean one = same.stream().map(Candidate::root).distinct().count() == 1;
    return one ? same.stream().filter(Candidate::samePlace).findFirst() : Optional.empty();
  }
}
