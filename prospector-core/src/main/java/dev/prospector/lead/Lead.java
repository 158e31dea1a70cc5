package dev.prospector.lead;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.evidence.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A company to research, with what the host knows about it and the sources the host supplied: the
 * imported row itself, and pages or documents that came with it.
 *
 * <p>Immutable; every change gives a new version.
 */
public final class Lead {

  private final LeadId id;
  private final Company company;
  private final List<Person> people;
  private final LeadSource source;
  private final List<Snapshot> supplied;
  private final Progress progress;

  /** Stage, status and version travel together: each changes only with the last. */
  record Progress(
      @JsonProperty("stage") LeadStage stage,
      @JsonProperty("status") LeadStatus status,
      @JsonProperty("version") long version) {}

  @JsonCreator
  private Lead(
      @JsonProperty("id") LeadId id,
      @JsonProperty("company") Company company,
      @JsonProperty("people") List<Person> people,
      @JsonProperty("source") LeadSource source,
      @JsonProperty("supplied") List<Snapshot> supplied,
      @JsonProperty("progress") Progress progress) {
    this.id = Objects.requireNonNull(id);
    this.company = Objects.requireNonNull(company);
    this.people = List.copyOf(people);
    this.source = Objects.requireNonNull(source);
    this.supplied = List.copyOf(supplied);
    this.progress = Objects.requireNonNull(progress);
  }

  /** Returns a new lead, queued, at version 1. */
  public static Lead of(LeadId id, Company company) {
    Progress start = new Progress(LeadStage.INTAKE, LeadStatus.QUEUED, 1);
    return new Lead(id, company, List.of(), LeadSource.PROGRAM, List.of(), start);
  }

  /** Returns the next version of this lead with another company reference. */
  public Lead withCompany(Company newCompany) {
    return new Lead(id, newCompany, people, source, supplied, next());
  }

  /** Returns this lead with other columns of the host, at the same version. */
  public Lead withColumns(Map<String, String> columns) {
    return new Lead(id, company.withColumns(columns), people, source, supplied, progress);
  }

  /** Returns this lead with the people that the host knows there. */
  public Lead withPeople(List<Person> newPeople) {
    return new Lead(id, company, newPeople, source, supplied, progress);
  }

  /** Returns this lead with where the host had it from. */
  public Lead withSource(LeadSource newSource) {
    return new Lead(id, company, people, newSource, supplied, progress);
  }

  /** Returns this lead with the sources that the host supplies: its row, pages, documents. */
  public Lead withSupplied(List<Snapshot> newSupplied) {
    return new Lead(id, company, people, source, newSupplied, progress);
  }

  /** Returns the next version of this lead, at another stage. */
  public Lead at(LeadStage stage, LeadStatus status) {
    Progress moved = new Progress(stage, status, progress.version() + 1);
    return new Lead(id, company, people, source, supplied, moved);
  }

  /** Returns this lead as the next version of the stored one, regardless of its own version. */
  public Lead after(Lead stored) {
    Progress following =
        new Progress(progress.stage(), progress.status(), stored.progress.version() + 1);
    return new Lead(id, company, people, source, supplied, following);
  }

  private Progress next() {
    return new Progress(progress.stage(), progress.status(), progress.version() + 1);
  }

  /** Returns the id. */
  @JsonProperty
  public LeadId id() {
    return id;
  }

  /** Returns the company as the host names it. */
  @JsonProperty
  public Company company() {
    return company;
  }

  /** Returns the people that the host knows there. */
  @JsonProperty
  public List<Person> people() {
    return people;
  }

  /** Returns where the host had the lead from. */
  @JsonProperty
  public LeadSource source() {
    return source;
  }

  /** Returns the sources that the host supplied; the row itself comes first. */
  @JsonProperty
  public List<Snapshot> supplied() {
    return supplied;
  }

  @JsonProperty
  Progress progress() {
    return progress;
  }

  /** Returns how far the lead has come. */
  public LeadStage stage() {
    return progress.stage();
  }

  /** Returns what has become of the lead. */
  public LeadStatus status() {
    return progress.status();
  }

  /** Returns the version, which grows with each change; from 1. */
  public long version() {
    return progress.version();
  }

  @Override
  public String toString() {
    return "lead " + id;
  }
}
