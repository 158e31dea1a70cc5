package dev.prospector.agents.page.layout;

import java.util.HashSet;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Tells which parts of a page that are hidden at first a reader opens with a click: tabs,
 * accordions and what a link or button of the page controls. What is hidden from everyone stays
 * hidden.
 */
final class OpenedParts {

  private static final Vocabulary FILE = LineRoles.FILE;
  private static final NameVocabulary OPENED = NameVocabulary.of(FILE, "opened");
  private static final NameVocabulary NEVER = NameVocabulary.of(FILE, "never-opened");
  private static final String[] CONTROLS = {
    "aria-controls", "href", "data-target", "data-bs-target", "data-toggle-target", "data-tab"
  };
  private static final int MOST_CONTROLS = 2_000;

  private final Document document;
  private @Nullable Set<String> controlled;

  OpenedParts(Document document) {
    this.document = document;
  }

  boolean opens(Element element) {
    if (!Tags.block(element) || Names.of(element).match(NEVER)) {
      return false;
    }
    if (element.attr("role").equals("tabpanel") || Names.of(element).match(OPENED)) {
      return true;
    }
    Element parent = element.parent();
    boolean inside = parent != null && Names.of(parent).match(OPENED);
    return inside || !element.id().isEmpty() && controlled().contains(element.id());
  }

  private Set<String> controlled() {
    Set<String> ids = controlled;
    if (ids == null) {
      ids = new HashSet<>();
      controlled = ids;
      for (Element control :
          document.select("a[href^=#], button, [aria-controls], [data-target]")) {
        for (String attribute : CONTROLS) {
          String target = control.attr(attribute);
          String id = target.startsWith("#") ? target.substring(1) : target;
          if (!id.isEmpty() && ids.size() < MOST_CONTROLS) {
            ids.add(id);
          }
        }
      }
    }
    return ids;
  }
}
