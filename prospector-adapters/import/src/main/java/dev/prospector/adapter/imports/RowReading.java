package dev.prospector.adapter.imports;

import dev.prospector.adapter.imports.internal.column.ColumnMapping;
import dev.prospector.adapter.imports.internal.column.ColumnNames;
import dev.prospector.adapter.imports.internal.column.ColumnRole;
import dev.prospector.adapter.imports.internal.row.Row;
import dev.prospector.agents.intake.Countries;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.ImportNotes;
import dev.prospector.lead.Person;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row understood: the company that it is about, or why it is about none. */
final class RowReading {

  private static final Set<ColumnRole> NAMING =
      EnumSet.of(
          ColumnRole.NAME,
          ColumnRole.WEBSITE,
          ColumnRole.DOMAIN,
          ColumnRole.COUNTRY,
          ColumnRole.CITY,
          ColumnRole.STATE,
          ColumnRole.REGISTRATION_NUMBER);

  private final String list;
  private final Row row;
  private final ColumnMapping mapping;
  private final String name;
  private final Website website;
  private final RegistrationCell registration;

  RowReading(String list, Row row, ColumnMapping mapping) {
    this.list = list;
    this.row = row;
    this.mapping = mapping;
    this.name = RowIdentity.isName(cell(ColumnRole.NAME)) ? cell(ColumnRole.NAME) : "";
    this.website = website(cell(ColumnRole.WEBSITE), cell(ColumnRole.DOMAIN));
    this.registration = registration();
  }

  /** A site of the company's own counts before a profile, in whichever column it stands. */
  private static Website website(String site, String domain) {
    Website first = Website.of(site);
    if (!first.written().isEmpty() && !first.profile()) {
      return first;
    }
    Website second = Website.of(domain);
    return second.written().isEmpty() || second.profile() && !first.written().isEmpty()
        ? first
        : second;
  }

  private RegistrationCell registration() {
    boolean named =
        mapping.all(ColumnRole.REGISTRATION_NUMBER, row.columns()).stream()
            .anyMatch(column -> ColumnNames.plain(column).contains("cnpj"));
    boolean brazilian = Countries.named(cell(ColumnRole.COUNTRY)).filter("BR"::equals).isPresent();
    return RegistrationCell.of(cell(ColumnRole.REGISTRATION_NUMBER), named || brazilian);
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
    String column = mapping.find(role, row.columns()).orElse("");
    String value = column.isEmpty() ? text() : row.cells().getOrDefault(column, "");
    return new RejectedRow(row.line(), column, value, reason);
  }

  /** Returns by what other rows about the same company are known. */
  RowKeys keys() {
    List<Long> shared = new ArrayList<>();
    Stream.of(website.identity(), registration.identity())
        .filter(key -> !key.isEmpty())
        .forEach(key -> shared.add(RowIdentity.hash(key)));
    if (!mapping.hasPeople(row.columns()) || name.isEmpty()) {
      if (shared.isEmpty()) {
        shared.add(RowIdentity.hash(text()));
      }
      return new RowKeys(shared, List.of(), registeredAs());
    }
    // The contacts of a CRM: each is a row, with the company's name and place as the CRM has them.
    long called = RowIdentity.hash("called " + key(name) + "|" + key(cell(ColumnRole.CITY)));
    if (website.identity().isEmpty()) {
      shared.add(called);
      return new RowKeys(shared, List.of(), registeredAs());
    }
    return new RowKeys(shared, List.of(called), registeredAs());
  }

  private long registeredAs() {
    String company = registration.company();
    return company.isEmpty() ? 0 : RowIdentity.hash(company);
  }

  private static String key(String text) {
    return ColumnNames.plain(text);
  }

  Row row() {
    return row;
  }

  /** Returns what the row brings as evidence: itself first, then what came with it. */
  List<Snapshot> snapshots() {
    List<Snapshot> snapshots = new ArrayList<>();
    snapshots.add(Snapshot.row(address(), text()));
    snapshots.addAll(row.pages());
    return snapshots;
  }

  String address() {
    return list + ":" + row.number();
  }

  String id() {
    return RowIdentity.id(website.identity(), name, text());
  }

  /** Returns the id of a row whose website is also that of another company of the list. */
  String idApart() {
    return RowIdentity.id(website.identity(), name, text())
        + "-"
        + registration.company().replace(' ', '-');
  }

  String name() {
    return name;
  }

  Website website() {
    return website;
  }

  RegistrationCell registrationCell() {
    return registration;
  }

  /** Returns the people named in the row. */
  List<Person> people() {
    String full = cell(ColumnRole.CONTACT_NAME);
    String parts = (cell(ColumnRole.FIRST_NAME) + " " + cell(ColumnRole.LAST_NAME)).strip();
    String person = RowIdentity.isName(full) ? full : parts;
    boolean contacts = !parts.isEmpty();
    String mail = first(cell(ColumnRole.CONTACT_EMAIL), contacts ? cell(ColumnRole.EMAIL) : "");
    String phone = first(cell(ColumnRole.CONTACT_PHONE), contacts ? cell(ColumnRole.PHONE) : "");
    Person main =
        new Person(person, cell(ColumnRole.CONTACT_ROLE), RowPeople.firstAddress(mail), phone);
    List<String> mails = new ArrayList<>(cells(ColumnRole.CONTACT_EMAIL));
    mails.addAll(cells(ColumnRole.EMAIL));
    return RowPeople.of(main, mails);
  }

  private static String first(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  /** Returns the cell of a meaning: of several the first that is filled; empty if none is. */
  String cell(ColumnRole role) {
    return cells(role).stream().findFirst().orElse("");
  }

  private List<String> cells(ColumnRole role) {
    return mapping.all(role, row.columns()).stream()
        .map(column -> Cleaned.text(row.cells().getOrDefault(column, "")))
        .filter(value -> !value.isEmpty())
        .toList();
  }

  /** Returns under which name agents see a column. */
  String nameOf(String column) {
    return Objects.requireNonNull(mapping.nameOf(column));
  }

  /**
   * One line for each value, after its column's name: exactly as it stands in the list, except for
   * the name of the company, which is stripped of blanks and invisible marks.
   */
  private String text() {
    Set<String> named = new HashSet<>();
    NAMING.forEach(role -> named.addAll(mapping.all(role, row.columns())));
    StringBuilder text = new StringBuilder();
    row.cells()
        .forEach(
            (column, value) -> {
              if (!ImportNotes.isNote(column)) {
                String shown = named.contains(column) ? Cleaned.text(value) : value;
                text.append(column).append(": ").append(shown).append('\n');
              }
            });
    return text.toString();
  }
}
