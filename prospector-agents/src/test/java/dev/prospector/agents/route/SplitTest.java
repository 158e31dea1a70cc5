package dev.prospector.agents.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.Prospector;
import dev.prospector.agents.Pipelines;
import dev.prospector.agents.qualification.Tier;
import dev.prospector.error.ConfigurationException;
import dev.prospector.event.RunEvent;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {

  private static final Split HALVES = Split.of("full=0.5,persona-first=0.5", "spring");

  @Test
  void eachWayIsDrawnAsOftenAsItsShareSays() {
    Split split = Split.of("full=0.6,persona-first=0.3", "spring");
    Map<Optional<Route.Way>, Long> drawn =
        IntStream.range(0, 10_000)
            .mapToObj(i -> split.draw(LeadId.of("lead-" + i + ".example")))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(drawn.get(Optional.of(Route.Way.FULL))).isBetween(5_800L, 6_200L);
    assertThat(drawn.get(Optional.of(Route.Way.PERSONA_FIRST))).isBetween(2_800L, 3_200L);
    assertThat(drawn.get(Optional.<Route.Way>empty())).isBetween(850L, 1_150L);
  }

  @Test
  void theSameSeedDrawsTheSameAndAnotherOneDrawsAnew() {
    List<LeadId> leads = IntStream.range(0, 200).mapToObj(i -> LeadId.of("lead-" + i)).toList();
    Split read = Split.of("persona-first=0.50, full=.5", "spring");
    assertThat(read.toString()).isEqualTo("full=0.5,persona-first=0.5:spring");
    assertThat(leads).allMatch(lead -> read.draw(lead).equals(HALVES.draw(lead)));
    Split other = Split.of("full=0.5,persona-first=0.5", "autumn");
    assertThat(leads)
        .filteredOn(l -> !other.draw(l).equals(HALVES.draw(l)))
        .hasSizeBetween(60, 140);
  }

  @Test
  void aDrawStandsInTheSectionAndInTheEventsAndDecidesWhatIsSkipped() throws Exception {
    List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
    Prospector prospector = Prospector.builder().sink(events::add).build();
    List<Lead> leads =
        IntStream.range(0, 6)
            .mapToObj(i -> Lead.of(LeadId.of("lead-" + i), Company.named("Company " + i)))
            .toList();
    try (Run run = prospector.start(Pipelines.split(HALVES, Tier.NOT_QUALIFIED), leads)) {
      for (LeadResult result : run.results().toList()) {
        Route route = result.dossier().find(Route.KEY).orElseThrow();
        assertThat(Optional.of(route.way())).isEqualTo(HALVES.draw(result.lead().id()));
        assertThat(route.drawn().orElseThrow().share()).isEqualByComparingTo("0.5");
        assertThat(result.steps())
            .filteredOn(step -> step.step().equals("external-research"))
            .allMatch(step -> step.hasSection() == (route.way() == Route.Way.FULL));
        assertThat(notes(events, result.lead().id()))
            .containsExactly(route.way() + ", drawn by spring with the share 0.5");
      }
    }
    events.clear();
    Split other = Split.of("full=0.5,persona-first=0.5", "autumn");
    try (Run run = prospector.start(Pipelines.split(other, Tier.NOT_QUALIFIED), leads)) {
      run.await();
    }
    assertThat(events)
        .as("another seed draws anew")
        .filteredOn(e -> e instanceof RunEvent.StepCompleted c && c.step().equals("route"))
        .hasSize(6);
  }

  private static List<String> notes(List<RunEvent> events, LeadId lead) {
    return List.copyOf(events).stream()
        .filter(RunEvent.StepCompleted.class::isInstance)
        .map(RunEvent.StepCompleted.class::cast)
        .filter(e -> e.lead().equals(lead))
        .map(RunEvent.StepCompleted::note)
        .filter(note -> !note.isEmpty())
        .toList();
  }

  @Test
  void aPipelineIsFoundAgainByTheNameThatItsRunWasKeptUnder() {
    String name = Pipelines.split(HALVES, Tier.HIGH).name();
    assertThat(Pipelines.named(name).orElseThrow().name()).isEqualTo(name);
    assertThat(Pipelines.named("split-none:full=1:a")).isEmpty();
    assertThat(Pipelines.named("enhanced", Tier.HIGH).orElseThrow().name())
        .isEqualTo("enhanced-high");
    assertThat(Pipelines.named("enhanced", Tier.LOW).orElseThrow().name()).isEqualTo("enhanced");
    assertThat(Pipelines.named("standard", Tier.LOW)).isEmpty();
  }

  @Test
  void whatIsNoSplitIsRefusedWithTheReason() {
    for (String shares : List.of("", "full", "full=0", "full=1.1", "full=.5,full=.5", "best=.5")) {
      assertThatThrownBy(() -> Split.of(shares, "a"))
          .as(shares)
          .isInstanceOf(ConfigurationException.class);
    }
    assertThatThrownBy(() -> Split.of("full=1", "a seed")).hasMessageContaining("hyphens");
  }
}
