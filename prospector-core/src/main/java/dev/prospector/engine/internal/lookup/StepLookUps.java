package dev.prospector.engine.internal.lookup;

import dev.prospector.dossier.Fingerprint;
import dev.prospector.engine.internal.time.Deadline;
import dev.prospector.error.PortException;
import dev.prospector.error.ProspectorException;
import dev.prospector.lookup.LookUp;
import dev.prospector.lookup.Source;
import dev.prospector.lookup.SourceKind;
import dev.prospector.registry.CompanyRegistry;
import dev.prospector.store.StepCommit;
import dev.prospector.verification.EmailVerifier;
import dev.prospector.verification.PhoneVerifier;
import dev.prospector.web.PageSource;
import dev.prospector.web.WebSearch;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one step asks of sources. A question that was answered is not asked again in a later try,
 * nor while an earlier run's answer is fresh enough; a source that is down is an answer as soon as
 * the step would not be tried again for it. Confined to one step.
 */
public final class StepLookUps {

  private static final Logger LOG = LoggerFactory.getLogger(StepLookUps.class);

  private final LeadLookUps lead;
  private final Fingerprint step;
  // Most steps ask nothing, and make no map.
  private Map<LookUp.Question, LookUp> answered = Map.of();
  private Map<LookUp.Question, LookUp> asked = Map.of();
  private Set<SourceKind> hung = Set.of();
  private int attempt = 1;
  private @Nullable Deadline time;

  /**
   * Begins a step that has asked nothing.
   *
   * @param step what it depends on beside its look-ups
   */
  public StepLookUps(LeadLookUps lead, Fingerprint step) {
    this.lead = lead;
    this.step = step;
  }

  /**
   * Says which try this is, counted from 1.
   *
   * @param watched the time of the step
   */
  public void attempt(int newAttempt, Deadline watched) {
    attempt = newAttempt;
    time = watched;
  }

  /** Begins from the beginning: what was asked before does not matter any more. */
  public void restart() {
    asked = Map.of();
  }

  /** Returns the pages as the step sees them. */
  public PageSource pages() {
    return new JournaledPages(lead.sources().pages(), this);
  }

  /** Returns the register as the step sees it. */
  public CompanyRegistry registry() {
    return new JournaledRegistry(lead.sources().registry(), this);
  }

  /** Returns the search as the step sees it. */
  public WebSearch search() {
    return new JournaledSearch(lead.sources().search(), this);
  }

  /** Returns the verifier of e-mail addresses as the step sees it. */
  public EmailVerifier emailVerifier() {
    return new JournaledEmails(lead.sources().emails(), this);
  }

  /** Returns the verifier of telephone numbers as the step sees it. */
  public PhoneVerifier phoneVerifier() {
    return new JournaledPhones(lead.sources().phones(), this);
  }

  /** Returns the fingerprint of what the step depends on, its look-ups included. */
  public Fingerprint inputs() {
    return inputs(step, asked.values());
  }

  /** Returns everything that was asked. */
  public StepCommit.Asked asked() {
    return new StepCommit.Asked(Optional.of(step), List.copyOf(asked.values()));
  }

  static Fingerprint inputs(Fingerprint step, Iterable<LookUp> asked) {
    Fingerprint.Hasher hasher = Fingerprint.hasher().add("asked/1").add(step);
    for (LookUp lookUp : asked) {
      hasher.add(lookUp.question().kind().name()).add(lookUp.question().text());
      hasher.add(lookUp.answer().content());
    }
    return hasher.finish();
  }

  <R> R ask(SourceKind kind, Source source, String text, AnswerForm<R> form, AnswerForm.Ask<R> ask)
      throws InterruptedException {
    LookUp.Question question = new LookUp.Question(kind, source.identity(), text);
    Optional<LookUp> known = known(question).filter(one -> isWritten(one, source));
    if (known.isPresent()) {
      note(known.get());
      return form.read(text, known.get().answer());
    }
    Answered<R> now =
        hung.contains(kind)
            ? failed(text, form, "not asked: the source used up the step's time before")
            : answer(source, text, form, () -> inTime(kind, ask));
    LookUp.Answer kept =
        isFound(now.written()) && source.isFixed() ? now.written().withoutText() : now.written();
    LookUp lookUp = note(lookUp(question, kept));
    lead.add(lookUp);
    if (!source.isFixed()) {
      lead.keep(lookUp);
    }
    return now.given();
  }

  /** What a fixed source has is asked for again, since it is not kept. */
  private static boolean isWritten(LookUp lookUp, Source source) {
    return !(isFound(lookUp.answer()) && source.isFixed());
  }

  private static boolean isFound(LookUp.Answer answer) {
    return answer.outcome() == LookUp.Outcome.FOUND;
  }

  private Optional<LookUp> known(LookUp.Question question) {
    LookUp earlier = answered.get(question);
    return earlier == null ? lead.find(question) : Optional.of(earlier);
  }

  private LookUp lookUp(LookUp.Question question, LookUp.Answer answer) {
    LookUp.Made made = new LookUp.Made(lead.terms().run().value(), lead.terms().clock().instant());
    return new LookUp(lead.lead(), step, 0, question, answer, made);
  }

  /** A question has the place at which it was asked first. */
  private LookUp note(LookUp lookUp) {
    LookUp before = asked.get(lookUp.question());
    LookUp here = lookUp.at(step, before == null ? asked.size() : before.position());
    asked = asked.isEmpty() ? new LinkedHashMap<>() : asked;
    answered = answered.isEmpty() ? new HashMap<>() : answered;
    asked.put(here.question(), here);
    answered.put(here.question(), here);
    return here;
  }

  /** An answer as the step is given it, and as it is written down. */
  private record Answered<R>(R given, LookUp.Answer written) {}

  private <R> Answered<R> answer(
      Source source, String question, AnswerForm<R> form, AnswerForm.Ask<R> ask)
      throws InterruptedException {
    try {
      R given = ask.ask();
      LookUp.Answer written = form.write(given);
      return new Answered<>(source.isFixed() ? given : form.read(question, written), written);
    } catch (HungSource e) {
      return failed(question, form, String.valueOf(e.getMessage()));
    } catch (PortException e) {
      if (lead.terms().retry().allows(attempt, e.advice())) {
        throw e;
      }
      return failed(question, form, String.valueOf(e.getMessage()));
    } catch (ProspectorException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.warn("source '{}' broke with {}", source.identity(), e.getClass().getName());
      LOG.debug("source '{}' broke", source.identity(), e);
      return failed(question, form, "the source broke: " + e.getClass().getName());
    }
  }

  /** A source did not answer within the step's time, and is not asked again in this step. */
  private static final class HungSource extends RuntimeException {
    private static final long serialVersionUID = 1;

    HungSource() {
      super("it did not answer within the step's time", null, false, false);
    }
  }

  /** However a source takes the interrupt, it is told by the time that it was ours. */
  private <R> R inTime(SourceKind kind, AnswerForm.Ask<R> ask) throws InterruptedException {
    Deadline watched = Objects.requireNonNull(time);
    watched.sourceBegins();
    R given;
    try {
      given = ask.ask();
    } catch (InterruptedException | RuntimeException e) {
      if (watched.sourceEnds()) {
        hangs(kind);
        throw new HungSource();
      }
      throw e;
    }
    if (watched.sourceEnds()) {
      hangs(kind); // What it answered in the last moment is known.
    }
    return given;
  }

  private void hangs(SourceKind kind) {
    if (hung.isEmpty()) {
      hung = EnumSet.noneOf(SourceKind.class);
    }
    hung.add(kind);
  }

  private static <R> Answered<R> failed(String question, AnswerForm<R> form, String reason) {
    LookUp.Answer written = LookUp.Answer.without(LookUp.Outcome.FAILED, reason);
    return new Answered<>(form.read(question, written), written);
  }
}
