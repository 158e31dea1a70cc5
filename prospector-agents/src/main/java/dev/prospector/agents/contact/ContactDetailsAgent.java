package dev.prospector.agents.contact;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agents.contact.text.ContactHints;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.page.Language;
import dev.prospector.agents.website.SitePage;
import dev.prospector.agents.website.Website;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.SnapshotId;

/** Finds contact details on every page of the site and in the host's own row. */
public final class ContactDetailsAgent implements Agent<ContactDetails> {

  private final ContactFinder finder = ContactFinder.create();

  /** Creates the agent, which holds nothing but its tables. */
  public ContactDetailsAgent() {}

  @Override
  public AgentSpec<ContactDetails> spec() {
    return AgentSpec.writing(ContactDetails.KEY).reading(Intake.KEY, Website.KEY).version(2);
  }

  @Override
  public ContactDetails byRules(AgentInput input) {
    Intake intake = input.get(Intake.KEY);
    Website website = input.get(Website.KEY);
    ContactHints company = hints(intake, website.language());
    GatherContacts gathered = new GatherContacts(input.evidence());
    for (SitePage page : website.pages()) {
      ContactHints hints = company.withUrl(page.url());
      gathered.add(page.snapshot(input), finder.find(page.pageText(input), hints));
    }
    for (SnapshotId row : intake.rows()) {
      Snapshot snapshot = input.snapshot(row);
      // A row names the company, its people and its places in columns of their own.
      gathered.addReachability(snapshot, finder.find(snapshot.text(), company));
    }
    return gathered.details();
  }

  private static ContactHints hints(Intake intake, Language language) {
    ContactHints hints =
        ContactHints.none()
            .withCountry(intake.country().value().orElse(""))
            .withCity(intake.city().value().orElse(""), intake.state().value().orElse(""));
    boolean known = language != Language.UNKNOWN && language != Language.OTHER;
    return known ? hints.withLanguage(language.code()) : hints;
  }
}
