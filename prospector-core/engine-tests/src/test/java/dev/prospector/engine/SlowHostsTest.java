package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.Resource;
import dev.prospector.lead.LeadStatus;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.web.PageLookup;
import dev.prospector.web.PageSource;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A lead that waits for its host takes a place of its run, and nothing from other leads. */
@Timeout(60)
class SlowHostsTest {

  private static final int LEADS = 200;
  private static final int AT_A_TIME = 64;

  /** All places but one wait for hosts that answer when every other lead was worked on. */
  private static final int SLOW = AT_A_TIME - 1;

  private final CountDownLatch others = new CountDownLatch(LEADS - SLOW);

  private final class Hosts implements PageSource {
    @Override
    public PageLookup fetch(String url) throws InterruptedException {
      if (number(url) < SLOW) {
        others.await();
      } else {
        others.countDown();
      }
      return new PageLookup.Absent(url, "status 404");
    }

    @Override
    public String identity() {
      return "hosts";
    }
  }

  private static int number(String url) {
    return Integer.parseInt(url.replaceFirst(".*-(\\d{1,9}).*", "$1"));
  }

  private static Steps.First read(AgentInput input) throws InterruptedException {
    String url = "https://" + input.lead().id() + ".example/";
    return new Steps.First(input.pages().fetch(url).url(), 1);
  }

  @Test
  void leadsOfOtherHostsAreWorkedOnWhileAllPlacesButOneWait() throws Exception {
    Pipeline reading =
        Pipeline.named("reading")
            .add(
                Steps.agent(
                    AgentSpec.writing(Steps.First.KEY).readingLead().using(Resource.PAGES),
                    SlowHostsTest::read))
            .build();
    try (Prospector prospector =
            Prospector.builder()
                .runs(new InMemoryRunStore(Clock.systemUTC()))
                .pages(new Hosts())
                .build();
        Run run =
            prospector.start(
                reading,
                Steps.leads(LEADS).iterator(),
                RunOptions.defaults().withConcurrency(AT_A_TIME))) {
      List<LeadResult> results = run.results().toList();
      assertThat(results).hasSize(LEADS);
      assertThat(results).extracting(LeadResult::status).containsOnly(LeadStatus.ENRICHED);
    }
  }
}
