package dev.prospector.engine.internal.workplace;

import dev.prospector.budget.Budget;
import dev.prospector.budget.Limits;
import dev.prospector.context.BusinessContext;
import dev.prospector.engine.internal.lookup.Sources;
import dev.prospector.evidence.ConfidencePolicy;
import dev.prospector.lead.Tenant;
import dev.prospector.model.Models;
import dev.prospector.privacy.Redaction;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.store.ContextStore;
import dev.prospector.store.Journal;
import dev.prospector.store.LeadStore;
import dev.prospector.store.RunStore;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything outside that a run uses.
 *
 * @param context what the host sells and to whom, where neither a run nor its tenant says it
 * @param sources where agents read from
 * @param storage where results are kept
 * @param spending the models, if any, and what may be spent on them
 * @param confidence computes how far facts can be relied on
 */
public record Ports(
    BusinessContext context,
    Sources sources,
    Storage storage,
    Spending spending,
    ConfidencePolicy confidence) {

  /**
   * Where results are kept.
   *
   * @param journal results of steps by fingerprint
   * @param leads leads with their dossiers, if they are to be kept
   * @param suppression those who said no
   * @param contexts what each tenant sells, in versions, if that is kept
   * @param runs runs that survive their process, if they are to; journal and leads are its own
   */
  public record Storage(
      Journal journal,
      Optional<LeadStore> leads,
      SuppressionList suppression,
      Optional<ContextStore> contexts,
      Optional<RunStore> runs) {}

  /**
   * What costs money.
   *
   * @param models language models, if there are any
   * @param budget what may be spent on them
   * @param limits that hold for a tenant beside those of the budget; asked at each reservation
   * @param redaction what is not told to them
   */
  public record Spending(
      Models models, Budget budget, Function<Tenant, Limits> limits, Redaction redaction) {}
}
