package dev.prospector.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agents.Pipelines;
import dev.prospector.budget.Budget;
import dev.prospector.budget.InMemoryBudget;
import dev.prospector.budget.Limits;
import dev.prospector.context.BusinessContext;
import dev.prospector.event.EventSink;
import dev.prospector.event.RunEvent;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.JdkHttpTransport;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.memory.InMemorySuppressionList;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.Models;
import dev.prospector.model.Role;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.store.RunStore;
import dev.prospector.testkit.FixedPages;
import dev.prospector.testkit.Note;
import dev.prospector.testkit.RecordingSink;
import dev.prospector.testkit.ScriptedModel;
import dev.prospector.tracking.subscription.EventSubscriptions;
import dev.prospector.web.PageSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What the application has itself wins, and what it adds counts. */
class HostBeansTest {

  @Test
  void theApplicationsRunsWin() {
    RunStore own = new InMemoryRunStore(Clock.systemUTC());
    Boot.runner()
        .withBean("own", RunStore.class, () -> own)
        .run(context -> assertThat(context.getBean(RunStore.class)).isSameAs(own));
  }

  @Test
  void theApplicationsProspectorWins() {
    Prospector own = Prospector.builder().build();
    Boot.runner()
        .withBean("own", Prospector.class, () -> own)
        .run(context -> assertThat(context.getBean(Prospector.class)).isSameAs(own));
  }

  @Test
  void theApplicationsPagesWinOverThoseOfTheProperties() {
    PageSource own = FixedPages.none();
    Boot.runner()
        .withBean("own", PageSource.class, () -> own)
        .withPropertyValues("prospector.pages.contact=https://crm.example/bot")
        .run(context -> assertThat(context.getBean(PageSource.class)).isSameAs(own));
  }

  @Test
  void theApplicationsContextBudgetListOptionsTransportAndFollowersWin() {
    BusinessContext contextOfHost = BusinessContext.empty();
    Budget budget = new InMemoryBudget(Limits.unlimited(), Clock.systemUTC());
    SuppressionList list = new InMemorySuppressionList(new byte[16]);
    RunOptions options = RunOptions.defaults().withConcurrency(2);
    HttpTransport transport = JdkHttpTransport.create();
    RunStore runs = new InMemoryRunStore(Clock.systemUTC());
    EventSubscriptions followers = new EventSubscriptions(runs, Runnable::run);
    Boot.runner()
        .withPropertyValues("prospector.suppression.key=a secret of 24 bytes....")
        .withBean("context", BusinessContext.class, () -> contextOfHost)
        .withBean("budget", Budget.class, () -> budget)
        .withBean("list", SuppressionList.class, () -> list)
        .withBean("options", RunOptions.class, () -> options)
        .withBean("transport", HttpTransport.class, () -> transport)
        .withBean("followers", EventSubscriptions.class, () -> followers)
        .run(
            context -> {
              assertThat(context.getBean(BusinessContext.class)).isSameAs(contextOfHost);
              assertThat(context.getBean(Budget.class)).isSameAs(budget);
              assertThat(context.getBean(SuppressionList.class)).isSameAs(list);
              assertThat(context.getBean(RunOptions.class)).isSameAs(options);
              assertThat(context.getBean(HttpTransport.class)).isSameAs(transport);
              assertThat(context.getBean(EventSubscriptions.class)).isSameAs(followers);
            });
  }

  @Test
  void theApplicationsModelsAreAskedInTheirOrder() {
    LanguageModel first = new ScriptedModel();
    LanguageModel second = new ScriptedModel();
    Boot.runner()
        .withBean("a", LanguageModel.class, () -> first)
        .withBean("b", LanguageModel.class, () -> second)
        .withPropertyValues("prospector.limits.unlimited=true")
        .run(
            context ->
                assertThat(context.getBean(Models.class).chain("agent", Role.WRITE))
                    .containsExactly(first, second));
  }

  @Test
  void aModelOfTheApplicationNeedsALimitToo() {
    Boot.runner()
        .withBean("a", LanguageModel.class, () -> new ScriptedModel())
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("set prospector.limits.run.money"));
  }

  @Test
  void eachAgentJoinsTheStandardPipeline() {
    Boot.runner()
        .withBean(NoteAgent.class)
        .run(
            context -> {
              Pipeline pipeline = context.getBean(Pipeline.class);
              assertThat(pipeline.sections()).contains(Note.KEY);
              assertThat(pipeline.agents()).hasSize(Pipelines.standard().agents().size() + 1);
            });
  }

  @Test
  void eachPipelineOfTheApplicationCountsAndItsAgentsStayInIt() {
    NoteAgent agent = new NoteAgent();
    Boot.runner()
        .withBean(NoteAgent.class, () -> agent)
        .withBean("own", Pipeline.class, () -> Pipeline.named("own").add(agent).build())
        .run(
            context -> {
              assertThat(context.getBean(Pipeline.class).name()).isEqualTo("own");
              Pipeline standard = context.getBean("standardPipeline", Pipeline.class);
              assertThat(standard.agents()).doesNotContain(agent);
            });
  }

  @Test
  void eachSinkIsToldOfEverything() {
    RecordingSink one = new RecordingSink();
    List<RunEvent> other = new ArrayList<>();
    Boot.runner()
        .withBean("one", EventSink.class, () -> one)
        .withBean("other", EventSink.class, () -> other::add)
        .run(
            context -> {
              Lead lead = Lead.of(LeadId.of("one"), Company.named("Example"));
              try (Run run =
                  context
                      .getBean(Prospector.class)
                      .start(context.getBean(Pipeline.class), List.of(lead))) {
                run.await();
              }
              assertThat(one.all()).isNotEmpty().isEqualTo(other);
            });
  }

  @Test
  void customizersAreCalledInTheirOrderAndLast() {
    List<String> calls = new ArrayList<>();
    Boot.runner()
        .withBean("late", ProspectorCustomizer.class, () -> new Late(calls))
        .withBean("early", ProspectorCustomizer.class, () -> new Early(calls))
        .run(
            context -> {
              assertThat(context).hasSingleBean(Prospector.class);
              assertThat(calls).containsExactly("early", "late");
            });
  }

  @Order(Ordered.HIGHEST_PRECEDENCE)
  private record Early(List<String> calls) implements ProspectorCustomizer {
    @Override
    public void customize(Prospector.Builder builder) {
      calls.add("early");
    }
  }

  @Order(Ordered.LOWEST_PRECEDENCE)
  private record Late(List<String> calls) implements ProspectorCustomizer {
    @Override
    public void customize(Prospector.Builder builder) {
      calls.add("late");
    }
  }
}
