package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.Prospector;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Section;
import dev.prospector.event.RunId;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.value.ValueTypes;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Person;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.memory.InMemorySuppressionList;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.privacy.AskSuppression;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.privacy.SuppressionList.Kind;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person's no reaches the people whom the host named, and the texts of a lead. */
class PersonsNoInLeadsTest {

  /** Words of one's own, and a fact with the sentence that says it. */
  record Told(@JsonProperty("draft") String draft, @JsonProperty("need") Fact<String> need) {
    static final Section<Told> KEY = Section.of("told", Told.class, 1);
  }

  private static final String SENTENCE =
      "Our vans are late: tell Éva Nagy-Kiss on (11) 98765-4321.";
  private static final String DRAFT =
      "Dear Eva, we wrote to eva.nagy@mail.example and to sales@kiss.example 2 times in 2024-2025.";
  private static final Lead LEAD =
      Lead.of(
              LeadId.of("lead"),
              Company.named("Kiss Fuvar")
                  .withDomain("kiss.example")
                  .withColumns(
                      Map.of(
                          "Notes", "NAGY-KISS, Eva wants a call: +55 11 98765 4321", "Id", "77")))
          .withPeople(
              List.of(
                  new Person("Éva Nagy-Kiss", "director", "eva.nagy@mail.example", ""),
                  new Person("Bo Lund", "buyer", "sales@kiss.example", "+55 11 98765-4321")));

  private final SuppressionList list = new InMemorySuppressionList(new byte[32]);
  private final InMemoryRunStore runs = new InMemoryRunStore(Clock.systemUTC());

  private static Told told(AgentInput input) {
    Snapshot page = input.keep(Snapshot.page("https://kiss.example/", SENTENCE));
    return new Told(
        DRAFT,
        input
            .evidence()
            .fact(
                input
                    .evidence()
                    .claim("need", ValueTypes.TEXT, "vans are late", page, SENTENCE)
                    .stream()
                    .toList()));
  }

  private static Pipeline pipeline() {
    return Pipeline.named("test")
        .add(Steps.agent(AgentSpec.writing(Told.KEY).readingLead(), PersonsNoInLeadsTest::told))
        .build();
  }

  private Prospector prospector() {
    return Prospector.builder().runs(runs).suppression(list).build();
  }

  /** Has her say no before the run or after its end, and returns what is handed out then. */
  private LeadResult result(Kind kind, String no, boolean before) throws Exception {
    RunId id = RunId.of("run");
    if (before) {
      list.add(Tenant.DEFAULT, kind, no);
    }
    try (Run run =
        prospector()
            .start(pipeline(), List.of(LEAD).iterator(), RunOptions.defaults().withId(id))) {
      run.await();
    }
    list.add(Tenant.DEFAULT, kind, no);
    try (Run again = prospector().resume(id, pipeline())) {
      return again.results().findFirst().orElseThrow();
    }
  }

  private static Told told(LeadResult result) {
    return result.dossier().find(Told.KEY).orElseThrow();
  }

  private Lead stored() {
    return runs.leads().find(Tenant.DEFAULT, LEAD.id()).orElseThrow().lead();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoSaidNoByTheirAddressIsNotAmongThePeopleNorInAText(boolean before) throws Exception {
    LeadResult result = result(Kind.EMAIL, "EVA.NAGY+shop@Mail.Example ", before);

    assertThat(result.lead().people()).extracting(Person::name).containsExactly("Bo Lund");
    assertThat(told(result).draft())
        .isEqualTo(
            "Dear Eva, we wrote to [withheld] and to sales@kiss.example 2 times in 2024-2025.");
    assertThat(told(result).need().value()).contains("vans are late");
    if (before) {
      assertThat(stored().people()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ofACompanyThatSaidNoOnlyTheRowIsHandedOut(boolean before) throws Exception {
    LeadResult result = result(Kind.DOMAIN, "KISS.example", before);

    assertThat(result.status()).isEqualTo(LeadStatus.SUPPRESSED);
    assertThat(result.dossier()).isEqualTo(Dossier.empty());
    assertThat(result.snapshots()).isEmpty();
    assertThat(result.lead().people())
        .extracting(Person::email)
        .doesNotContain("sales@kiss.example");
    assertThat(result.lead().company().columns()).containsEntry("Id", "77");
  }

  @Test
  void aResultWithNobodyWhoSaidNoIsTheVeryResult() throws Exception {
    LeadResult result = result(Kind.EMAIL, "somebody@else.example", false);

    assertThat(result.without(new AskSuppression(list, Tenant.DEFAULT))).isSameAs(result);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoSaidNoByTheirNumberIsNotCalled(boolean before) throws Exception {
    LeadResult result = result(Kind.PHONE, "011 98765 4321", before);

    assertThat(result.lead().people()).extracting(Person::phone).containsExactly("", "");
    assertThat(result.lead().people().get(1).email()).isEqualTo("sales@kiss.example");
    assertThat(result.lead().company().columns())
        .containsEntry("Notes", "NAGY-KISS, Eva wants a call: [withheld]")
        .containsEntry("Id", "77");
    assertThat(told(result).need()).as("its words hold the number").isEqualTo(Fact.unknown());
    if (before) {
      assertThat(stored().company().columns().get("Notes")).endsWith("[withheld]");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoSaidNoByTheirNameIsNotNamed(boolean before) throws Exception {
    LeadResult result = result(Kind.PERSON_AT_COMPANY, "eva NAGY-KISS\nKISS.example", before);

    assertThat(result.lead().people()).extracting(Person::name).containsExactly("Bo Lund");
    assertThat(result.lead().company().columns().get("Notes"))
        .isEqualTo("[withheld] wants a call: +55 11 98765 4321");
    assertThat(told(result).need()).isEqualTo(Fact.unknown());
  }

  @Test
  void anAddressOfARoleLeavesThePersonWhoReadsIt() throws Exception {
    LeadResult result = result(Kind.EMAIL, "Sales@KISS.example", true);

    assertThat(result.lead().people())
        .extracting(Person::email)
        .containsExactly("eva.nagy@mail.example", "");
    assertThat(told(result).draft()).contains("to [withheld] 2 times");
  }

  @Test
  void withoutANoNothingChanges() throws Exception {
    LeadResult result = result(Kind.EMAIL, "other@mail.example", true);

    assertThat(result.lead().people()).isEqualTo(LEAD.people());
    assertThat(result.lead().company()).isEqualTo(LEAD.company());
    assertThat(told(result).draft()).isEqualTo(DRAFT);
    assertThat(result.dossier()).isNotEqualTo(Dossier.empty());
  }
}
