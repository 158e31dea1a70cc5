package dev.prospector.agents.page;

import dev.prospector.agents.page.layout.PageRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Reads the links of a document: resolved, decoded, each target once. */
final class PageLinks {

  private static final int MAX_LINKS = 5_000;
  private static final int MAX_TARGET = 2_000;
  private static final int MAX_TEXT = 300;

  /** Third part of a link's entry when its target was hidden from simple readers. */
  private static final String CLOAKED = "cloaked";

  private static final Evaluator IMAGE = QueryParser.parse("img[alt]");

  private final Map<String, PageLink> links = new LinkedHashMap<>();

  private final String origin;

  private final Function<Element, PageRole> roles;

  private PageLinks(String origin, Function<Element, PageRole> roles) {
    this.origin = origin;
    this.roles = roles;
  }

  static List<PageLink> of(Document document, Function<Element, PageRole> roles) {
    PageLinks found = new PageLinks(origin(document.baseUri()), roles);
    document.traverse(
        (node, depth) -> {
          if (node instanceof Element element && linking(element)) {
            found.read(element);
          }
        });
    return List.copyOf(found.links.values());
  }

  static List<String> entries(List<PageLink> links) {
    List<String> entries = new ArrayList<>(links.size());
    for (PageLink link : links) {
      String entry = link.target() + '\t' + link.text();
      entries.add(link.cloaked() ? entry + '\t' + CLOAKED : entry.stripTrailing());
    }
    return entries;
  }

  private static boolean linking(Element element) {
    boolean anchor = element.nameIs("a") || element.nameIs("area");
    return (anchor && element.hasAttr("href")) || element.hasAttr("data-cfemail");
  }

  private static String origin(String base) {
    int scheme = base.indexOf("://");
    boolean web = base.startsWith("http://") || base.startsWith("https://");
    if (!web || base.length() == scheme + 3) {
      return "";
    }
    int end = scheme + 3;
    while (end < base.length() && "/?#".indexOf(base.charAt(end)) < 0) {
      end++;
    }
    return base.substring(0, end);
  }

  private void read(Element element) {
    if (links.size() >= MAX_LINKS) {
      return;
    }
    String href = element.attr("href").strip();
    String key = element.attr("data-cfemail");
    int protectedMail = href.indexOf("/cdn-cgi/l/email-protection#");
    if (key.isEmpty() && protectedMail >= 0) {
      key = href.substring(href.indexOf('#') + 1);
    }
    if (!key.isEmpty()) {
      CloudflareMail.decode(key)
          .ifPresent(
              mail ->
                  add(new PageLink("mailto:" + mail, text(element), true, roles.apply(element))));
    } else if (!href.isEmpty() && !href.startsWith("#") && href.length() <= MAX_TARGET) {
      String target = target(element, href);
      if (!target.isEmpty()) {
        add(new PageLink(target, text(element), false, roles.apply(element)));
      }
    }
  }

  /**
   * A later link to the same target counts only where the earlier one shows no text; its role is
   * the company's own if one of them is.
   */
  private void add(PageLink link) {
    links.merge(link.target(), link, PageLinks::joined);
  }

  private static PageLink joined(PageLink first, PageLink again) {
    PageLink shown = first.text().isEmpty() ? again : first;
    PageRole role = again.role().compareTo(first.role()) < 0 ? again.role() : first.role();
    return new PageLink(shown.target(), shown.text(), shown.cloaked(), role);
  }

  private static String text(Element element) {
    String text = SafeText.oneLine(element.text());
    if (text.isEmpty()) {
      Element image = element.selectFirst(IMAGE);
      text = SafeText.oneLine(image == null ? element.attr("aria-label") : image.attr("alt"));
    }
    text = text.isEmpty() ? SafeText.oneLine(element.attr("title")) : text;
    return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
  }

  private String target(Element element, String href) {
    String lower = href.substring(0, Math.min(40, href.length())).toLowerCase(Locale.ROOT);
    if (lower.startsWith("javascript:")
        || lower.startsWith("data:")
        || lower.startsWith("about:")) {
      return "";
    }
    if (lower.startsWith("mailto:") || lower.startsWith("tel:") || lower.startsWith("sms:")) {
      int scheme = lower.indexOf(':') + 1;
      return lower.substring(0, scheme) + PercentDecoder.decode(href.substring(scheme)).strip();
    }
    String target = resolve(element, href);
    return messenger(lower, target) ? SafeText.oneLine(PercentDecoder.decode(target)) : target;
  }

  /** Resolves the common forms by joining text, the others by the rules of RFC 3986. */
  private String resolve(Element element, String href) {
    if (href.startsWith("https://") || href.startsWith("http://")) {
      return SafeText.oneLine(href);
    }
    boolean plainPath = href.startsWith("/") && !href.startsWith("//") && !href.contains("/.");
    if (plainPath && !origin.isEmpty()) {
      return SafeText.oneLine(origin + href);
    }
    String absolute = SafeText.oneLine(element.absUrl("href"));
    return absolute.isEmpty() ? SafeText.oneLine(href) : absolute;
  }

  private static boolean messenger(String lower, String target) {
    return lower.startsWith("whatsapp:")
        || target.contains("://wa.me/")
        || target.contains("whatsapp.com/send");
  }
}
