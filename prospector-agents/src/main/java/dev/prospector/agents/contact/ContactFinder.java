package dev.prospector.agents.contact;

import dev.prospector.agents.contact.email.EmailFinding;
import dev.prospector.agents.contact.email.EmailScanner;
import dev.prospector.agents.contact.people.OrganizationScanner;
import dev.prospector.agents.contact.people.PersonScanner;
import dev.prospector.agents.contact.people.SiteName;
import dev.prospector.agents.contact.phone.NumberingPlan;
import dev.prospector.agents.contact.phone.PhoneBook;
import dev.prospector.agents.contact.phone.PhoneField;
import dev.prospector.agents.contact.phone.PhoneFinding;
import dev.prospector.agents.contact.phone.PhoneMatch;
import dev.prospector.agents.contact.phone.PhoneScanner;
import dev.prospector.agents.contact.phone.PhoneWords;
import dev.prospector.agents.contact.postal.AddressData;
import dev.prospector.agents.contact.postal.AddressFinding;
import dev.prospector.agents.contact.postal.AddressScanner;
import dev.prospector.agents.contact.postal.BrazilianAreaCodes;
import dev.prospector.agents.contact.social.SocialScanner;
import dev.prospector.agents.contact.text.ContactHints;
import dev.prospector.agents.contact.text.FoundBy;
import dev.prospector.agents.contact.text.PageLines;
import dev.prospector.agents.contact.text.Place;
import dev.prospector.agents.page.PageText;
import dev.prospector.agents.page.PageText.Region;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the contact details of a page: e-mails, phones, postal addresses, names of organisations,
 * people with their roles and social profiles, each with the places of the page's text that say so.
 * Links and structured data are read beside the text; a detail found twice keeps all its places.
 *
 * <p>By rules and tables only, so that the same page always gives the same details. Never throws on
 * any page; time grows in proportion to the text. Immutable, safe for several threads.
 */
public final class ContactFinder {

  /** Returns a finder with the tables that ship. */
  public static ContactFinder create() {
    return new ContactFinder();
  }

  private ContactFinder() {}

  /** Returns the contact details of a page. */
  public Contacts find(PageText page, ContactHints hints) {
    PageLines lines = new PageLines(page);
    return find(page, lines, hints, PageRegions.of(lines, hints));
  }

  /** Returns the contact details of a page of a site whose likely countries are known. */
  Contacts find(PageText page, PageLines lines, ContactHints hints, List<String> regions) {
    List<EmailFinding> emails = new EmailScanner().scan(lines, hints.url());
    SiteName site = SiteName.of(lines, hints, emails);
    PersonScanner people = new PersonScanner(lines, site);
    return new Contacts(
        emails,
        new PhoneScanner(regions, areaCode(hints)).scan(lines),
        addresses(page, lines, regions),
        new OrganizationScanner(site).scan(lines),
        people.company(),
        new SocialScanner().scan(lines),
        people.others());
  }

  private static List<AddressFinding> addresses(
      PageText page, PageLines lines, List<String> regions) {
    List<AddressFinding> addresses = new ArrayList<>(AddressScanner.scan(page, regions));
    addresses.addAll(AddressData.scan(lines.meta()));
    addresses.addAll(AddressData.scan(lines.structured()));
    return addresses;
  }

  /**
   * Returns the contact details of a text that is no page, such as a cell of a table. A profile or
   * a messenger's number that is written out as an address counts as a link to it.
   */
  public Contacts find(String text, ContactHints hints) {
    Region all = new Region(Region.Kind.MAIN, 0, text.length());
    PageText page = new PageText(text, List.of(all));
    PageLines lines = PageLines.withWrittenLinks(page);
    return find(page, lines, hints, PageRegions.of(lines, hints));
  }

  /**
   * Returns the phone numbers of a field that is known to hold phones, such as a column: numbers
   * are read as if each were announced as one, and a Brazilian number without area code is given
   * that of the hints' city and marked as inferred. Without a country hint the field is read as
   * American.
   */
  public List<PhoneFinding> phones(String field, ContactHints hints) {
    PhoneBook book = new PhoneBook();
    String region = NumberingPlan.knows(hints.country()) ? hints.country() : "US";
    for (PhoneMatch match : PhoneField.read(field, region, areaCode(hints))) {
      FoundBy how = match.inferred() ? FoundBy.INFERRED : FoundBy.TEXT;
      book.add(
          match.number(),
          PhoneWords.uses(field.substring(0, match.start()), field.substring(match.end())),
          new Place(match.start(), match.end(), Region.Kind.MAIN, how));
      PhoneWords.extension(field.substring(match.end()))
          .ifPresent(extension -> book.extension(match.number(), extension));
    }
    return book.findings();
  }

  private static String areaCode(ContactHints hints) {
    return hints.city().isEmpty() && hints.state().isEmpty()
        ? ""
        : BrazilianAreaCodes.of(hints.city(), hints.state()).orElse("");
  }
}
