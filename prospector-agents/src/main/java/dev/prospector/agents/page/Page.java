package dev.prospector.agents.page;

import dev.prospector.agents.page.layout.Layout;
import dev.prospector.agents.page.layout.Line;
import dev.prospector.agents.page.layout.LineRoles;
import dev.prospector.agents.page.layout.MainContent;
import dev.prospector.agents.page.layout.PageRole;
import java.io.Reader;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A parsed HTML page: what it says, where its own subject stands, its links, language and kind. The
 * page is parsed and laid out once; everything is read from that. Never throws on any input: what
 * cannot be understood is left out. A page whose tree would hold more than 100,000 elements is not
 * parsed: it is empty, with that problem.
 *
 * <p>Confined to one thread.
 */
public final class Page {

  /** Longer pages are cut here, in characters: beyond it, pages are dumps of data. */
  private static final int MAX_HTML = 5_000_000;

  private static final int MOST_LOGO_TEXT = 60;

  private static final int MOST_LOGOS = 50;

  private final String url;
  private final Document document;
  private final boolean readable;
  private final Layout layout;
  private final boolean[] main;
  private final LineRoles roles;
  private @Nullable List<PageLink> links;
  private @Nullable PageText text;

  private Page(String url, Document document, boolean readable) {
    this.url = url;
    this.readable = readable;
    this.document = document;
    this.layout = Layout.of(document);
    this.main = MainContent.of(layout);
    this.roles = LineRoles.of(layout);
  }

  /**
   * Parses a page.
   *
   * @param html the page's source, decoded
   * @param url where the page was found, against which its links are resolved; may be empty
   */
  public static Page parse(String html, String url) {
    Objects.requireNonNull(url);
    String bounded = html.length() > MAX_HTML ? html.substring(0, MAX_HTML) : html;
    boolean readable = MarkupBound.holds(bounded);
    Reader source = new InterruptibleReader(readable ? bounded : "");
    return new Page(url, Parser.htmlParser().parseInput(source, url), readable);
  }

  /** Returns where the page was found, as given. */
  public String url() {
    return url;
  }

  /** Returns the parsed document, not to be changed. */
  public Document document() {
    return document;
  }

  /** Returns the title element's text, empty when there is none. */
  public String title() {
    return SafeText.oneLine(document.title());
  }

  /** Returns the text of the page without structured data. */
  public PageText text() {
    if (text == null) {
      text = text(List.of());
    }
    return text;
  }

  /**
   * Returns the text of the page with a region of structured data.
   *
   * @param structured the entries, each {@code Type.property⇥value}
   */
  public PageText text(List<String> structured) {
    PageRole whole = ArticleRole.of(kind(), document);
    PageTextWriter writer = new PageTextWriter();
    writer.title(title());
    writer.visible(layout.lines(), main, line -> role(line, whole));
    List<PageLink> targets = links();
    writer.entries(
        PageText.Region.Kind.LINKS,
        "links",
        PageLinks.entries(targets),
        i -> targets.get(i).role());
    List<String> meta = MetaEntries.of(document);
    int own = meta.size();
    List<String> all = Stream.concat(meta.stream(), customers().stream()).toList();
    writer.entries(
        PageText.Region.Kind.META, "meta", all, i -> i < own ? PageRole.OWN : PageRole.OTHERS);
    writer.entries(
        PageText.Region.Kind.STRUCTURED,
        "structured",
        structured,
        i -> DataRole.of(structured.get(i)));
    return writer.finish();
  }

  /** Returns the visible text that is the page's own subject, one line per block element. */
  public String mainText() {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < main.length; i++) {
      if (main[i]) {
        joined.append(layout.lines().get(i).text()).append('\n');
      }
    }
    return SafeText.wellFormed(joined);
  }

  /** Returns the page's links, each target once, in the order of the page. */
  public List<PageLink> links() {
    if (links == null) {
      links = PageLinks.of(document, element -> roles.at(element, layout));
    }
    return links;
  }

  /**
   * Returns the language of the visible text; what the page declares decides where text is short.
   */
  public Language language() {
    return LanguageDetector.detect(visibleText(), MetaEntries.language(document));
  }

  /** Returns what the page is for within its site. */
  public PageKind kind() {
    return PageKind.of(url, titles());
  }

  /** Returns why the page is no content, such as an error page, with offsets into its text. */
  public Optional<ContentProblem> problem() {
    return readable
        ? ContentProblem.find(text())
        : Optional.of(new ContentProblem(ContentProblem.Kind.EXCESSIVE_MARKUP, 0, 0));
  }

  /** The texts of logos under a heading such as "Our clients". */
  private List<String> customers() {
    return layout.images().entrySet().stream()
        .filter(image -> roles.isAmongCustomers(image.getValue()))
        .map(image -> SafeText.oneLine(image.getKey().attr("alt")))
        .filter(alt -> !alt.isEmpty() && alt.length() <= MOST_LOGO_TEXT)
        .distinct()
        .limit(MOST_LOGOS)
        .map(alt -> "customer\t" + alt)
        .toList();
  }

  private PageRole role(int line, PageRole whole) {
    PageRole role = roles.of(line);
    if (role == PageRole.OFFER && main[line] && kind() == PageKind.JOBS) {
      return PageRole.OWN;
    }
    boolean own = role == PageRole.OWN || role == PageRole.OFFER && whole != PageRole.OWN;
    return own && main[line] ? whole : role;
  }

  private String visibleText() {
    StringBuilder joined = new StringBuilder();
    for (Line line : layout.lines()) {
      joined.append(line.text()).append('\n');
    }
    return joined.toString();
  }

  private List<String> titles() {
    Stream<String> headings =
        layout.lines().stream()
            .filter(line -> line.box().element().nameIs("h1"))
            .map(Line::text)
            .limit(3);
    return Stream.concat(Stream.of(title()), headings).toList();
  }
}
