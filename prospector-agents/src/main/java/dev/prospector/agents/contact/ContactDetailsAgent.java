package dev.prospector.agents.contact;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.Resource;
import dev.prospector.agents.contact.text.ContactHints;
import dev.prospector.agents.contact.text.PageLines;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.page.Language;
import dev.prospector.agents.page.LanguageDetector;
import dev.prospector.agents.page.PageKind;
import dev.prospector.agents.page.PageText;
import dev.prospector.agents.website.SitePage;
import dev.prospector.agents.website.Website;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.SnapshotId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds contact details on every page of the site and in the host's own row, and has them verified
 * where verifiers are configured.
 */
public final class ContactDetailsAgent implements Agent<ContactDetails> {

  /** The share of all signs that one country needs before a list is read by it. */
  private static final double SURE = 0.6;

  private final ContactFinder finder = ContactFinder.create();

  /** Creates the agent, which holds nothing but its tables. */
  public ContactDetailsAgent() {}

  @Override
  public AgentSpec<ContactDetails> spec() {
    return AgentSpec.writing(ContactDetails.KEY)
        .reading(Intake.KEY, Website.KEY)
        .using(Resource.VERIFICATION)
        .version(12);
  }

  @Override
  public ContactDetails byRules(AgentInput input) throws InterruptedException {
    Intake intake = input.get(Intake.KEY);
    Website website = input.get(Website.KEY);
    Map<SitePage, PageLines> pages = new LinkedHashMap<>();
    website.pages().forEach(page -> pages.put(page, new PageLines(page.pageText(input))));
    ContactHints company = hints(input, pages);
    GatherContacts gathered = new GatherContacts(input.evidence(), OwnName.of(intake));
    PageRegions regions = new PageRegions(company);
    pages.forEach((page, lines) -> regions.add(lines, page.url()));
    pages.forEach(
        (page, lines) -> {
          ContactHints hints = company.withUrl(page.url());
          PageText text = page.pageText(input);
          Contacts found = finder.find(text, lines, hints, regions.best());
          gathered.add(page.snapshot(input), text, found, page.kind() == PageKind.LEGAL);
        });
    ContactHints placed = regions.country(SURE).map(company::withCountry).orElse(company);
    for (SnapshotId row : intake.rows()) {
      Snapshot snapshot = input.snapshot(row);
      // A row names the company, its people and its places in columns of their own.
      gathered.addReachability(snapshot, finder.find(snapshot.text(), placed));
    }
    return new VerifyContacts(input.emailVerifier(), input.phoneVerifier())
        .verified(gathered.details());
  }

  /** What the host says of the country counts as said; what its domain implies is weighed. */
  private static String statedCountry(Intake intake) {
    String domain = intake.domain().value().orElse("");
    boolean stated =
        intake.country().claims().stream().anyMatch(claim -> !claim.quote().equals(domain));
    return stated ? intake.country().value().orElse("") : "";
  }

  private static ContactHints hints(AgentInput input, Map<SitePage, PageLines> pages) {
    Intake intake = input.get(Intake.KEY);
    return ContactHints.none()
        .withCountry(statedCountry(intake))
        .withCity(intake.city().value().orElse(""), intake.state().value().orElse(""))
        .withLanguage(language(input, pages));
  }

  /**
   * Of languages that no rules are for, a page's words tell which one it is, or what it declares.
   */
  private static String language(AgentInput input, Map<SitePage, PageLines> pages) {
    Website website = input.get(Website.KEY);
    return switch (website.language()) {
      case UNKNOWN -> "";
      case OTHER ->
          pages.entrySet().stream()
              .map(page -> written(page.getKey().pageText(input), page.getValue()))
              .flatMap(Optional::stream)
              .findFirst()
              .orElse(Language.OTHER.code());
      default -> website.language().code();
    };
  }

  private static Optional<String> written(PageText text, PageLines lines) {
    return LanguageDetector.code(text.text())
        .or(() -> lines.language().map(declared -> declared.split("[-_]", 2)[0]));
  }
}
