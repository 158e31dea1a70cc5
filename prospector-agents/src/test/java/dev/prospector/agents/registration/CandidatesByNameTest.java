package dev.prospector.agents.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.intake.IntakeAgent;
import dev.prospector.agents.registration.RegisterCandidate.Reason;
import dev.prospector.agents.website.WebsiteAgent;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.registry.CompanyRegistry;
import dev.prospector.registry.CompanySearch;
import dev.prospector.registry.CompanySearch.Candidate;
import dev.prospector.registry.RegistryLookup;
import dev.prospector.testkit.OneStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A Brazilian company of which only the name is known. */
class CandidatesByNameTest {

  private static final String FORTE = "11222333000181";

  private final List<CompanySearch.Query> asked = new ArrayList<>();

  private static Candidate candidate(
      String number, String status, double likeness, boolean samePlace) {
    return new Candidate(
        number,
        "AÇO FORTE LTDA",
        Optional.empty(),
        "SÃO PAULO",
        "SP",
        status,
        true,
        likeness,
        samePlace);
  }

  private final class Register implements CompanyRegistry, CompanySearch {
    private final Result result;

    private Register(Result result) {
      this.result = result;
    }

    @Override
    public RegistryLookup find(String country, String number) {
      String text = "CNPJ: " + number + "\nRazão social: AÇO FORTE LTDA\n";
      return new RegistryLookup.Found(
          new RegistryRecord("registry:BR/" + number, text, "AÇO FORTE LTDA", null, null, null));
    }

    @Override
    public Optional<CompanySearch> byName() {
      return Optional.of(this);
    }

    @Override
    public Result search(Query query) {
      asked.add(query);
      return result;
    }

    @Override
    public String identity() {
      return "register";
    }
  }

  private Registration registered(CompanySearch.Result result, Company company) {
    return OneStep.of(new RegistrationAgent())
        .lead(Lead.of(LeadId.of("lead"), company))
        .registry(new Register(result))
        .after(new IntakeAgent(), new WebsiteAgent())
        .run()
        .written();
  }

  private Registration registered(Candidate... candidates) {
    return registered(new CompanySearch.Candidates(List.of(candidates)), placed("São Paulo"));
  }

  private static Company placed(String city) {
    return Company.named("Aço Forte Ltda")
        .withCity(city)
        .withState("São Paulo")
        .withCountry("Brasil");
  }

  @Test
  void theOneOfItsNameAtItsPlaceIsTakenWithTheRecordAsItsSource() {
    Registration found = registered(candidate(FORTE, "ATIVA", 1, true));
    assertThat(found.lookup()).isEqualTo(Registration.Lookup.FOUND_BY_NAME);
    assertThat(found.number().value()).contains(FORTE);
    assertThat(found.number().claims().get(0).quote()).isEqualTo(FORTE);
    assertThat(found.legalName().value()).contains("AÇO FORTE LTDA");
    assertThat(asked).containsExactly(new CompanySearch.Query("Aço Forte", "São Paulo", "SP", 5));
  }

  @Test
  void belowTheThresholdNoneIsPicked() {
    List<List<Candidate>> doubtful =
        List.of(
            List.of(candidate(FORTE, "ATIVA", 0.94, true)),
            List.of(candidate(FORTE, "ATIVA", 1, false)),
            List.of(candidate(FORTE, "BAIXADA", 1, true)),
            List.of(
                candidate(FORTE, "ATIVA", 1, true),
                candidate("33444555000100", "ATIVA", 1, false)));
    for (List<Candidate> some : doubtful) {
      Registration found = registered(some.toArray(Candidate[]::new));
      assertThat(found.lookup()).isEqualTo(Registration.Lookup.CANDIDATES);
      assertThat(found.number().value()).isEmpty();
      assertThat(found.candidates()).hasSize(some.size());
    }
  }

  @Test
  void eachCandidateSaysWhatSpeaksForAndAgainstIt() {
    Registration found =
        registered(
            candidate(FORTE, "ATIVA", 1, true),
            candidate("33444555000100", "BAIXADA", 1, false),
            candidate("55666777000100", "ATIVA", 0.5, false));
    assertThat(found.candidates())
        .extracting(RegisterCandidate::reasons)
        .containsExactly(
            List.of(Reason.SAME_NAME, Reason.SAME_PLACE, Reason.SHARED_NAME),
            List.of(Reason.SAME_NAME, Reason.OTHER_PLACE, Reason.SHARED_NAME, Reason.NOT_ACTIVE),
            List.of(Reason.ALIKE_NAME, Reason.OTHER_PLACE));
    Registration nowhere =
        registered(
            new CompanySearch.Candidates(List.of(candidate(FORTE, "ATIVA", 1, false))), placed(""));
    assertThat(nowhere.candidates().get(0).reasons())
        .containsExactly(Reason.SAME_NAME, Reason.PLACE_UNKNOWN);
  }

  @Test
  void aStatedNumberIsNotDoubtedByNamesAndAFailedSearchIsNoEmptyOne() {
    Company numbered = placed("São Paulo").withRegistrationNumber("11.222.333/0001-81");
    Registration stated =
        registered(
            new CompanySearch.Candidates(List.of(candidate("33444555000100", "ATIVA", 1, true))),
            numbered);
    assertThat(stated.number().value()).contains(FORTE);
    assertThat(stated.candidates()).isEmpty();
    assertThat(asked).isEmpty();
    Registration failed = registered(new CompanySearch.Failed("closed"), placed("São Paulo"));
    assertThat(failed.lookup()).isEqualTo(Registration.Lookup.FAILED);
    Registration none = registered();
    assertThat(none.lookup()).isEqualTo(Registration.Lookup.NO_NUMBER);
  }

  @Test
  void companiesOfOtherCountriesAreNotLookedForByName() {
    registered(
        new CompanySearch.Candidates(List.of(candidate(FORTE, "ATIVA", 1, true))),
        Company.named("Aço Forte").withCity("Lisboa").withCountry("Portugal"));
    assertThat(asked).isEmpty();
  }
}
