package dev.prospector.adapter.export.record;

import dev.prospector.dossier.Entry;
import dev.prospector.dossier.Proposal;
import dev.prospector.event.StepResult;
import dev.prospector.evidence.Claim;
import dev.prospector.lead.Company;
import dev.prospector.lead.ImportNotes;
import dev.prospector.lead.Lead;
import dev.prospector.run.LeadResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One lead as all outputs show it: maps, lists, texts, numbers, truth values and null, in a fixed
 * order. It holds no time, duration or id of the run, so that the same run gives the same record.
 *
 * <p>Immutable.
 */
public final class LeadRecord {

  private final LeadResult result;
  private final Map<String, @Nullable Object> sections;
  private final List<Claim<?>> claims;
  private final List<String> claimSections;
  private final List<Map<String, @Nullable Object>> proposals;

  private LeadRecord(LeadResult result) {
    this.result = result;
    Claims collected = new Claims();
    PlainValues values = new PlainValues(collected);
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    for (Entry<?> entry : result.dossier().entries()) {
      String name = entry.section().name();
      shown.put(name.replace('-', '_'), values.section(name, entry.value()));
    }
    this.sections = java.util.Collections.unmodifiableMap(shown);
    this.proposals = proposals(result, values);
    this.claims = collected.list();
    this.claimSections = collected.sections();
  }

  /** Returns the record of a result. */
  public static LeadRecord of(LeadResult result) {
    return new LeadRecord(result);
  }

  /** Returns what the record was made of. */
  public LeadResult result() {
    return result;
  }

  /** Returns every claim, in the order of its number. */
  public List<Claim<?>> claims() {
    return claims;
  }

  /** Returns the sections by name, words joined by underscores. */
  public Map<String, @Nullable Object> sections() {
    return sections;
  }

  /** Returns the whole record, as {@code docs/output.md} describes it. */
  public Map<String, @Nullable Object> fields() {
    Lead lead = result.lead();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("id", lead.id().value());
    fields.put("company", company(lead.company()));
    fields.put("people", new PlainValues(new Claims()).plain(lead.people()));
    fields.put("source", source(lead));
    fields.put("status", lead.status().name());
    fields.put("stage", lead.stage().name());
    Verdict verdict = Verdict.of(result.dossier());
    fields.put("tier", verdict.tier().map(Enum::name).orElse(null));
    fields.put("score", verdict.score());
    fields.put("sections", sections);
    fields.put("steps", steps());
    fields.put("notes", notes());
    fields.put("proposals", proposals);
    fields.put("means", Means.of(result.dossier()).fields());
    fields.put("claims", claimList());
    return fields;
  }

  private static Map<String, @Nullable Object> company(Company company) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("name", company.name());
    fields.put("website", company.website().orElse(null));
    fields.put("domain", company.domain().orElse(null));
    fields.put("country", company.country().orElse(null));
    fields.put("registration_number", company.registrationNumber().orElse(null));
    fields.put("columns", ImportNotes.ownColumns(company));
    return fields;
  }

  private static Map<String, Object> source(Lead lead) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("list", lead.source().list());
    fields.put("row", lead.source().row());
    return fields;
  }

  /** Returns the steps that left no section, each with the reason. */
  public List<Map<String, String>> steps() {
    List<Map<String, String>> steps = new ArrayList<>();
    for (StepResult step : result.steps()) {
      if (!step.hasSection()) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("step", step.step());
        fields.put("state", step.state().name());
        fields.put("reason", step.reason());
        steps.add(fields);
      }
    }
    return steps;
  }

  /** Returns what the import and the steps have to say, in sentences. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>(ImportNotes.of(result.lead().company()));
    for (Entry<?> entry : result.dossier().entries()) {
      if (!entry.provenance().note().isEmpty()) {
        notes.add(entry.section().name() + ": " + entry.provenance().note());
      }
    }
    return notes;
  }

  private static List<Map<String, @Nullable Object>> proposals(
      LeadResult result, PlainValues values) {
    List<Map<String, @Nullable Object>> shown = new ArrayList<>();
    for (Proposal proposal : result.dossier().proposals()) {
      for (Proposal.Difference difference : proposal.differences()) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("section", proposal.section());
        fields.put("field", PlainValues.snakeCase(difference.field()));
        fields.put("present", values.section(proposal.section(), difference.present()));
        fields.put("proposed", values.section(proposal.section(), difference.proposed()));
        shown.add(fields);
      }
    }
    return shown;
  }

  private List<Map<String, @Nullable Object>> claimList() {
    PlainValues values = new PlainValues(new Claims());
    List<Map<String, @Nullable Object>> list = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      Claim<?> claim = claims.get(i);
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("section", claimSections.get(i));
      fields.put("field", claim.field());
      fields.put("value", values.plain(claim.value()));
      fields.put("derivation", claim.derivation().name());
      fields.put("quote", claim.quote());
      fields.put("snapshot", claim.snapshot().sha256());
      fields.put("start", claim.span().start());
      fields.put("end", claim.span().end());
      fields.put("confidence", PlainValues.rounded(claim.confidence()));
      fields.put("address", claim.address());
      fields.put("publisher", claim.publisher().name());
      list.add(fields);
    }
    return list;
  }
}
