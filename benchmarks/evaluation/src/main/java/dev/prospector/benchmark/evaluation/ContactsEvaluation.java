package dev.prospector.benchmark.evaluation;

import dev.prospector.agents.contact.ContactFinder;
import dev.prospector.agents.contact.Contacts;
import dev.prospector.agents.contact.text.ContactHints;
import dev.prospector.agents.page.Page;
import dev.prospector.agents.page.PageText;
import dev.prospector.agents.structured.StructuredData;
import dev.prospector.benchmark.evaluation.Score.WrongCase;
import dev.prospector.benchmark.halves.Half;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Contact details against {@code gold.jsonl}, each kind as a set per page, added up over all pages
 * unless said otherwise:
 *
 * <ul>
 *   <li>{@code phone_f1}: TEL and FAX by their last nine digits; letters are keys, and digits that
 *       repeat a word in brackets stand for it.
 *   <li>{@code email_recall}: the union of {@code emails_text} and {@code emails_mailto}, without
 *       regard to case.
 *   <li>{@code address_f1}: STREET, CITY, STATE, ZIPCODE and COUNTRY as pairs of type and text, the
 *       text's letters and digits without regard to case.
 *   <li>{@code organization_f1}: ORG, the mean of the F1 of each page that has one or where one is
 *       found. Pages count alike, since a single list of members can carry as many names as all
 *       other pages together and would then be all that is measured; the counts of expected, found
 *       and right names are printed too, from which the F1 over all names follows. Two names are
 *       the same when they are equal by letters and digits, without case, accents, signs of trade
 *       marks, a leading "the", a last legal form and a last top-level domain such as ".com";
 *       "&amp;" is "and". A part of a name is another name.
 *   <li>{@code people_f1}: PER by letters without regard to case, without what follows a comma; the
 *       annotators marked everybody, so authors of reviews count here beside people of the company.
 *   <li>{@code social_recall}: {@code social_links} by address without scheme, {@code www} and
 *       final slash.
 * </ul>
 *
 * <p>The corpus was put together from sets (the part of the id before the slash) of which some were
 * annotated for a few types only. A set that has no entity of a type on any page was not annotated
 * for it, and is left out of that type's figure; e-mails and links are counted on every page.
 */
final class ContactsEvaluation implements Halved {

  @Override
  public String kind() {
    return "contacts";
  }

  @Override
  public Score measure(Path folder, Half half) throws IOException {
    Map<String, String> pages = Archive.pagesByPath(folder);
    ContactGold gold = ContactGold.read(folder);
    Run run = new Run(gold);
    for (JsonNode row : gold.rows()) {
      if (half.holds(ContactGold.site(row))) {
        run.page(row, pages.getOrDefault(row.path("id").asString("") + ".html", ""));
      }
    }
    return run.score();
  }

  /** One run over all pages. */
  private static final class Run {

    private final ContactGold gold;
    private final ContactFinder finder = ContactFinder.create();
    private final SetTally phones = new SetTally("phone", true);
    private final SetTally emails = new SetTally("e-mail", true);
    private final SetTally addresses = new SetTally("address part", false);
    private final SetTally organizations = new SetTally("organisation", false);
    private final SetTally people = new SetTally("person", true);
    private final SetTally profiles = new SetTally("profile", false);
    private long pages;

    Run(ContactGold gold) {
      this.gold = gold;
    }

    void page(JsonNode row, String html) {
      String id = row.path("id").asString("");
      String url = ContactGold.url(row);
      Page page = Page.parse(html, url);
      ContactHints hints = ContactHints.none().withUrl(url).withLanguage(page.language().code());
      PageText text = page.text(StructuredData.of(page.document(), url).lines());
      Contacts found = finder.find(text, hints);
      pages++;
      emails.add(id, ContactKeys.emails(row), ContactKeys.emails(found));
      profiles.add(id, ContactKeys.profiles(row), ContactKeys.profiles(found));
      entities(row, id, found);
    }

    private void entities(JsonNode row, String id, Contacts found) {
      if (gold.isAnnotated(row, ContactGold.PHONES)) {
        phones.add(
            id,
            ContactGold.keys(row, ContactGold.PHONES, ContactKeys::phone),
            ContactKeys.phones(found));
      }
      if (gold.isAnnotated(row, ContactGold.ADDRESSES)) {
        addresses.add(
            id,
            ContactGold.keys(row, ContactGold.ADDRESSES, ContactKeys::addressPart),
            ContactKeys.addresses(found));
      }
      if (gold.isAnnotated(row, ContactGold.ORGANIZATIONS)) {
        organizations.add(
            id,
            ContactGold.keys(
                row, ContactGold.ORGANIZATIONS, e -> ContactKeys.organization(ContactGold.text(e))),
            ContactKeys.organizations(found));
      }
      if (gold.isAnnotated(row, ContactGold.PEOPLE)) {
        people.add(
            id,
            ContactGold.keys(row, ContactGold.PEOPLE, e -> ContactKeys.person(ContactGold.text(e))),
            ContactKeys.people(found));
      }
    }

    Score score() {
      Map<String, Double> metrics = new LinkedHashMap<>();
      metrics.put("phone_f1", phones.f1());
      metrics.put("email_recall", emails.recall());
      metrics.put("address_f1", addresses.f1());
      metrics.put("organization_f1", organizations.pageF1());
      metrics.put("people_f1", people.f1());
      metrics.put("social_recall", profiles.recall());
      Map<String, Long> counts = new LinkedHashMap<>();
      counts.put("pages", pages);
      List<WrongCase> wrong = new ArrayList<>();
      for (SetTally tally : List.of(phones, emails, addresses, organizations, people, profiles)) {
        counts.put(tally.name() + "s expected", tally.expected());
        counts.put(tally.name() + "s found", tally.found());
        counts.put(tally.name() + "s right", tally.right());
        wrong.addAll(tally.wrong());
      }
      return new Score(counts, metrics, wrong);
    }
  }
}
