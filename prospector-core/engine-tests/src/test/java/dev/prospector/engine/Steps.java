package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.budget.Account;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Usage;
import dev.prospector.dossier.Author;
import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.dossier.Section;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStage;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.Role;
import dev.prospector.store.LeadStore;
import dev.prospector.testkit.Note;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Small agents out of which the tests of the engine put pipelines together. */
public final class Steps {

  record First(String text, int number) {
    static final Section<First> KEY = Section.of("first", First.class, 1);
  }

  record Second(String text) {
    static final Section<Second> KEY = Section.of("second", Second.class, 1);
  }

  record Third(String text) {
    static final Section<Third> KEY = Section.of("third", Third.class, 1);
  }

  /** What an agent of a test does. */
  @FunctionalInterface
  interface Work<T> {
    T by(AgentInput input) throws InterruptedException;
  }

  private Steps() {}

  static <T> Agent<T> agent(AgentSpec<T> spec, Work<T> work) {
    return new Agent<>() {
      @Override
      public AgentSpec<T> spec() {
        return spec;
      }

      @Override
      public T byRules(AgentInput input) throws InterruptedException {
        return work.by(input);
      }
    };
  }

  /** Writes the name of the lead's company. */
  static Agent<First> first(Work<First> work) {
    return agent(AgentSpec.writing(First.KEY).readingLead(), work);
  }

  /** Says that it began, and waits until it may go on. */
  static Agent<First> held(CountDownLatch began, CountDownLatch goOn) {
    return first(
        input -> {
          began.countDown();
          goOn.await();
          return name(input);
        });
  }

  static First name(AgentInput input) {
    return new First(input.lead().company().name(), 1);
  }

  /** Fails for good. */
  static <T> T fail() {
    throw new PortException("test", "it fails", RetryAdvice.never());
  }

  static Agent<Second> second(Work<Second> work) {
    return agent(AgentSpec.writing(Second.KEY).reading(First.KEY), work);
  }

  static Second again(AgentInput input) {
    return new Second(input.get(First.KEY).text());
  }

  static Agent<Third> third(Work<Third> work) {
    return agent(AgentSpec.writing(Third.KEY).reading(Second.KEY), work);
  }

  /** Asks the model once, and takes what it says; what is empty is malformed. */
  static class Asking implements ModelAgent<First> {
    final AtomicInteger byRules = new AtomicInteger();

    @Override
    public AgentSpec<First> spec() {
      return AgentSpec.writing(First.KEY).readingLead();
    }

    @Override
    public Prompt prompt() {
      return Steps.prompt("first");
    }

    @Override
    public First byRules(AgentInput input) {
      byRules.incrementAndGet();
      return new First("rules", 1);
    }

    @Override
    public Optional<Question> question(AgentInput input) {
      return Optional.of(Question.about("something"));
    }

    @Override
    public Reading<First> read(AgentInput input, Question asked, LanguageModel.Answer answer) {
      return answer.ending() == LanguageModel.Answer.Ending.COMPLETE
          ? Reading.of(new First(answer.text(), 1))
          : Reading.malformed(List.of("it is " + answer.ending()));
    }
  }

  /** Returns what is asked of every lead: in a word, for an answer in a word. */
  static Prompt prompt(String id) {
    return Prompt.of(id, Role.EXTRACT, "say").withLengths(new Prompt.Lengths(9, 9, 10));
  }

  /** Returns the key of a call for a lead of the run "run", which is at the given place. */
  static String call(int index, String lead, String step, int number) {
    String hashed = Fingerprint.hasher().add(lead).finish().toString().substring(0, 16);
    return "run/" + index + "/" + hashed + "/" + step + "/" + number;
  }

  /** Returns what the calls of the run "run" really cost. */
  static Usage spentOnCalls(Budget budget) {
    Usage all = budget.spending(new Account(Tenant.DEFAULT, "run")).settled();
    return new Usage(all.money(), all.tokens(), all.calls());
  }

  static Lead lead(String id) {
    return Lead.of(LeadId.of(id), Company.named(id));
  }

  static List<Lead> leads(int count) {
    return IntStream.range(0, count).mapToObj(i -> lead("lead-" + i)).toList();
  }

  /** Has a person write into what is stored of a lead. */
  static void correct(LeadStore store, Lead lead, First value) {
    LeadStore.Stored stored = store.find(Tenant.DEFAULT, lead.id()).orElseThrow();
    Dossier dossier =
        stored.dossier().corrected(First.KEY, value, Note.provenance(Author.HUMAN, "a person"));
    Lead next = stored.lead().at(LeadStage.COMPLETED, LeadStatus.ENRICHED);
    assertThat(store.save(Tenant.DEFAULT, next, dossier)).isTrue();
  }
}
