package dev.prospector.agents.contact.people;

import dev.prospector.agents.contact.text.FoundBy;
import dev.prospector.agents.contact.text.PageLines;
import dev.prospector.agents.contact.text.PageLines.Entry;
import dev.prospector.agents.contact.text.PageLines.Line;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.page.PageText.Region.Kind;
import dev.prospector.agents.page.layout.PageRole;
import java.util.List;
import java.util.Optional;

/**
 * Finds people: a name beside a title in the same line or on the next one, or a given name with a
 * surname in a line of its own. Rather misses people than takes a product for one.
 */
public final class PersonScanner {

  private static final int LONGEST_IN_DATA = 45;
  private static final int TITLE_REACH = 8;

  private static final Expression PERSON_DATA =
      Expression.of(
          "(?i)^(?:person\\.name|(?:\\w{1,40}+\\.){0,12}(?:founders?|employees?|members?|owner|contactpoint)\\.name)$");

  /** "CRO-MG 23.456", "OAB/SP 123.456". */
  private static final Expression REGISTER =
      Expression.of("[A-Z]{2,8}(?:[ /-][A-Z]{2})?[ .:#nNº°-]{0,5}\\d[\\d. /-]{2,12}");

  private final PageLines page;
  private final OrdinaryWords ordinary;

  /** Begins on a page whose site has a name. */
  public PersonScanner(PageLines page, SiteName site) {
    this.page = page;
    this.ordinary = new OrdinaryWords(site, page.text());
  }

  /** Returns the people of the company, by what it says itself and by its data. */
  public List<PersonFinding> company() {
    PeopleFound found = new PeopleFound();
    lines(page.own(), found, NamesInText.ofTheCompany(found, ordinary));
    data(found);
    return found.findings();
  }

  /** Returns the people named in other people's words, such as the authors of reviews. */
  public List<PersonFinding> others() {
    PeopleFound found = new PeopleFound();
    List<Line> said = page.text().stream().filter(line -> line.role() == PageRole.OTHERS).toList();
    lines(said, found, NamesInText.ofOthers(found, ordinary));
    said.forEach(new Attributions(found)::read);
    return found.findings();
  }

  private void lines(List<Line> lines, PeopleFound found, NamesInText names) {
    NamesAtStart starts = new NamesAtStart(found, ordinary);
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.region() != Kind.TITLE) {
        String next = next(lines, i);
        starts.read(line, next);
        names.read(line, next);
      }
    }
  }

  /** The line below; of two lines below, one that is a register's number says nothing. */
  private static String next(List<Line> lines, int index) {
    int next = index + 1;
    boolean register = next < lines.size() && REGISTER.isAllOf(lines.get(next).text());
    int at = register ? next + 1 : next;
    return at < lines.size() ? lines.get(at).text() : "";
  }

  private void data(PeopleFound found) {
    for (int i = 0; i < page.structured().size(); i++) {
      Entry entry = page.structured().get(i);
      if (entry.role() == PageRole.OWN && PERSON_DATA.isAllOf(entry.first())) {
        data(found, entry, jobTitle(page.structured(), i));
      }
    }
  }

  private static void data(PeopleFound found, Entry entry, Optional<String> role) {
    if (!entry.second().isBlank() && entry.second().length() <= LONGEST_IN_DATA) {
      found.add(entry.second(), role, entry.secondPlace(FoundBy.STRUCTURED));
    }
  }

  /** The title that stands beside a name under the same path. */
  private static Optional<String> jobTitle(List<Entry> entries, int name) {
    String path = entries.get(name).first();
    String title = path.substring(0, path.length() - "name".length()) + "jobTitle";
    int from = Math.max(0, name - TITLE_REACH);
    int to = Math.min(entries.size(), name + TITLE_REACH);
    return entries.subList(from, to).stream()
        .filter(e -> e.first().equalsIgnoreCase(title) && !e.second().isBlank())
        .map(e -> e.second().strip())
        .findFirst();
  }
}
