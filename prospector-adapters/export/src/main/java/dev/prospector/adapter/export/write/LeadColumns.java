package dev.prospector.adapter.export.write;

import dev.prospector.adapter.export.record.LeadRecord;
import dev.prospector.adapter.export.record.Sections;
import dev.prospector.adapter.export.record.Verdict;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.contact.phone.PhoneUse;
import dev.prospector.agents.contact.social.SocialNetwork;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.qualification.Qualification;
import dev.prospector.agents.qualification.Scores;
import dev.prospector.agents.registration.Registration;
import dev.prospector.agents.technology.TechnologyStack;
import dev.prospector.dossier.Dossier;
import dev.prospector.evidence.Fact;
import dev.prospector.lead.Company;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A lead in one row: what a salesperson sorts and filters by. Texts and numbers; "" if unknown. */
final class LeadColumns {

  static final List<String> NAMES =
      List.of(
          "id",
          "name",
          "website",
          "domain",
          "country",
          "city",
          "state",
          "status",
          "tier",
          "score",
          "score_low",
          "score_high",
          "known",
          "decisive",
          "readiness",
          "next_step",
          "justification",
          "return_low",
          "return_high",
          "currency",
          "industry",
          "size",
          "employees",
          "founded",
          "services",
          "email",
          "other_emails",
          "phone",
          "other_phones",
          "whatsapp",
          "linkedin",
          "address",
          "person",
          "person_role",
          "registration_number",
          "legal_name",
          "registration_status",
          "technologies",
          "not_done",
          "notes",
          "source");

  private static final int MOST_ITEMS = 12;

  private final List<Object> cells = new ArrayList<>();

  private LeadColumns() {}

  /** Returns the cells in the order of the names. */
  static List<Object> of(LeadRecord lead) {
    LeadColumns row = new LeadColumns();
    Dossier dossier = lead.result().dossier();
    row.addCompany(lead.result().lead().company(), Sections.find(dossier, Intake.class));
    row.add(lead.result().status().name());
    row.addVerdict(Verdict.of(dossier));
    row.addProfile(Sections.find(dossier, CompanyProfile.class));
    row.addContacts(Sections.find(dossier, ContactDetails.class));
    row.addRegistration(lead.result().lead().company(), Sections.find(dossier, Registration.class));
    row.add(
        Sections.find(dossier, TechnologyStack.class)
            .map(t -> joined(t.found().stream().map(f -> f.name().known()).toList()))
            .orElse(""));
    row.add(
        lead.steps().stream()
            .map(s -> s.get("step") + " " + s.get("state") + ": " + s.get("reason"))
            .collect(Collectors.joining("; ")));
    row.add(String.join("; ", lead.notes()));
    row.add(lead.result().lead().source().toString());
    row.cells.add(0, lead.result().lead().id().value());
    return row.cells;
  }

  private void add(Object cell) {
    cells.add(cell);
  }

  private void addCompany(Company company, Optional<Intake> intake) {
    add(intake.map(i -> shown(i.name())).filter(s -> !s.isEmpty()).orElse(company.name()));
    add(intake.map(i -> shown(i.website())).orElse(company.website().orElse("")));
    add(intake.map(i -> shown(i.domain())).orElse(company.domain().orElse("")));
    add(intake.map(i -> shown(i.country())).orElse(company.country().orElse("")));
    add(intake.map(i -> shown(i.city())).orElse(""));
    add(intake.map(i -> shown(i.state())).orElse(""));
  }

  private void addVerdict(Verdict verdict) {
    Optional<Qualification> q = verdict.qualification();
    add(verdict.tier().map(Enum::name).orElse(""));
    add(q.<Object>map(Qualification::score).orElse(""));
    add(q.<Object>map(v -> v.range().low()).orElse(""));
    add(q.<Object>map(v -> v.range().high()).orElse(""));
    add(q.<Object>map(Qualification::known).orElse(""));
    add(q.flatMap(Qualification::decisive).map(Enum::name).orElse(""));
    add(verdict.scores().map(s -> s.readiness().name()).orElse(""));
    add(verdict.scores().map(Scores::nextStep).orElse(""));
    add(q.map(Qualification::justification).orElse(""));
    Optional<Scores.ReturnPotential> worth = verdict.scores().flatMap(Scores::returnPotential);
    add(worth.<Object>map(w -> w.low().amount()).orElse(""));
    add(worth.<Object>map(w -> w.high().amount()).orElse(""));
    add(worth.map(w -> w.low().currency().getCurrencyCode()).orElse(""));
  }

  private void addProfile(Optional<CompanyProfile> profile) {
    add(
        profile
            .map(p -> p.industryLabel().isEmpty() ? shown(p.industry()) : p.industryLabel())
            .orElse(""));
    add(profile.map(p -> shown(p.size())).orElse(""));
    add(profile.map(p -> shown(p.employees())).orElse(""));
    add(profile.map(p -> shown(p.founded())).orElse(""));
    add(profile.map(p -> joined(p.services().stream().map(Fact.Known::known).toList())).orElse(""));
  }

  private void addContacts(Optional<ContactDetails> contacts) {
    addFirstAndRest(
        list(contacts, c -> c.emails().stream().map(e -> e.address().known()).toList()));
    addFirstAndRest(list(contacts, c -> c.phones().stream().map(p -> p.number().known()).toList()));
    add(
        joined(
            list(
                contacts,
                c ->
                    c.phones().stream()
                        .filter(p -> p.uses().contains(PhoneUse.WHATSAPP))
                        .map(p -> p.number().known())
                        .toList())));
    add(
        joined(
            list(
                contacts,
                c ->
                    c.profiles().stream()
                        .filter(p -> p.network() == SocialNetwork.LINKEDIN)
                        .map(p -> p.url().known())
                        .toList())));
    add(first(list(contacts, c -> c.addresses().stream().map(a -> text(a.place())).toList())));
    add(first(list(contacts, c -> c.people().stream().map(p -> p.name().known()).toList())));
    add(first(list(contacts, c -> c.people().stream().map(p -> shown(p.role())).toList())));
  }

  private void addRegistration(Company company, Optional<Registration> registration) {
    add(
        registration
            .map(r -> shown(r.number()))
            .filter(s -> !s.isEmpty())
            .orElse(company.registrationNumber().orElse("")));
    add(registration.map(r -> shown(r.legalName())).orElse(""));
    add(registration.map(r -> shown(r.status())).orElse(""));
  }

  private void addFirstAndRest(List<String> values) {
    add(first(values));
    add(joined(values.stream().skip(1).toList()));
  }

  private static List<String> list(
      Optional<ContactDetails> contacts, Function<ContactDetails, List<String>> values) {
    return contacts.map(values).orElse(List.of());
  }

  private static String first(List<String> values) {
    return values.isEmpty() ? "" : values.get(0);
  }

  private static String joined(List<String> values) {
    return values.stream().limit(MOST_ITEMS).collect(Collectors.joining("; "));
  }

  /** Both sides of a contradiction are shown, with the word for it. */
  private static String shown(Fact<?> fact) {
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
