package dev.prospector.agents.page.layout;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;

/**
 * Tells a table row that holds data, one short text per cell, from one that lays out a page: with
 * blocks in a cell, or with broken lines in several.
 */
final class DataRow implements NodeFilter {

  private int blocksInCell;
  private int cellsOfLines;
  private boolean data = true;

  private DataRow() {}

  static boolean matches(Element row) {
    DataRow check = new DataRow();
    for (Element cell : row.children()) {
      check.blocksInCell = 0;
      if (Tags.cell(cell)) {
        cell.filter(check);
        check.cellsOfLines += cell.selectFirst("br") == null ? 0 : 1;
      }
    }
    return check.data && check.cellsOfLines < 2;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (depth > 0 && node instanceof Element element && Tags.block(element)) {
      boolean simple = element.nameIs("p") || element.nameIs("div");
      if (!simple || ++blocksInCell > 1) {
        data = false;
        return FilterResult.STOP;
      }
    }
    return FilterResult.CONTINUE;
  }
}
