package dev.prospector.adapter.export.report;

import dev.prospector.adapter.export.record.LeadRecord;
import dev.prospector.adapter.export.record.Sections;
import dev.prospector.adapter.export.record.Verdict;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.qualification.Factor;
import dev.prospector.agents.qualification.Qualification;
import dev.prospector.agents.score.Scores;
import dev.prospector.dossier.Dossier;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.SnapshotId;
import dev.prospector.evidence.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A lead as the report shows it: a row for the overview, a card with everything. */
final class ReportLead {

  private static final int MOST_TEXT = 60_000;
  private static final int MOST_WORDS = 60;

  private final LeadRecord lead;
  private final long order;
  private final Verdict verdict;
  private final Dossier dossier;

  ReportLead(LeadRecord lead, long order) {
    this.lead = lead;
    this.order = order;
    this.dossier = lead.result().dossier();
    this.verdict = Verdict.of(dossier);
  }

  Verdict verdict() {
    return verdict;
  }

  LeadRecord lead() {
    return lead;
  }

  /** Returns by what leads are ranked: tier first, then score; unqualified ones come last. */
  double score() {
    return verdict.qualification().map(q -> 10.0 - 2 * q.tier().ordinal() + q.score()).orElse(-1.0);
  }

  /** Returns the lead as mark-up. */
  LeadArticle article(Labels labels) {
    return new LeadArticle(labels, lead, row());
  }

  /** Returns what the overview shows. */
  Map<String, @Nullable Object> row() {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("n", order);
    row.put("id", lead.result().lead().id().value());
    Optional<Intake> intake = Sections.find(dossier, Intake.class);
    row.put(
        "name",
        intake
            .flatMap(i -> i.name().value())
            .filter(name -> !name.isBlank())
            .orElse(lead.result().lead().company().toString()));
    row.put("website", lead.result().lead().company().website().orElse(""));
    row.put("domain", lead.result().lead().company().domain().orElse(""));
    row.put("place", intake.map(ReportLead::place).orElse(""));
    row.put("country", intake.flatMap(i -> i.country().value()).orElse(""));
    row.put("status", lead.result().status().name());
    row.put("failed", lead.steps().size());
    row.put("claims", lead.claims().size());
    addVerdict(row);
    addProfile(row);
    addContacts(row);
    return row;
  }

  private static String place(Intake intake) {
    return Stream.of(intake.city(), intake.state())
        .map(fact -> fact.value().orElse(""))
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(", "));
  }

  private void addVerdict(Map<String, @Nullable Object> row) {
    Optional<Qualification> q = verdict.qualification();
    row.put("tier", q.map(v -> v.tier().name()).orElse("NONE"));
    row.put("value", q.map(Qualification::score).orElse(null));
    row.put("low", q.map(v -> v.range().low()).orElse(null));
    row.put("high", q.map(v -> v.range().high()).orElse(null));
    row.put("known", q.map(Qualification::known).orElse(null));
    row.put("decisive", q.flatMap(Qualification::decisive).map(Enum::name).orElse(""));
    row.put("exclusion", q.flatMap(Qualification::exclusion).map(e -> e.kind().name()).orElse(""));
    row.put("readiness", verdict.scores().map(s -> s.readiness().name()).orElse(""));
    row.put("fit", q.map(v -> v.factor(Factor.Kind.FIT).value().low()).orElse(null));
    row.put("points", verdict.scores().map(ReportLead::points).orElse(List.of()));
    row.put("next", verdict.scores().map(Scores::nextStep).orElse(""));
    verdict
        .scores()
        .flatMap(Scores::returnPotential)
        .ifPresent(
            worth -> {
              row.put("worthLow", worth.low().amount());
              row.put("worthHigh", worth.high().amount());
              row.put("currency", worth.low().currency().getCurrencyCode());
            });
  }

  private static List<Map<String, Object>> points(Scores scores) {
    List<Map<String, Object>> points = new ArrayList<>();
    for (Scores.Point point : scores.points()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("question", point.question().name());
      fields.put("text", point.text());
      fields.put("quoted", !point.evidence().isEmpty());
      points.add(fields);
    }
    return points;
  }

  private void addProfile(Map<String, @Nullable Object> row) {
    Optional<CompanyProfile> profile = Sections.find(dossier, CompanyProfile.class);
    row.put("industry", profile.map(CompanyProfile::industryLabel).orElse(""));
    row.put("trade", profile.map(ReportLead::trade).orElse(""));
    row.put("size", profile.flatMap(p -> p.size().value()).map(Enum::name).orElse(""));
  }

  /** The words in which a company says what it is tell more than its sector, while they are few. */
  private static String trade(CompanyProfile profile) {
    return profile.trades().stream()
        .map(Fact.Known::known)
        .filter(words -> words.length() <= MOST_WORDS)
        .findFirst()
        .orElse("");
  }

  private void addContacts(Map<String, @Nullable Object> row) {
    Optional<ContactDetails> contacts = Sections.find(dossier, ContactDetails.class);
    row.put("email", first(contacts.map(c -> c.emails().stream().map(e -> e.address()))));
    row.put("phone", first(contacts.map(c -> c.phones().stream().map(p -> p.number()))));
    row.put("person", first(contacts.map(c -> c.people().stream().map(p -> p.name()))));
  }

  private static String first(Optional<Stream<Fact.Known<String>>> facts) {
    return facts.flatMap(Stream::findFirst).map(Fact.Known::known).orElse("");
  }

  /** Returns the whole record, with the texts that its quotes point into. */
  Map<String, @Nullable Object> card() {
    Map<String, @Nullable Object> card = new LinkedHashMap<>(lead.fields());
    Map<String, Object> pages = new LinkedHashMap<>();
    Map<SnapshotId, List<Span>> quoted = new LinkedHashMap<>();
    for (Claim<?> claim : lead.claims()) {
      quoted.computeIfAbsent(claim.snapshot(), id -> new ArrayList<>()).add(claim.span());
    }
    int room = MOST_TEXT;
    for (Snapshot snapshot : lead.result().snapshots()) {
      List<Span> spans = quoted.get(snapshot.id());
      if (spans != null && room > 0 && !pages.containsKey(snapshot.id().sha256())) {
        pages.put(snapshot.id().sha256(), PageExcerpt.of(snapshot, spans));
        room -= Math.min(6000, snapshot.text().length());
      }
    }
    card.put("pages", pages);
    return card;
  }
}
