package dev.prospector.adapter.imports;

import dev.prospector.adapter.imports.internal.column.ColumnMapping;
import dev.prospector.adapter.imports.internal.column.ColumnRole;
import dev.prospector.adapter.imports.internal.row.Row;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.Company;
import dev.prospector.lead.ImportNotes;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadSource;
import dev.prospector.lead.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row understood: the company that it is about, or why it is about none. */
final class RowReading {

  private final String list;
  private final Row row;
  private final ColumnMapping mapping;
  private final String name;
  private final Website website;

  RowReading(String list, Row row, ColumnMapping mapping) {
    this.list = list;
    this.row = row;
    this.mapping = mapping;
    this.name = RowIdentity.isName(cell(ColumnRole.NAME)) ? cell(ColumnRole.NAME) : "";
    Website first = Website.of(cell(ColumnRole.WEBSITE));
    Website second = first.written().isEmpty() ? Website.of(cell(ColumnRole.DOMAIN)) : Website.NONE;
    this.website = second.written().isEmpty() ? first : second;
  }

  /** Returns why the row cannot be a lead; null if it can. */
  @Nullable RejectedRow problem() {
    Row.Problem broken = row.problem();
    if (broken != null) {
      return new RejectedRow(row.line(), "", broken.value(), broken.reason());
    }
    if (!name.isEmpty() || !website.written().isEmpty()) {
      return null;
    }
    if (!website.problem().isEmpty()) {
      return rejected(
          ColumnRole.WEBSITE, "there is no name, and of the website: " + website.problem());
    }
    return rejected(ColumnRole.NAME, "there is neither a name nor a website");
  }

  private RejectedRow rejected(ColumnRole role, String reason) {
    String column = mapping.find(role, row.cells().keySet()).orElse("");
    String value = column.isEmpty() ? text() : row.cells().getOrDefault(column, "");
    return new RejectedRow(row.line(), column, value, reason);
  }

  /** Returns the number that rows of the same company share, and hardly any others. */
  long identity() {
    return RowIdentity.hash(website.identity().isEmpty() ? text() : website.identity());
  }

  Row row() {
    return row;
  }

  /** Returns what the row brings as evidence: itself first, then what came with it. */
  List<Snapshot> snapshots() {
    List<Snapshot> snapshots = new ArrayList<>();
    snapshots.add(Snapshot.row(list + ":" + row.number(), text()));
    snapshots.addAll(row.pages());
    return snapshots;
  }

  /** Returns the lead. */
  Lead lead(FoldedRows folded) {
    List<Snapshot> supplied = snapshots();
    supplied.addAll(folded.snapshots());
    return Lead.of(id(), company(folded))
        .withPeople(people())
        .withSource(new LeadSource(list, row.number()))
        .withSupplied(supplied);
  }

  private LeadId id() {
    return LeadId.of(RowIdentity.id(website.identity(), name, text()));
  }

  private Company company(FoldedRows folded) {
    Company company = Company.named(name);
    if (!website.written().isEmpty()) {
      company = company.withWebsite(website.written());
    }
    if (!website.domain().isEmpty()) {
      company = company.withDomain(website.domain());
    }
    if (!cell(ColumnRole.COUNTRY).isEmpty()) {
      company = company.withCountry(cell(ColumnRole.COUNTRY));
    }
    if (!cell(ColumnRole.REGISTRATION_NUMBER).isEmpty()) {
      company = company.withRegistrationNumber(cell(ColumnRole.REGISTRATION_NUMBER));
    }
    return company.withColumns(columns(folded));
  }

  private Map<String, String> columns(FoldedRows folded) {
    Map<String, String> columns = new LinkedHashMap<>();
    row.cells().forEach((column, value) -> columns.put(mapping.nameOf(column), value.strip()));
    if (!website.problem().isEmpty()) {
      columns.put(
          ImportNotes.PREFIX + "website_not_used",
          "the website in the list is not used: "
              + cell(ColumnRole.WEBSITE)
              + ": "
              + website.problem());
    }
    if (!folded.note().isEmpty()) {
      columns.put(
          ImportNotes.PREFIX + "folded_rows",
          "rows of the same company were folded into this one: " + folded.note());
    }
    return columns;
  }

  private List<Person> people() {
    String person = cell(ColumnRole.CONTACT_NAME);
    if (!RowIdentity.isName(person)) {
      return List.of();
    }
    return List.of(
        new Person(
            person,
            cell(ColumnRole.CONTACT_ROLE),
            cell(ColumnRole.CONTACT_EMAIL),
            cell(ColumnRole.CONTACT_PHONE)));
  }

  private String cell(ColumnRole role) {
    return mapping
        .find(role, row.cells().keySet())
        .map(column -> row.cells().getOrDefault(column, "").strip())
        .orElse("");
  }

  /** One line for each value, exactly as it stands in the list, after its column's name. */
  private String text() {
    StringBuilder text = new StringBuilder();
    row.cells()
        .forEach(
            (column, value) -> {
              if (!ImportNotes.isNote(column)) {
                text.append(column).append(": ").append(value).append('\n');
              }
            });
    return text.toString();
  }
}
