package dev.prospector.adapter.store;

import dev.prospector.Prospector;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import dev.prospector.event.RunId;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.Role;
import dev.prospector.money.Money;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.testkit.Note;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * A process that works on a run together with others, of which each lead asks a paid model once as
 * long as there is something left to spend.
 */
final class Spender {

  static final RunId RUN = RunId.of("spending");
  static final Usage COST = Usage.ofCall(Money.of("0.01", "USD"), 100);

  private Spender() {}

  /** Takes the store's address, the provider's file, and the numbers of leads, calls, threads. */
  public static void main(String[] args) throws Exception {
    int leads = Integer.parseInt(args[2]);
    Limits limits = limits(Integer.parseInt(args[3]));
    RunOptions options =
        RunOptions.defaults().withId(RUN).withConcurrency(Integer.parseInt(args[4]));
    try (Store store = Store.open(args[0], StoreOptions.defaults().withSections(Note.KEY));
        Provider provider = Provider.open(Path.of(args[1]))) {
      Prospector prospector =
          Prospector.builder().runs(store.runs()).model(provider, store.budget(limits)).build();
      try (Run run = prospector.start(pipeline(), leads(leads), options)) {
        run.await();
      }
    }
  }

  static Limits limits(int calls) {
    return Limits.of(Limit.tokens(Limit.Period.RUN, calls * COST.tokens()));
  }

  static Pipeline pipeline() {
    return Pipeline.named("spending").add(new Asking()).build();
  }

  static Iterator<Lead> leads(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Lead.of(LeadId.of("lead-" + i), Company.named("Company " + i)))
        .iterator();
  }

  /** Asks once, and does without if it may not. */
  private static final class Asking implements ModelAgent<Note> {

    @Override
    public AgentSpec<Note> spec() {
      return AgentSpec.writing(Note.KEY).readingLead();
    }

    @Override
    public Prompt prompt() {
      return Prompt.of("note", Role.EXTRACT, "say").withLengths(new Prompt.Lengths(1, 20, 10));
    }

    @Override
    public Note byRules(AgentInput input) {
      return new Note("by rules");
    }

    @Override
    public Optional<Question> question(AgentInput input) {
      return Optional.of(Question.about(input.lead().id().value()));
    }

    @Override
    public Reading<Note> read(AgentInput input, Question asked, LanguageModel.Answer answer) {
      return Reading.of(new Note(answer.text()));
    }
  }

  /** Writes each call down before it answers; the file outlives every process that calls. */
  private record Provider(FileChannel calls) implements LanguageModel, AutoCloseable {

    static Provider open(Path file) throws IOException {
      return new Provider(
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    @Override
    public String name() {
      return "provider";
    }

    @Override
    public Usage upperBound(Request request) {
      return COST;
    }

    @Override
    public Effect effect() {
      return Effect.READ;
    }

    @Override
    public Answer ask(Request request) {
      try {
        String line = request.idempotencyKey() + "\n";
        calls.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(5_000_000));
      return new Answer("by model", Answer.Ending.COMPLETE, COST, name());
    }

    @Override
    public void close() throws IOException {
      calls.close();
    }
  }
}
