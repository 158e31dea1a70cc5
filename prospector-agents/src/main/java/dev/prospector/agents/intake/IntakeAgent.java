package dev.prospector.agents.intake;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agents.address.SiteOwner;
import dev.prospector.agents.address.WebAddress;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Evidence;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.Passage;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.SnapshotId;
import dev.prospector.evidence.value.ValueType;
import dev.prospector.evidence.value.ValueTypes;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes uniform what the host said about a company; each value quotes the host's row. */
public final class IntakeAgent implements Agent<Intake> {

  private static final Set<String> CITY_COLUMNS =
      Set.of("city", "cidade", "ciudad", "municipio", "município", "localidade", "town");
  private static final Set<String> STATE_COLUMNS =
      Set.of("state", "estado", "uf", "provincia", "province", "region", "região");

  /** A country that a domain or a state implies is read from it, not written in it. */
  private static final ValueType<String> IMPLIED_COUNTRY =
      ValueTypes.readBy(IntakeAgent::countries);

  private static final ValueType<String> DOMAIN =
      ValueTypes.readBy(quote -> address(quote).flatMap(IntakeAgent::domain).stream().toList());

  private static final ValueType<String> WEBSITE =
      ValueTypes.readBy(quote -> address(quote).map(WebAddress::canonical).stream().toList());

  /** Creates the agent; it has no state. */
  public IntakeAgent() {}

  @Override
  public AgentSpec<Intake> spec() {
    return AgentSpec.writing(Intake.KEY)
        .stage(LeadStage.INTAKE)
        .readingLead()
        .ignoringConfidence()
        .version(3);
  }

  @Override
  public Intake byRules(AgentInput input) {
    Lead lead = input.lead();
    Snapshot row = row(input, lead);
    Row said = new Row(input.evidence(), rowsSaid(lead, row));
    Company company = lead.company();
    CompanyName name = CompanyName.of(company.name());
    Optional<WebAddress> site = company.website().flatMap(IntakeAgent::address);
    String siteText = company.website().orElse("");
    String city = company.city().orElseGet(() -> column(company, CITY_COLUMNS));
    String state = company.state().orElseGet(() -> column(company, STATE_COLUMNS));
    return new Intake(
        said.fact("name", ValueTypes.PROPER_NAME, name.name(), company.name()),
        said.fact("legal_form", ValueTypes.TEXT, name.legalForm(), company.name()),
        site.map(a -> said.fact("website", WEBSITE, a.canonical(), siteText))
            .orElse(Fact.unknown()),
        site.flatMap(IntakeAgent::domain)
            .map(d -> said.fact("domain", DOMAIN, d, siteText))
            .orElse(Fact.unknown()),
        country(said, company, site, state),
        said.fact("city", ValueTypes.PROPER_NAME, city, city),
        said.fact("state", ValueTypes.PROPER_NAME, state, state),
        verdict(company, site),
        rows(lead, row));
  }

  private static List<String> countries(String quote) {
    List<String> countries = new ArrayList<>();
    Countries.named(quote).ifPresent(countries::add);
    Countries.ofDomain(quote.strip().toLowerCase(Locale.ROOT)).ifPresent(countries::add);
    if (Countries.isBrazilianState(quote)) {
      countries.add("BR");
    }
    return countries;
  }

  /** A lead that a program gave has no row; what the program said is kept as one. */
  private static Snapshot row(AgentInput input, Lead lead) {
    return lead.supplied().stream()
        .filter(s -> s.kind() == Snapshot.Kind.ROW)
        .findFirst()
        .orElseGet(() -> input.keep(Snapshot.row("lead:" + lead.id(), written(lead.company()))));
  }

  private static String written(Company company) {
    StringBuilder text = new StringBuilder();
    text.append("name: ").append(company.name()).append('\n');
    company.website().ifPresent(v -> text.append("website: ").append(v).append('\n'));
    company.city().ifPresent(v -> text.append("city: ").append(v).append('\n'));
    company.state().ifPresent(v -> text.append("state: ").append(v).append('\n'));
    company.country().ifPresent(v -> text.append("country: ").append(v).append('\n'));
    company
        .registrationNumber()
        .ifPresent(v -> text.append("registration number: ").append(v).append('\n'));
    company.columns().forEach((k, v) -> text.append(k).append(": ").append(v).append('\n'));
    return text.toString();
  }

  private static List<SnapshotId> rows(Lead lead, Snapshot row) {
    List<SnapshotId> rows = new ArrayList<>();
    rows.add(row.id());
    lead.supplied().stream()
        .filter(s -> s.kind() == Snapshot.Kind.ROW || s.kind() == Snapshot.Kind.DOCUMENT)
        .map(Snapshot::id)
        .filter(id -> !rows.contains(id))
        .forEach(rows::add);
    return rows;
  }

  private static Intake.Verdict verdict(Company company, Optional<WebAddress> site) {
    boolean filler = CompanyName.isFiller(company.name());
    if (site.isPresent() || !company.name().isBlank() && !filler) {
      return Intake.Verdict.VALID;
    }
    return filler && !company.name().isBlank()
        ? Intake.Verdict.PLACEHOLDER
        : Intake.Verdict.NOTHING_TO_GO_BY;
  }

  private static Fact<String> country(
      Row said, Company company, Optional<WebAddress> site, String state) {
    List<Claim<String>> claims = new ArrayList<>();
    String written = company.country().orElse("");
    Countries.named(written)
        .flatMap(code -> said.claim("country", IMPLIED_COUNTRY, code, written))
        .ifPresent(claims::add);
    if (claims.isEmpty() && Countries.isBrazilianState(state)) {
      said.claim("country", IMPLIED_COUNTRY, "BR", state).ifPresent(claims::add);
    }
    Optional<String> domain = site.flatMap(IntakeAgent::ownDomain);
    if (claims.isEmpty() && domain.isPresent()) {
      Countries.ofDomain(domain.get())
          .flatMap(code -> said.claim("country", IMPLIED_COUNTRY, code, domain.get()))
          .ifPresent(claims::add);
    }
    return said.evidence().fact(claims);
  }

  private static String column(Company company, Set<String> names) {
    for (Map.Entry<String, String> column : company.columns().entrySet()) {
      if (names.contains(column.getKey().strip().toLowerCase(Locale.ROOT))) {
        return column.getValue().strip();
      }
    }
    return "";
  }

  private static Optional<WebAddress> address(String written) {
    return WebAddress.parseTyped(written.strip()).address();
  }

  /** Where a builder's customers are is not where the builder is. */
  private static Optional<String> ownDomain(WebAddress address) {
    SiteOwner owner = SiteOwner.of(address);
    return owner.kind() == SiteOwner.Kind.OWN ? owner.domain() : Optional.empty();
  }

  private static Optional<String> domain(WebAddress address) {
    return SiteOwner.of(address).domain();
  }

  /** The row itself, and those of the same company that were folded into it. */
  private static List<Snapshot> rowsSaid(Lead lead, Snapshot row) {
    List<Snapshot> rows = new ArrayList<>(List.of(row));
    lead.supplied().stream()
        .filter(s -> s.kind() == Snapshot.Kind.ROW && !s.id().equals(row.id()))
        .forEach(rows::add);
    return rows;
  }

  /** Claims that quote the host's rows, the first that says it. */
  private record Row(Evidence evidence, List<Snapshot> rows) {

    <T> Optional<Claim<T>> claim(String field, ValueType<T> type, T value, String quote) {
      return rows.stream()
          .map(row -> claim(field, type, value, row, quote))
          .flatMap(Optional::stream)
          .findFirst();
    }

    private <T> Optional<Claim<T>> claim(
        String field, ValueType<T> type, T value, Snapshot row, String quote) {
      Optional<Passage> cell = cell(row, quote);
      return cell.isPresent()
          ? evidence.claim(field, type, value, cell.get())
          : evidence.claim(field, type, value, row, quote);
    }

    /** A short value such as a state may stand within other words; its own cell is meant. */
    private static Optional<Passage> cell(Snapshot row, String quote) {
      String text = row.text();
      String line = ": " + quote;
      for (int at = text.indexOf(line); at >= 0; at = text.indexOf(line, at + 1)) {
        int end = at + line.length();
        if (!quote.isBlank() && (end == text.length() || text.charAt(end) == '\n')) {
          return Optional.of(new Passage(row, at + 2, end));
        }
      }
      return Optional.empty();
    }

    Fact<String> fact(String field, ValueType<String> type, String value, String quote) {
      return value.isBlank() || quote.isBlank()
          ? Fact.unknown()
          : evidence.fact(claim(field, type, value, quote).stream().toList());
    }
  }
}
