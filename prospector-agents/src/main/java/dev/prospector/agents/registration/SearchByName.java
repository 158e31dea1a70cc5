package dev.prospector.agents.registration;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.intake.Countries;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.registration.RegisterCandidate.Reason;
import dev.prospector.registry.CompanySearch;
import dev.prospector.registry.CompanySearch.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for a Brazilian company of which only the name is known. What is found are candidates; one
 * is picked only beyond doubt, since no match is better than a wrong one.
 */
final class SearchByName {

  private static final int MOST = 5;

  /**
   * What was found.
   *
   * @param pick the company itself, if that is beyond doubt
   * @param failed whether the register could not be asked
   */
  record Found(List<RegisterCandidate> candidates, Optional<Candidate> pick, boolean failed) {
    static final Found NOTHING = new Found(List.of(), Optional.empty(), false);
  }

  private SearchByName() {}

  static Found search(AgentInput input) throws InterruptedException {
    Intake intake = input.get(Intake.KEY);
    Optional<CompanySearch> register = input.registry().byName();
    Optional<String> name = intake.name().value();
    boolean brazilian = intake.country().value().filter("BR"::equals).isPresent();
    if (register.isEmpty() || name.isEmpty() || !brazilian) {
      return Found.NOTHING;
    }
    String city = intake.city().value().orElse("");
    String state = intake.state().value().map(SearchByName::code).orElse("");
    CompanySearch.Query query = new CompanySearch.Query(name.get(), city, state, MOST);
    return register
        .get()
        .search(query)
        .fold(
            found -> found(found.all(), !city.isEmpty()),
            failed -> new Found(List.of(), Optional.empty(), true));
  }

  /** What names no state stays as it is, and so is the place of none. */
  private static String code(String state) {
    return Countries.stateCode(state).orElse(state);
  }

  private static Found found(List<Candidate> all, boolean placed) {
    List<RegisterCandidate> candidates =
        all.stream().map(candidate -> candidate(candidate, all, placed)).toList();
    return new Found(
        candidates, CompanySearch.beyondDoubt(all).filter(SearchByName::isActive), false);
  }

  private static RegisterCandidate candidate(Candidate one, List<Candidate> all, boolean placed) {
    return new RegisterCandidate(
        one.number(),
        one.legalName(),
        one.tradeName().orElse(""),
        one.city(),
        one.state(),
        one.status(),
        Math.round(one.likeness() * 100) / 100.0,
        reasons(one, all, placed));
  }

  private static List<Reason> reasons(Candidate one, List<Candidate> all, boolean placed) {
    List<Reason> reasons = new ArrayList<>();
    boolean same = one.likeness() >= CompanySearch.SAME_NAME;
    reasons.add(same ? Reason.SAME_NAME : Reason.ALIKE_NAME);
    if (one.samePlace()) {
      reasons.add(Reason.SAME_PLACE);
    } else {
      reasons.add(placed ? Reason.OTHER_PLACE : Reason.PLACE_UNKNOWN);
    }
    boolean shared =
        all.stream()
            .anyMatch(
                other ->
                    other.likeness() >= CompanySearch.SAME_NAME
                        && !other.root().equals(one.root()));
    if (same && shared) {
      reasons.add(Reason.SHARED_NAME);
    }
    if (!isActive(one)) {
      reasons.add(Reason.NOT_ACTIVE);
    }
    return reasons;
  }

  private static boolean isActive(Candidate candidate) {
    return candidate.status().equalsIgnoreCase("ATIVA");
  }
}
