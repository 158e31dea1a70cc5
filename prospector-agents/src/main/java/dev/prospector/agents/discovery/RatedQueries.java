package dev.prospector.agents.discovery;

import dev.prospector.agents.qualification.Qualification;
import dev.prospector.agents.qualification.Tier;
import dev.prospector.candidate.Candidate;
import dev.prospector.candidate.CandidateStore;
import dev.prospector.candidate.QueryRecord;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.store.LeadStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says of queries what became of the companies that they were the first to find. */
final class RatedQueries {

  private static final int AT_A_TIME = 500;

  private final CandidateStore candidates;
  private final LeadStore leads;
  private final Tenant tenant;

  RatedQueries(CandidateStore candidates, LeadStore leads, Tenant tenant) {
    this.candidates = candidates;
    this.leads = leads;
    this.tenant = tenant;
  }

  List<QueryRecord> all() {
    Map<String, Map<String, Long>> tiers = new HashMap<>();
    String after = "";
    List<Candidate> some;
    do {
      some = candidates.list(tenant, Candidate.State.ACCEPTED, after, AT_A_TIME);
      some.forEach(candidate -> count(candidate, tiers));
      after = some.isEmpty() ? after : some.get(some.size() - 1).domain();
    } while (some.size() == AT_A_TIME);
    return candidates.records(tenant).stream()
        .map(record -> record.withTiers(tiers.getOrDefault(record.query(), Map.of())))
        .toList();
  }

  private void count(Candidate candidate, Map<String, Map<String, Long>> tiers) {
    Optional<Tier> tier =
        leads
            .find(tenant, LeadId.of(candidate.domain()))
            .flatMap(stored -> stored.dossier().find(Qualification.KEY))
            .map(Qualification::tier);
    if (tier.isPresent() && !candidate.seen().isEmpty()) {
      tiers
          .computeIfAbsent(candidate.seen().get(0).query(), query -> new HashMap<>())
          .merge(tier.get().name(), 1L, Long::sum);
    }
  }

  /**
   * Returns what a query is worth: leads that fit for each time it was asked, those of the highest
   * tier twice.
   */
  static double worth(QueryRecord record) {
    long high = record.tiers().getOrDefault(Tier.HIGH.name(), 0L);
    long medium = record.tiers().getOrDefault(Tier.MEDIUM.name(), 0L);
    return record.asked() == 0 ? 0 : (2.0 * high + medium) / record.asked();
  }
}
