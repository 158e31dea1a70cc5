package dev.prospector.agents.registration;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.Resource;
import dev.prospector.agents.intake.CompanyName;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.website.SitePage;
import dev.prospector.agents.website.Website;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.SnapshotId;
import dev.prospector.evidence.value.ValueTypes;
import dev.prospector.registry.CompanyRegistry;
import dev.prospector.registry.RegistryLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds registration numbers on the site and in the host's row, checks them, and looks the
 * company's own one up where a register is configured. A Brazilian company whose number is not
 * found gets candidates by its name and place, where the register can be searched.
 */
public final class RegistrationAgent implements Agent<Registration> {

  private final RegistrationFinder finder = new RegistrationFinder();

  /** Creates the agent, which holds nothing but its patterns. */
  public RegistrationAgent() {}

  @Override
  public AgentSpec<Registration> spec() {
    return AgentSpec.writing(Registration.KEY)
        .reading(Intake.KEY, Website.KEY)
        .using(Resource.REGISTRY)
        .version(4);
  }

  @Override
  public Registration byRules(AgentInput input) throws InterruptedException {
    Intake intake = input.get(Intake.KEY);
    GatherNumbers gathered = new GatherNumbers(input.evidence());
    for (SitePage page : input.get(Website.KEY).pages()) {
      gathered.add(page.snapshot(input), page.pageText(input), finder.find(page.pageText(input)));
    }
    for (SnapshotId row : intake.rows()) {
      Snapshot snapshot = input.snapshot(row);
      gathered.add(snapshot, finder.find(snapshot.text()));
    }
    List<Registration.Establishment> all = gathered.establishments();
    OwnNumber own = OwnNumber.among(all, input.evidence());
    return all.isEmpty() ? ofName(input, own) : ofNumber(input, own, all);
  }

  private static Registration ofNumber(
      AgentInput input, OwnNumber own, List<Registration.Establishment> all)
      throws InterruptedException {
    return lookUp(input, own)
        .fold(
            found -> new FromRegister(input, found.record()).registration(own, all),
            absent -> unregistered(input, own, all, withoutRecord(input, own)),
            failed -> unregistered(input, own, all, Registration.Lookup.FAILED));
  }

  /** A company whose number nobody states may be in the register under its name. */
  private static Registration ofName(AgentInput input, OwnNumber own) throws InterruptedException {
    SearchByName.Found found = SearchByName.search(input);
    if (found.pick().isPresent()) {
      String number = found.pick().get().number();
      Optional<CompanyRegistry.RegistryRecord> record = input.registry().find("BR", number).found();
      if (record.isPresent()) {
        return new FromRegister(input, record.get()).ofName(number, found.candidates());
      }
    }
    Registration.Lookup outcome = withoutRecord(input, own);
    if (found.failed()) {
      outcome = Registration.Lookup.FAILED;
    } else if (!found.candidates().isEmpty()) {
      outcome = Registration.Lookup.CANDIDATES;
    }
    return unregistered(input, own, List.of(), outcome).with(found.candidates());
  }

  /** What is known without a record. */
  private static Registration unregistered(
      AgentInput input,
      OwnNumber own,
      List<Registration.Establishment> all,
      Registration.Lookup outcome) {
    return new Registration(
        own.number(),
        writtenLegalName(input, input.get(Intake.KEY)),
        Fact.unknown(),
        own.status(),
        Fact.unknown(),
        all,
        outcome,
        List.of());
  }

  private static Registration.Lookup withoutRecord(AgentInput input, OwnNumber own) {
    if (!input.registry().isConfigured()) {
      return Registration.Lookup.NOT_CONFIGURED;
    }
    return own.kind().isEmpty() ? Registration.Lookup.NO_NUMBER : Registration.Lookup.NOT_FOUND;
  }

  private static RegistryLookup lookUp(AgentInput input, OwnNumber own)
      throws InterruptedException {
    Optional<String> number = own.number().value();
    if (!input.registry().isConfigured() || number.isEmpty() || own.kind().isEmpty()) {
      return new RegistryLookup.Absent();
    }
    return input.registry().find(own.kind().get().country(), number.get());
  }

  /** The name with its legal form, as the host's row writes it. */
  private static Fact<String> writtenLegalName(AgentInput input, Intake intake) {
    List<Claim<String>> claims = new ArrayList<>();
    for (Claim<?> form : intake.legalForm().claims()) {
      Snapshot row = input.snapshot(form.snapshot());
      String written = form.quote();
      if (!CompanyName.of(written).legalForm().isEmpty()) {
        input
            .evidence()
            .claim("legal_name", ValueTypes.PROPER_NAME, written.strip(), row, written)
            .ifPresent(claims::add);
      }
    }
    return input.evidence().fact(claims);
  }
}
