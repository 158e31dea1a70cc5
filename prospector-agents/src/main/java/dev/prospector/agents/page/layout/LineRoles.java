package dev.prospector.agents.page.layout;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Tells for each line of a page, and for each element, whose voice it is. */
public final class LineRoles {

  static final Vocabulary FILE = Vocabulary.read("roles.txt");
  private static final NameVocabulary OTHERS = NameVocabulary.of(FILE, "others-names");
  private static final NameVocabulary NAVIGATION = NameVocabulary.of(FILE, "navigation-names");
  private static final NameVocabulary FORM = NameVocabulary.of(FILE, "form-names");
  private static final NameVocabulary LEGAL = NameVocabulary.of(FILE, "legal-names");
  private static final Set<String> FORM_TAGS =
      Set.of("form", "fieldset", "label", "legend", "button");
  private static final Set<String> OTHERS_DATA =
      Set.of("review", "event", "organizer", "performer", "manufacturer", "brand", "jobposting");
  private static final Set<String> NAVIGATION_TAGS = Set.of("nav", "menu");

  /** Beyond this share of the page's text, an element is the page and not a part with a role. */
  private static final double MOST = 0.6;

  /** What is shorter may be all of a page, such as one with a testimonial and nothing else. */
  private static final int FEW_LINES = 12;

  private final List<Line> lines;
  private final PageRole[] roles;
  private final Map<Element, PageRole> byElement = new IdentityHashMap<>();
  private final int chars;
  private boolean[] customers = {};

  private LineRoles(Layout layout) {
    this.lines = layout.lines();
    this.roles = new PageRole[lines.size()];
    this.chars = lines.stream().mapToInt(line -> line.text().length()).sum();
    Map<Box, PageRole> byBox = new IdentityHashMap<>();
    for (Box box : layout.boxes()) {
      PageRole above = box.parent() == null ? PageRole.OWN : byBox.get(box.parent());
      PageRole role = above == PageRole.OWN ? roleOf(box) : above;
      byBox.put(box, role);
      byElement.put(box.element(), role);
    }
    for (int i = 0; i < roles.length; i++) {
      roles[i] = byBox.get(lines.get(i).box());
    }
  }

  /** Returns the roles of a page's lines. */
  public static LineRoles of(Layout layout) {
    LineRoles found = new LineRoles(layout);
    HeadedRoles headed = new HeadedRoles(found.lines, found.roles);
    headed.read();
    found.customers = headed.customers();
    boolean[] offers = Offers.of(found.lines, found.roles);
    for (int i = 0; i < offers.length; i++) {
      found.roles[i] = offers[i] ? PageRole.OFFER : found.roles[i];
    }
    return found;
  }

  /** Returns whether a line is a heading under which customers are named. */
  public static boolean isCustomersHeading(String text) {
    return HeadedRoles.isCustomers(text);
  }

  /** Returns whether what stands before a line lies under a heading of customers. */
  public boolean isAmongCustomers(int line) {
    return line > 0 && line <= customers.length && customers[line - 1];
  }

  /** Returns the role of a line by its index. */
  public PageRole of(int line) {
    return roles[line];
  }

  /** Returns the role of the innermost block element around an element. */
  public PageRole of(Element element) {
    for (Element up = element; up != null; up = up.parent()) {
      PageRole role = byElement.get(up);
      if (role != null) {
        return role;
      }
    }
    return PageRole.OWN;
  }

  /** Returns the role of the line in which an element begins, else of the block around it. */
  public PageRole at(Element element, Layout layout) {
    int line = layout.lineOf(element);
    return line < 0 || line >= roles.length ? of(element) : roles[line];
  }

  private PageRole roleOf(Box box) {
    if (box.parent() == null || large(box)) {
      return PageRole.OWN;
    }
    Element element = box.element();
    String tag = element.normalName();
    String role = element.attr("role");
    Names names = box.names();
    if (FORM_TAGS.contains(tag) || names.match(FORM) || role.equals("form")) {
      return PageRole.FORM;
    }
    if (NAVIGATION_TAGS.contains(tag) || role.equals("navigation") || names.match(NAVIGATION)) {
      return PageRole.NAVIGATION;
    }
    if (names.match(OTHERS) || review(element) || quotation(element)) {
      return PageRole.OTHERS;
    }
    return names.match(LEGAL) ? PageRole.LEGAL : PageRole.OWN;
  }

  private boolean large(Box box) {
    int inside = 0;
    for (int i = box.firstLine(); i < box.endLine(); i++) {
      inside += lines.get(i).text().length();
    }
    return box.lineCount() > FEW_LINES && inside > MOST * chars;
  }

  /** Microdata of a review, an event or a maker tells of others, as the same in JSON-LD does. */
  private static boolean review(Element element) {
    String property = element.attr("itemprop");
    String type = element.attr("itemtype");
    String name = type.substring(type.lastIndexOf('/') + 1);
    return OTHERS_DATA.contains(property) && element.hasAttr("itemscope")
        || property.equals("review")
        || OTHERS_DATA.contains(name.toLowerCase(Locale.ROOT));
  }

  /** A quotation that names its author; others are indented for looks only. */
  private static boolean quotation(Element element) {
    return element.nameIs("blockquote")
        && (element.hasAttr("cite")
            || element.selectFirst("cite") != null
            || element.selectFirst("footer") != null);
  }
}
