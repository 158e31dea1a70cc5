package dev.prospector.agents.page.layout;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** Lays a document out as lines of visible text, with the block elements that hold them. */
public final class Layout implements NodeFilter {

  /** Below so many visible characters, what a script would show or replace is looked at too. */
  private static final int LITTLE_TEXT = 200;

  private final boolean everything;
  private final OpenedParts opened;
  private final LineBuilder line = new LineBuilder();
  private final List<Line> lines = new ArrayList<>();
  private final List<Box> boxes = new ArrayList<>();
  private final Map<Element, Integer> links = new IdentityHashMap<>();
  private final Map<Element, Integer> images = new LinkedHashMap<>();
  private @Nullable Box box;
  private @Nullable Element dataRow;

  private Layout(boolean everything, OpenedParts opened) {
    this.everything = everything;
    this.opened = opened;
  }

  public static Layout of(Document document) {
    Layout visible = lay(document, false);
    if (visible.chars() >= LITTLE_TEXT) {
      return visible;
    }
    Layout all = lay(document, true);
    return all.chars() > 2 * visible.chars() ? all : visible;
  }

  private static Layout lay(Document document, boolean everything) {
    Layout layout = new Layout(everything, new OpenedParts(document));
    Element body = document.body();
    layout.open(body);
    for (Node child = body.firstChild(); child != null; child = child.nextSibling()) {
      child.filter(layout);
    }
    layout.close();
    return layout;
  }

  public List<Line> lines() {
    return lines;
  }

  /** Returns the line in which a link begins; -1 when the element is none that is laid out. */
  int lineOf(Element link) {
    return links.getOrDefault(link, -1);
  }

  /** Returns the images with a text for those who do not see them, and the line that follows. */
  public Map<Element, Integer> images() {
    return images;
  }

  /** Returns the block elements in document order, the body first. */
  List<Box> boxes() {
    return boxes;
  }

  private int chars() {
    return lines.stream().mapToInt(each -> each.text().length()).sum();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      appendText(text);
      return FilterResult.CONTINUE;
    }
    if (node instanceof Element image && image.nameIs("img") && image.hasAttr("alt")) {
      images.put(image, lines.size());
    }
    if (!(node instanceof Element element) || skipped(element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    enter(element);
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      leave(element);
    }
    return FilterResult.CONTINUE;
  }

  private boolean skipped(Element element) {
    if (Tags.unseen(element)) {
      return !(everything && element.nameIs("noscript"));
    }
    return !everything && Tags.hidden(element) && !opened.opens(element);
  }

  private void enter(Element element) {
    if (element.nameIs("a")) {
      links.put(element, lines.size());
      line.boundary();
      line.openLink();
    } else if (element.nameIs("br")) {
      flush();
    } else if (dataRow == null && Tags.block(element)) {
      flush();
      open(element);
      if (element.nameIs("tr") && DataRow.matches(element)) {
        dataRow = element;
      }
    } else if (Tags.cell(element)) {
      line.cell();
    } else if (Tags.block(element)) {
      line.space();
    } else {
      line.boundary();
    }
  }

  private void leave(Element element) {
    if (element.nameIs("a")) {
      line.boundary();
      line.closeLink();
    } else if (dataRow == element) {
      dataRow = null;
      flush();
      close();
    } else if (dataRow == null && Tags.block(element)) {
      flush();
      close();
    } else if (Tags.block(element)) {
      line.space();
    } else {
      line.boundary();
    }
  }

  private void appendText(TextNode node) {
    String text = node.getWholeText();
    if (box != null && box.element().nameIs("pre") && text.indexOf('\n') >= 0) {
      for (String part : text.split("\n", -1)) {
        line.append(part);
        flush();
      }
    } else {
      line.append(text);
    }
  }

  private void open(Element element) {
    box = new Box(element, box, lines.size());
    boxes.add(box);
  }

  private void close() {
    if (box != null) {
      flush();
      box.endAt(lines.size());
      box = box.parent();
    }
  }

  private void flush() {
    String text = line.take();
    if (!text.isEmpty() && box != null) {
      lines.add(new Line(text, line.takeLinkChars(), box));
    } else {
      line.takeLinkChars();
    }
  }
}
