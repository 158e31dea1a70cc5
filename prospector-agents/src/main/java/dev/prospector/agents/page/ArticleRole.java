package dev.prospector.agents.page;

import dev.prospector.agents.page.layout.PageRole;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Tells whose voice the main text of a whole page is: that of an article, of terms, or its own. */
final class ArticleRole {

  private static final Evaluator TYPE = QueryParser.parse("meta[property=og:type]");

  private ArticleRole() {}

  static PageRole of(PageKind kind, Document document) {
    return switch (kind) {
      case NEWS -> PageRole.ARTICLE;
      case LEGAL -> PageRole.LEGAL;
      case OTHER -> article(document) ? PageRole.ARTICLE : PageRole.OWN;
      default -> PageRole.OWN;
    };
  }

  /** Builders of sites call every page an article: its time of publication must be told too. */
  private static boolean article(Document document) {
    Element type = document.selectFirst(TYPE);
    boolean named = type != null && type.attr("content").toLowerCase(Locale.ROOT).equals("article");
    return named && document.selectFirst("article time[datetime], .byline, [rel=author]") != null;
  }
}
