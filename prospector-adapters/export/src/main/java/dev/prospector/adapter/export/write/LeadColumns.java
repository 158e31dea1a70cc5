package dev.prospector.adapter.export.write;

import dev.prospector.adapter.export.record.LeadRecord;
import dev.prospector.adapter.export.record.Sections;
import dev.prospector.adapter.export.record.Verdict;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.qualification.Qualification;
import dev.prospector.agents.registration.Registration;
import dev.prospector.agents.score.Scores;
import dev.prospector.agents.technology.TechnologyStack;
import dev.prospector.dossier.Dossier;
import dev.prospector.evidence.Fact;
import dev.prospector.lead.Company;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A lead in one row: what a salesperson sorts and filters by. Texts and numbers; "" if unknown. */
final class LeadColumns {

  private static final int MOST_ITEMS = 12;

  private final Map<String, Object> cells = new LinkedHashMap<>();

  private LeadColumns() {}

  /** Returns the cells by name, in the order in which they are written. */
  static Map<String, Object> of(LeadRecord lead) {
    LeadColumns row = new LeadColumns();
    Dossier dossier = lead.result().dossier();
    Company company = lead.result().lead().company();
    ContactColumns contacts =
        new ContactColumns(
            Sections.find(dossier, ContactDetails.class), lead.result().lead().people());
    row.put("id", lead.result().lead().id().value());
    row.company(company, Sections.find(dossier, Intake.class), contacts);
    row.put("status", lead.result().status().name());
    row.verdict(Verdict.of(dossier));
    row.profile(Sections.find(dossier, CompanyProfile.class));
    contacts.addTo(row.cells);
    row.registration(company, Sections.find(dossier, Registration.class));
    row.put(
        "technologies",
        Sections.find(dossier, TechnologyStack.class)
            .map(t -> joined(t.found().stream().map(f -> f.name().known()).toList()))
            .orElse(""));
    ArguedColumns.addTo(row.cells, dossier);
    row.put(
        "not_done",
        lead.steps().stream()
            .map(s -> s.get("step") + " " + s.get("state") + ": " + s.get("reason"))
            .collect(Collectors.joining("; ")));
    row.put("notes", String.join("; ", lead.notes()));
    row.put("source", lead.result().lead().source().toString());
    return row.cells;
  }

  private void put(String name, Object cell) {
    cells.put(name, cell);
  }

  /** What the list says about the place comes before what the pages say. */
  private void company(Company company, Optional<Intake> intake, ContactColumns contacts) {
    put(
        "name",
        first(intake.map(i -> shown(i.name())).orElse(""), company.name(), contacts.siteName()));
    put(
        "website",
        intake.map(i -> shown(i.website())).orElseGet(() -> company.website().orElse("")));
    put("domain", intake.map(i -> shown(i.domain())).orElseGet(() -> company.domain().orElse("")));
    put(
        "country",
        first(
            intake.map(i -> shown(i.country())).orElse(""),
            company.country().orElse(""),
            contacts.country()));
    String city = intake.map(i -> shown(i.city())).orElse("");
    String state = intake.map(i -> shown(i.state())).orElse("");
    put("city", first(city, company.city().orElse(""), contacts.city()));
    put("state", first(state, company.state().orElse(""), contacts.state()));
  }

  private void verdict(Verdict verdict) {
    Optional<Qualification> q = verdict.qualification();
    put("tier", verdict.tier().map(Enum::name).orElse(""));
    put("score", q.<Object>map(Qualification::score).orElse(""));
    put("score_low", q.<Object>map(v -> v.range().low()).orElse(""));
    put("score_high", q.<Object>map(v -> v.range().high()).orElse(""));
    put("known", q.<Object>map(Qualification::known).orElse(""));
    put("decisive", q.flatMap(Qualification::decisive).map(Enum::name).orElse(""));
    put("readiness", verdict.scores().map(s -> s.readiness().name()).orElse(""));
    put("next_step", verdict.scores().map(Scores::nextStep).orElse(""));
    put("justification", q.map(Qualification::justification).orElse(""));
    for (Scores.Point.Question question : Scores.Point.Question.values()) {
      point(question, verdict.scores().map(Scores::points).orElse(List.of()));
    }
    Optional<Scores.ReturnPotential> worth = verdict.scores().flatMap(Scores::returnPotential);
    put("return_low", worth.<Object>map(w -> w.low().amount()).orElse(""));
    put("return_high", worth.<Object>map(w -> w.high().amount()).orElse(""));
    put("currency", worth.map(w -> w.low().currency().getCurrencyCode()).orElse(""));
  }

  /** An answer and the one quote that says it. */
  private void point(Scores.Point.Question question, List<Scores.Point> points) {
    String name = question.name().toLowerCase(Locale.ROOT);
    Optional<Scores.Point> point =
        points.stream()
            .filter(p -> p.question() == question && !p.evidence().isEmpty())
            .findFirst();
    put(name, point.map(Scores.Point::text).orElse(""));
    put(name + "_quote", point.map(p -> p.evidence().get(0).quote()).orElse(""));
  }

  private void profile(Optional<CompanyProfile> profile) {
    put(
        "industry",
        profile
            .map(p -> p.industryLabel().isEmpty() ? shown(p.industry()) : p.industryLabel())
            .orElse(""));
    put("size", profile.map(p -> shown(p.size())).orElse(""));
    put("employees", profile.map(p -> shown(p.employees())).orElse(""));
    put("founded", profile.map(p -> shown(p.founded())).orElse(""));
    put("description", profile.map(p -> shown(p.description())).orElse(""));
    put(
        "customers",
        profile
            .map(p -> joined(p.customers().stream().map(Fact.Known::known).toList()))
            .orElse(""));
    put(
        "services",
        profile.map(p -> joined(p.services().stream().map(Fact.Known::known).toList())).orElse(""));
  }

  private void registration(Company company, Optional<Registration> registration) {
    put(
        "registration_number",
        first(
            registration.map(r -> shown(r.number())).orElse(""),
            company.registrationNumber().orElse("")));
    put("legal_name", registration.map(r -> shown(r.legalName())).orElse(""));
    put("registration_status", registration.map(r -> shown(r.status())).orElse(""));
  }

  static String first(String... values) {
    for (String value : values) {
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  static String joined(List<String> values) {
    return values.stream().limit(MOST_ITEMS).collect(Collectors.joining("; "));
  }

  /** Both sides of a contradiction are shown, with the word for it. */
  static String shown(Fact<?> fact) {
    return Objects.requireNonNull(
        fact.fold(
            LeadColumns::text,
            () -> "",
            absent -> "none",
            contradicted ->
                contradicted.sides().stream()
                        .map(LeadColumns::text)
                        .collect(Collectors.joining(" / "))
                    + " (contradicted)"));
  }

  private static String text(Fact.Known<?> known) {
    return String.valueOf((Object) known.known());
  }
}
