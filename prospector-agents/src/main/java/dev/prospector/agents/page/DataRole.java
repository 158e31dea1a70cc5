package dev.prospector.agents.page;

import dev.prospector.agents.page.layout.PageRole;
import java.util.List;
import java.util.Locale;

/** Tells whose fact an entry of structured data is, by the path of its types and properties. */
final class DataRole {

  /** Types and properties below which others are described. */
  private static final List<String> OTHERS =
      List.of(
          "review",
          "aggregaterating",
          "author",
          "creator",
          "editor",
          "reviewedby",
          "brand",
          "manufacturer",
          "event",
          "performer",
          "organizer",
          "itemreviewed",
          "customer",
          "partner",
          "issuedby",
          "recognizedby",
          "funder",
          "sponsor",
          "client",
          "comment",
          "question",
          "acceptedanswer",
          "isrelatedto",
          "issimilarto",
          "hiringorganization");

  private static final List<String> ARTICLES =
      List.of("article", "newsarticle", "blogposting", "techarticle", "report", "recipe", "book");

  private DataRole() {}

  /**
   * Returns the role of an entry.
   *
   * @param entry {@code Type.property⇥value}
   */
  static PageRole of(String entry) {
    int tab = entry.indexOf('\t');
    String path = (tab < 0 ? entry : entry.substring(0, tab)).toLowerCase(Locale.ROOT);
    for (String part : path.split("[.:]")) {
      if (OTHERS.contains(part)) {
        return PageRole.OTHERS;
      }
      if (ARTICLES.contains(part)) {
        return PageRole.ARTICLE;
      }
    }
    return PageRole.OWN;
  }
}
