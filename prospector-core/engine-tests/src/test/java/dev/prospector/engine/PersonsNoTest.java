package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.Prospector;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Section;
import dev.prospector.event.RunId;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.value.ValueTypes;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.memory.InMemorySuppressionList;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.privacy.SuppressionList.Kind;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * A person says no: wherever a run is at that moment, what is kept and handed out is without them.
 */
class PersonsNoTest {

  record Contact(
      @JsonProperty("name") Fact.Known<String> name, @JsonProperty("role") Fact<String> role) {}

  record People(
      @JsonProperty("emails") List<Fact.Known<String>> emails,
      @JsonProperty("phone") Fact<String> phone,
      @JsonProperty("contacts") List<Contact> contacts) {
    static final Section<People> KEY = Section.of("people", People.class, 1);
  }

  private static final String TEXT =
      "Ana Prado, director, ana@a.example, +55 19 3232-1234. Write to info@a.example.";
  private static final Lead LEAD = Lead.of(LeadId.of("lead"), Company.named("Serra Azul"));

  /** The three ways in which she can say it, each in another spelling than that of the page. */
  private static final Map<Kind, String> NO =
      Map.of(
          Kind.EMAIL, " ANA+news@A.Example",
          Kind.PHONE, "(19) 3232-1234",
          Kind.PERSON_AT_COMPANY, "ána prado\nSERRA AZUL");

  private final SuppressionList list = new InMemorySuppressionList(new byte[32]);
  private final InMemoryRunStore runs = new InMemoryRunStore(Clock.systemUTC());

  private static People people(AgentInput input) {
    Snapshot page = input.keep(Snapshot.page("https://a.example/", TEXT));
    List<Claim<String>> emails =
        List.of("ana@a.example", "info@a.example").stream()
            .flatMap(e -> input.evidence().claim("email", ValueTypes.EMAIL, e, page, e).stream())
            .toList();
    List<Claim<String>> phones =
        input
            .evidence()
            .claim("phone", ValueTypes.PHONE, "+551932321234", page, "+55 19 3232-1234")
            .stream()
            .toList();
    List<Claim<String>> names =
        input
            .evidence()
            .claim("person", ValueTypes.PROPER_NAME, "Ana Prado", page, "Ana Prado")
            .stream()
            .toList();
    return new People(
        input.evidence().findings(emails),
        input.evidence().fact(phones),
        input.evidence().findings(names).stream()
            .map(name -> new Contact(name, Fact.unknown()))
            .toList());
  }

  /** The moments at which she can say no: before the run, before each step, and after its end. */
  private Pipeline saying(int moment, Runnable no) {
    return Pipeline.named("test")
        .add(
            Steps.agent(
                AgentSpec.writing(Steps.First.KEY).readingLead(),
                input -> {
                  at(moment, 1, no);
                  return Steps.name(input);
                }),
            Steps.agent(
                AgentSpec.writing(People.KEY).reading(Steps.First.KEY),
                input -> {
                  People found = people(input);
                  at(moment, 2, no);
                  return found;
                }),
            Steps.agent(
                AgentSpec.writing(Steps.Second.KEY).reading(People.KEY),
                input -> {
                  at(moment, 3, no);
                  return new Steps.Second("after");
                }))
        .build();
  }

  private static void at(int moment, int now, Runnable no) {
    if (moment == now) {
      no.run();
    }
  }

  private Prospector prospector() {
    return Prospector.builder().runs(runs).suppression(list).build();
  }

  @Test
  void theInterleavingOfANoWithARunDoesNotMatter() throws Exception {
    for (Map.Entry<Kind, String> no : NO.entrySet()) {
      for (int moment = 0; moment <= 4; moment++) {
        RunId id = RunId.of("run-" + no.getKey().ordinal() + "-" + moment);
        Runnable said = () -> list.add(Tenant.DEFAULT, no.getKey(), no.getValue());
        at(moment, 0, said);
        Pipeline pipeline = saying(moment, said);
        try (Run run =
            prospector()
                .start(pipeline, List.of(LEAD).iterator(), RunOptions.defaults().withId(id))) {
          run.await();
          if (moment < 4) {
            isWithout(no.getKey(), stored());
          }
          at(moment, 4, said);
        }
        try (Run again = prospector().resume(id, pipeline)) {
          isWithout(
              no.getKey(), again.results().map(LeadResult::dossier).findFirst().orElseThrow());
        }
        list.remove(Tenant.DEFAULT, no.getKey(), no.getValue());
        runs.leads().remove(Tenant.DEFAULT, LEAD.id());
        runs.journal().forget(Tenant.DEFAULT, LEAD.id());
      }
    }
  }

  private Dossier stored() {
    return runs.leads().find(Tenant.DEFAULT, LEAD.id()).orElseThrow().dossier();
  }

  private static void isWithout(Kind said, Dossier dossier) {
    People people = dossier.find(People.KEY).orElseThrow();
    boolean email = people.emails().stream().anyMatch(is("ana@a.example"));
    assertThat(email).as("e-mail").isEqualTo(said != Kind.EMAIL);
    assertThat(people.emails()).as("the others").anyMatch(is("info@a.example"));
    assertThat(people.phone().value().isPresent()).as("phone").isEqualTo(said != Kind.PHONE);
    assertThat(people.contacts()).hasSize(said == Kind.PERSON_AT_COMPANY ? 0 : 1);
  }

  private static Predicate<Fact.Known<String>> is(String value) {
    return fact -> fact.known().equals(value);
  }

  @Test
  void whatIsReusedIsWithoutWhoSaidNoSinceAndWhatReadsItRunsAgain() throws Exception {
    Pipeline pipeline = saying(-1, () -> {});
    for (int time = 0; time < 3; time++) {
      RunOptions options = RunOptions.defaults().withId(RunId.of("time-" + time));
      try (Run run = prospector().start(pipeline, List.of(LEAD).iterator(), options)) {
        long executed = run.await().steps().executed();
        assertThat(executed).isEqualTo(List.of(3L, 1L, 0L).get(time));
      }
      list.add(Tenant.DEFAULT, Kind.EMAIL, "ana@a.example");
    }
    isWithout(Kind.EMAIL, stored());
  }
}
