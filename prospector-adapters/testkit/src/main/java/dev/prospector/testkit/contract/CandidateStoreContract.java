package dev.prospector.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.candidate.Candidate;
import dev.prospector.candidate.Candidate.State;
import dev.prospector.candidate.Candidate.Triage;
import dev.prospector.candidate.Candidate.Verdict;
import dev.prospector.candidate.CandidateStore;
import dev.prospector.candidate.QueryOutcome;
import dev.prospector.candidate.QueryRecord;
import dev.prospector.lead.Tenant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of candidates promises. */
public abstract class CandidateStoreContract {

  private static final Tenant OTHER = new Tenant("other");
  private static final Triage BY_RULE = new Triage(State.ACCEPTED, "rule", "fits");
  private static final Triage BY_ANA = new Triage(State.REJECTED, "ana", "a customer's branch");

  /** Creates the contract. */
  protected CandidateStoreContract() {}

  /** Returns a store that holds nothing. */
  protected abstract CandidateStore candidates();

  private static Candidate candidate(String domain, Verdict verdict) {
    return new Candidate(
        domain,
        "Aroeira 🚚",
        "https://" + domain + "/",
        "BR",
        verdict,
        "its own site",
        0.25,
        List.of(new Candidate.Sighting("fretes", "https://" + domain + "/", "Transporte")),
        Triage.WAITING);
  }

  private static QueryOutcome outcome(String run, int position, String query) {
    return new QueryOutcome(run, position, query, "PROBLEM", QueryOutcome.End.HITS, 3, "");
  }

  @Test
  void aQueryIsKeptWithTheCandidatesThatItFoundFirst() {
    CandidateStore store = candidates();
    Candidate one = candidate("b.example", Verdict.KEPT);
    Candidate two = candidate("a.example", Verdict.KEPT);
    assertThat(store.commit(Tenant.DEFAULT, outcome("r", 0, "fretes"), List.of(one, two)))
        .containsExactly(one, two);
    assertThat(store.commit(Tenant.DEFAULT, outcome("r", 1, "cargas"), List.of(two))).isEmpty();
    assertThat(store.foundBy(Tenant.DEFAULT, "r", 0)).containsExactly(one, two);
    assertThat(store.foundBy(Tenant.DEFAULT, "r", 1)).isEmpty();
    assertThat(store.outcomes(Tenant.DEFAULT, "r"))
        .containsExactly(outcome("r", 0, "fretes"), outcome("r", 1, "cargas"));
    assertThat(store.outcomes(Tenant.DEFAULT, "other")).isEmpty();
    assertThat(store.find(Tenant.DEFAULT, "a.example")).contains(two);
  }

  @Test
  void aCandidateThatIsRemovedIsGoneForItsTenantAlone() {
    CandidateStore store = candidates();
    Candidate one = candidate("a.example", Verdict.KEPT);
    Candidate two = candidate("b.example", Verdict.KEPT);
    store.commit(Tenant.DEFAULT, outcome("r", 0, "fretes"), List.of(one, two));
    store.commit(OTHER, outcome("r", 0, "fretes"), List.of(one));
    assertThat(store.remove(Tenant.DEFAULT, "a.example")).isTrue();
    assertThat(store.remove(Tenant.DEFAULT, "a.example")).isFalse();
    assertThat(store.find(Tenant.DEFAULT, "a.example")).isEmpty();
    assertThat(store.foundBy(Tenant.DEFAULT, "r", 0)).containsExactly(two);
    assertThat(store.list(Tenant.DEFAULT, State.WAITING, "", 10)).containsExactly(two);
    assertThat(store.records(Tenant.DEFAULT)).containsExactly(new QueryRecord("fretes", 1, 1, 0));
    assertThat(store.find(OTHER, "a.example")).contains(one);
  }

  @Test
  void aQueryThatWasKeptStaysAsItIs() {
    CandidateStore store = candidates();
    store.commit(Tenant.DEFAULT, outcome("r", 0, "fretes"), List.of());
    Candidate late = candidate("late.example", Verdict.KEPT);
    assertThat(store.commit(Tenant.DEFAULT, outcome("r", 0, "other"), List.of(late))).isEmpty();
    assertThat(store.outcomes(Tenant.DEFAULT, "r")).containsExactly(outcome("r", 0, "fretes"));
    assertThat(store.find(Tenant.DEFAULT, "late.example")).isEmpty();
  }

  @Test
  void companiesAreListedByTheirStateInTheOrderOfDomains() {
    CandidateStore store = candidates();
    store.commit(
        Tenant.DEFAULT,
        outcome("r", 0, "fretes"),
        List.of(
            candidate("c.example", Verdict.KEPT),
            candidate("a.example", Verdict.KEPT),
            candidate("portal.example", Verdict.DIRECTORY),
            candidate("b.example", Verdict.KEPT)));
    store.decide(Tenant.DEFAULT, "b.example", BY_RULE);
    assertThat(store.list(Tenant.DEFAULT, State.WAITING, "", 10))
        .extracting(Candidate::domain)
        .containsExactly("a.example", "c.example");
    assertThat(store.list(Tenant.DEFAULT, State.WAITING, "a.example", 1))
        .extracting(Candidate::domain)
        .containsExactly("c.example");
    assertThat(store.list(Tenant.DEFAULT, State.ACCEPTED, "", 10)).hasSize(1);
  }

  @Test
  void whatAPersonDecidedNoRuleChanges() {
    CandidateStore store = candidates();
    store.commit(
        Tenant.DEFAULT, outcome("r", 0, "f"), List.of(candidate("a.example", Verdict.KEPT)));
    assertThat(store.decide(Tenant.DEFAULT, "a.example", BY_RULE).orElseThrow().triage())
        .isEqualTo(BY_RULE);
    store.decide(Tenant.DEFAULT, "a.example", BY_ANA);
    assertThat(store.decide(Tenant.DEFAULT, "a.example", BY_RULE).orElseThrow().triage())
        .isEqualTo(BY_ANA);
    assertThat(store.decide(Tenant.DEFAULT, "nobody.example", BY_RULE)).isEmpty();
  }

  @Test
  void recordsOfQueriesCountWhatTheyFoundAndWhatWasAccepted() {
    CandidateStore store = candidates();
    store.commit(
        Tenant.DEFAULT,
        outcome("r", 0, "fretes"),
        List.of(
            candidate("a.example", Verdict.KEPT),
            candidate("b.example", Verdict.KEPT),
            candidate("portal.example", Verdict.DIRECTORY)));
    store.commit(Tenant.DEFAULT, outcome("s", 0, "fretes"), List.of());
    store.commit(
        Tenant.DEFAULT,
        new QueryOutcome("r", 1, "cargas", "GROWTH", QueryOutcome.End.FAILED, 0, "down"),
        List.of());
    store.decide(Tenant.DEFAULT, "a.example", BY_RULE);
    assertThat(store.records(Tenant.DEFAULT))
        .containsExactly(new QueryRecord("cargas", 0, 0, 0), new QueryRecord("fretes", 2, 2, 1));
  }

  @Test
  void nobodySeesAnotherTenantsCandidates() {
    CandidateStore store = candidates();
    store.commit(
        Tenant.DEFAULT, outcome("r", 0, "f"), List.of(candidate("a.example", Verdict.KEPT)));
    assertThat(store.find(OTHER, "a.example")).isEmpty();
    assertThat(store.list(OTHER, State.WAITING, "", 10)).isEmpty();
    assertThat(store.outcomes(OTHER, "r")).isEmpty();
    assertThat(store.records(OTHER)).isEmpty();
    assertThat(store.decide(OTHER, "a.example", BY_RULE)).isEmpty();
    assertThat(store.foundBy(OTHER, "r", 0)).isEmpty();
  }
}
