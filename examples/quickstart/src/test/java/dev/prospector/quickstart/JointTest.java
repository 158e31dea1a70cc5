package dev.prospector.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.Pipelines;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.pipeline.Pipeline;
import org.junit.jupiter.api.Test;

/** What the manual says of agents that are asked in one request. */
class JointTest {

  @Test
  void agentsAreAskedInOneRequest() {
    Pipeline pipeline =
        // region asking
        Pipelines.standard().toBuilder("slogans")
            .add(new SloganAgent())
            .asking(CompanyProfile.KEY, Slogan.KEY)
            .build();
    // endregion
    assertThat(pipeline.toText()).contains("asked together: company-analysis, slogan");
  }
}
