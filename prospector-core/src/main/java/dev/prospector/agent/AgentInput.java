package dev.prospector.agent;

import dev.prospector.context.BusinessContext;
import dev.prospector.dossier.Section;
import dev.prospector.evidence.Evidence;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.SnapshotId;
import dev.prospector.lead.Lead;
import dev.prospector.model.Embedder;
import dev.prospector.registry.CompanyRegistry;
import dev.prospector.verification.EmailVerifier;
import dev.prospector.verification.PhoneVerifier;
import dev.prospector.web.PageSource;
import dev.prospector.web.WebSearch;
import java.time.Instant;
import java.util.Optional;

/**
 * What an agent is handed for one lead: exactly what it declared. Asking for anything else throws
 * {@link IllegalStateException}, which names what to declare.
 *
 * <p>Confined to one step.
 */
public interface AgentInput {

  /** Returns a section that the agent declared as required. */
  <T> T get(Section<T> section);

  /** Returns a section that the agent declared, if it is there. */
  <T> Optional<T> find(Section<T> section);

  /** Returns the lead as the host gave it. */
  Lead lead();

  /** Returns the business context of the run. */
  BusinessContext context();

  /**
   * Returns where pages come from. What was asked is written down, and what was answered for this
   * lead is not asked again while it is fresh enough. A source that is down gives {@link
   * dev.prospector.web.PageLookup.Failed} once trying again is of no use.
   */
  PageSource pages();

  /**
   * Returns the official register, which may not be configured; it is asked as {@link #pages()}
   * are.
   */
  CompanyRegistry registry();

  /** Returns the web search, which may not be configured; it is asked as {@link #pages()} are. */
  WebSearch search();

  /**
   * Returns what turns texts into vectors, if it is set: for choosing what a model is given. It is
   * part of the fingerprint of agents that ask models.
   */
  default Optional<Embedder> embedder() {
    return Optional.empty();
  }

  /**
   * Returns the verifier of e-mail addresses, which may not be configured; it is asked as {@link
   * #pages()} are.
   */
  EmailVerifier emailVerifier();

  /**
   * Returns the verifier of telephone numbers, which may not be configured; it is asked as {@link
   * #pages()} are.
   */
  PhoneVerifier phoneVerifier();

  /** Returns the gate through which every claim goes. */
  Evidence evidence();

  /**
   * Returns a snapshot that the host supplied or an agent before this one kept.
   *
   * @throws IllegalArgumentException if there is none of that id
   */
  Snapshot snapshot(SnapshotId id);

  /** Keeps a snapshot with the run, so that claims on it can be checked later, and returns it. */
  Snapshot keep(Snapshot snapshot);

  /**
   * Returns the beginning of the day, in UTC, as of which the run judges, or of its month for an
   * agent that declares {@link AgentSpec#readingMonth()}; the same for all steps of a run.
   */
  Instant asOf();
}
