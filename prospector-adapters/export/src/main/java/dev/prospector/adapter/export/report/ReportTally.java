package dev.prospector.adapter.export.report;

import dev.prospector.agents.qualification.Qualification;
import dev.prospector.agents.qualification.Tier;
import dev.prospector.agents.score.Scores;
import dev.prospector.lead.LeadStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Counts over all leads, also those that the report does not show. */
final class ReportTally {

  private static final int BINS = 20;
  private static final int MOST_LISTS = 5;

  private final Map<String, Long> tiers = new LinkedHashMap<>();
  private final Map<String, long[]> bins = new LinkedHashMap<>();
  private final Map<String, Long> readiness = new LinkedHashMap<>();
  private final Map<String, Long> decisive = new LinkedHashMap<>();
  private final Map<String, BigDecimal[]> worth = new TreeMap<>();
  private final Set<String> lists = new TreeSet<>();
  private long claims;
  private long failed;

  ReportTally() {
    for (Tier tier : Tier.values()) {
      tiers.put(tier.name(), 0L);
      bins.put(tier.name(), new long[BINS]);
    }
    tiers.put("NONE", 0L);
    Arrays.stream(Scores.Readiness.values()).forEach(r -> readiness.put(r.name(), 0L));
  }

  void add(ReportLead lead) {
    claims += lead.lead().claims().size();
    failed += lead.lead().result().status() == LeadStatus.FAILED ? 1 : 0;
    if (lists.size() < MOST_LISTS) {
      lists.add(lead.lead().result().lead().source().list());
    }
    tiers.merge(lead.verdict().tier().map(Enum::name).orElse("NONE"), 1L, Long::sum);
    lead.verdict().qualification().ifPresent(this::add);
    lead.verdict().scores().ifPresent(scores -> add(scores, lead));
  }

  private void add(Qualification q) {
    long[] counts = bins.get(q.tier().name());
    if (counts != null) {
      counts[(int) Math.min(BINS - 1, q.score() * BINS)]++;
    }
    q.decisive().ifPresent(kind -> decisive.merge(kind.name(), 1L, Long::sum));
  }

  private void add(Scores scores, ReportLead lead) {
    readiness.merge(scores.readiness().name(), 1L, Long::sum);
    boolean promising =
        lead.verdict().tier().filter(t -> t == Tier.HIGH || t == Tier.MEDIUM).isPresent();
    if (promising) {
      scores
          .returnPotential()
          .ifPresent(
              r -> {
                BigDecimal[] sum =
                    worth.computeIfAbsent(
                        r.low().currency().getCurrencyCode(),
                        c -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
                sum[0] = sum[0].add(r.low().amount());
                sum[1] = sum[1].add(r.high().amount());
              });
    }
  }

  /** Returns the counts in a line. */
  String line(Labels labels, long leads) {
    String counts =
        tiers.entrySet().stream()
            .filter(tier -> tier.getValue() > 0)
            .map(tier -> labels.say(tier.getKey()) + " " + tier.getValue())
            .collect(Collectors.joining(" · "));
    return labels.say("summary-line", leads, claims) + (counts.isEmpty() ? "" : ": " + counts);
  }

  Map<String, Object> fields(long leads, int cards) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("leads", leads);
    fields.put("cards", cards);
    fields.put("claims", claims);
    fields.put("failed", failed);
    fields.put("lists", List.copyOf(lists));
    fields.put("tiers", tiers);
    fields.put("bins", bins);
    fields.put("readiness", readiness);
    fields.put("decisive", decisive);
    List<Map<String, Object>> sums = new ArrayList<>();
    worth.forEach(
        (currency, sum) -> {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("currency", currency);
          one.put("low", sum[0]);
          one.put("high", sum[1]);
          sums.add(one);
        });
    fields.put("worth", sums);
    return fields;
  }
}
