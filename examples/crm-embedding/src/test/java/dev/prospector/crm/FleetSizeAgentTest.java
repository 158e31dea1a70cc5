package dev.prospector.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.intake.IntakeAgent;
import dev.prospector.agents.website.WebsiteAgent;
import dev.prospector.evidence.Fact;
import dev.prospector.testkit.OneStep;
import org.junit.jupiter.api.Test;

class FleetSizeAgentTest {

  // region agent-test
  private static Fact<Integer> vehicles(String html) {
    return OneStep.of(new FleetSizeAgent())
        .after(new IntakeAgent(), new WebsiteAgent())
        .site("https://northgate.example/", html)
        .run()
        .written()
        .vehicles();
  }

  @Test
  void theFleetIsWhatTheSiteSays() {
    Fact<Integer> vehicles =
        vehicles("<h1>Northgate Haulage</h1><p>We run 120 trucks from our yard in Leeds.</p>");
    assertThat(vehicles.claims().get(0).value()).isEqualTo(120);
    assertThat(vehicles.claims().get(0).quote()).isEqualTo("120 trucks");
  }

  @Test
  void aSiteThatSaysNothingLeavesItUnknown() {
    assertThat(vehicles("<h1>Harbour Bakery</h1><p>Fresh bread since dawn.</p>").claims())
        .isEmpty();
  }
  // endregion
}
