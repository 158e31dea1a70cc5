package dev.prospector.agents.discovery;

import dev.prospector.agents.address.SiteOwner;
import dev.prospector.agents.address.WebAddress;
import dev.prospector.agents.intake.CompanyName;
import dev.prospector.agents.page.Page;
import dev.prospector.agents.page.PageLink;
import dev.prospector.web.WebSearch.Hit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a page that lists companies with links to their sites. */
final class ListOfCompanies {

  private static final int FEWEST = 3;
  private static final int MOST = 100;
  private static final int MOST_WORDS = 8;
  private static final Pattern TITLE =
      Pattern.compile(
          "\\b(?:lista de|listagem|diret[óo]rio|guia de|rela[çc][ãa]o de|associad[oa]s|membros"
              + "|top \\d{1,3}|as \\d{1,3} |os \\d{1,3} |(?:as )?(?:maiores|melhores) (?:empresas|transp"
              + "|fabric|ind)|directory|list of|members|ranking|listado de|directorio|gu[íi]a de"
              + "|mejores empresas|best companies|largest companies|top companies)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern NO_NAME =
      Pattern.compile(
          "(?:saiba|veja|leia|ver|visite|acesse|conhe[çc]a|site|website|clique|read|more|visit|click"
              + "|learn|m[áa]s|sitio|web|home|link|aqui|aqu[íi]|here|https?:|www\\.).{0,60}",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private ListOfCompanies() {}

  /** Returns whether a title says that its page lists companies. */
  static boolean isCalled(String title) {
    return TITLE.matcher(title).find();
  }

  /**
   * Returns the companies that a page lists, each as a hit whose title is the words that link to
   * it; nothing where there are fewer than three.
   */
  static List<Hit> in(Page page) {
    Optional<String> own = domain(page.url());
    Map<String, Hit> listed = new LinkedHashMap<>();
    String text = page.text().text();
    for (PageLink link : page.links()) {
      Optional<String> domain = domain(link.target());
      if (domain.isPresent()
          && !domain.equals(own)
          && isName(link.text())
          && text.contains(link.text().strip())) {
        listed.putIfAbsent(domain.get(), new Hit(link.target(), link.text().strip(), ""));
      }
    }
    return listed.size() < FEWEST
        ? List.of()
        : new ArrayList<>(listed.values()).subList(0, Math.min(MOST, listed.size()));
  }

  private static Optional<String> domain(String url) {
    return WebAddress.parse(url).address().flatMap(address -> SiteOwner.of(address).domain());
  }

  private static boolean isName(String text) {
    String name = text.strip();
    return name.length() > 2
        && name.split("\\s+").length <= MOST_WORDS
        && !NO_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches()
        && !CompanyName.isFiller(name);
  }
}
