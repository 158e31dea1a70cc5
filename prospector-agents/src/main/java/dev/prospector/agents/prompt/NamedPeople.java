package dev.prospector.agents.prompt;

import dev.prospector.agent.Source;
import dev.prospector.agents.contact.people.PersonFinding;
import dev.prospector.agents.contact.people.PersonScanner;
import dev.prospector.agents.contact.people.SiteName;
import dev.prospector.agents.contact.text.PageLines;
import dev.prospector.agents.page.PageText;
import dev.prospector.agents.passage.LeadText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The people that the texts of a question name, whose names are held back from models. */
final class NamedPeople {

  /** Of a longer text only what was chosen is looked through. */
  private static final int LONGEST = 200_000;

  private NamedPeople() {}

  static List<String> in(List<String> known, List<LeadText> texts, List<Source> sources) {
    Set<String> names = new LinkedHashSet<>(known);
    Stream<PageText> whole =
        texts.stream().map(LeadText::text).filter(page -> page.text().length() <= LONGEST);
    Stream<PageText> chosen = sources.stream().map(NamedPeople::page);
    Stream.concat(whole, chosen)
        .map(PageLines::new)
        .map(page -> new PersonScanner(page, SiteName.unknown()))
        .flatMap(page -> Stream.concat(page.company().stream(), page.others().stream()))
        .map(PersonFinding::name)
        .filter(name -> sources.stream().anyMatch(source -> source.text().contains(name)))
        .forEach(names::add);
    return List.copyOf(names);
  }

  private static PageText page(Source source) {
    String text = source.text();
    return new PageText(
        text, List.of(new PageText.Region(PageText.Region.Kind.MAIN, 0, text.length())));
  }
}
