package dev.prospector.adapter.imports;

import dev.prospector.adapter.imports.internal.column.ColumnRole;
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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Makes a lead of a row and those of the same company: what the first lacks, a later one says. */
final class RowLead {

  private final String list;
  private final RowReading first;
  private final List<RowReading> rows;
  private final int more;
  private final boolean apart;

  /**
   * Creates it.
   *
   * @param folded further rows of the same company
   * @param fold how many more there are, and whether the site is also that of another lead
   */
  RowLead(String list, RowReading first, List<RowReading> folded, Folds.Folded fold) {
    this.list = list;
    this.first = first;
    this.rows = new ArrayList<>(List.of(first));
    rows.addAll(folded);
    this.more = fold.more();
    this.apart = fold.apart();
  }

  Lead lead() {
    List<Snapshot> supplied = new ArrayList<>();
    List<Person> people = List.of();
    for (RowReading row : rows) {
      supplied.addAll(row.snapshots());
      people = RowPeople.joined(people, row.people());
    }
    return Lead.of(id(), company())
        .withPeople(people)
        .withSource(new LeadSource(list, first.row().number()))
        .withSupplied(supplied);
  }

  /** The domain names the lead, also if only a later row has it. */
  private LeadId id() {
    RowReading named =
        rows.stream().filter(row -> !row.website().domain().isEmpty()).findFirst().orElse(first);
    return LeadId.of(apart ? named.idApart() : named.id());
  }

  private Company company() {
    Company company = Company.named(said(RowReading::name, name -> !name.isEmpty()));
    Website website = said(RowReading::website, site -> !site.domain().isEmpty());
    boolean site =
        !website.written().isEmpty() && !(website.profile() && !company.name().isEmpty());
    if (site) {
      company = company.withWebsite(website.written());
    }
    if (!website.domain().isEmpty()) {
      company = company.withDomain(website.domain());
    }
    return placed(company).withColumns(columns());
  }

  private Company placed(Company company) {
    Company placed = company;
    String country = cell(ColumnRole.COUNTRY);
    String city = cell(ColumnRole.CITY);
    String state = cell(ColumnRole.STATE);
    String number = said(RowReading::registrationCell, r -> !r.number().isEmpty()).number();
    placed = country.isEmpty() ? placed : placed.withCountry(country);
    placed = city.isEmpty() ? placed : placed.withCity(city);
    placed = state.isEmpty() ? placed : placed.withState(state);
    return number.isEmpty() ? placed : placed.withRegistrationNumber(number);
  }

  private String cell(ColumnRole role) {
    return said(row -> row.cell(role), value -> !value.isEmpty());
  }

  /** Returns what the first row that says it says; what the first row says if none does. */
  private <T> T said(Function<RowReading, T> what, Predicate<T> isSaid) {
    return rows.stream().map(what).filter(isSaid).findFirst().orElseGet(() -> what.apply(first));
  }

  private Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    first
        .row()
        .cells()
        .forEach((column, value) -> columns.put(first.nameOf(column), value.strip()));
    notes(columns);
    return columns;
  }

  private void notes(Map<String, String> columns) {
    Website website = first.website();
    String written = first.cell(ColumnRole.WEBSITE);
    if (!website.problem().isEmpty()) {
      note(
          columns,
          "website_not_used",
          "the website in the list is not used: " + written + ": " + website.problem());
    } else if (website.profile()) {
      note(
          columns,
          "website_is_profile",
          "the website in the list is a profile or the like, and no site: " + website.written());
    }
    rows.stream()
        .map(row -> row.registrationCell().note())
        .filter(said -> !said.isEmpty())
        .findFirst()
        .ifPresent(said -> note(columns, "registration_number", said));
    if (rows.size() > 1) {
      String addresses =
          rows.stream().skip(1).map(RowReading::address).collect(Collectors.joining(", "));
      note(
          columns,
          "folded_rows",
          "rows of the same company were folded into this one: "
              + addresses
              + (more == 0 ? "" : " and " + more + " more"));
    }
  }

  private static void note(Map<String, String> columns, String name, String sentence) {
    columns.put(ImportNotes.PREFIX + name, sentence);
  }
}
