package dev.prospector.agents.contact.text;

import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import dev.prospector.agents.page.PageText;
import dev.prospector.agents.page.PageText.Region;
import dev.prospector.agents.page.PageText.Region.Kind;
import dev.prospector.agents.page.layout.PageRole;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The lines of a page's text by what they hold: text for readers, links, entries of data. */
public final class PageLines {

  /** A line and where it starts in the page's text. */
  public record Line(String text, int start, Kind region, PageRole role) {

    public Place place(int from, int to, FoundBy how) {
      return new Place(start + from, start + to, region, how);
    }

    Place whole(FoundBy how) {
      return place(0, text.length(), how);
    }

    boolean isBlank() {
      return text.isBlank();
    }
  }

  /** A line of two parts separated by a tab; the second is empty when there is no tab. */
  public record Entry(Line line, String first, String second) {

    /** Returns whose voice the entry is. */
    public PageRole role() {
      return line.role();
    }

    /** Returns the place of the second part. */
    public Place secondPlace(FoundBy how) {
      return line.place(line.text().length() - second.length(), line.text().length(), how);
    }

    /** Returns the place of the first part. */
    public Place firstPlace(FoundBy how) {
      return line.place(0, Math.min(first.length(), line.text().length()), how);
    }
  }

  private static final Expression WRITTEN =
      Expression.of(
          "(?i)(?<![\\w.@/-])(?:https?://[^\\s<>\"',;]{4,300}|(?:www\\.)?(?:wa\\.me|api\\.whatsapp\\.com|(?:[a-z]{2}\\.)?linkedin\\.com|instagram\\.com|facebook\\.com|youtube\\.com|tiktok\\.com|x\\.com|twitter\\.com)/[^\\s<>\"',;]{2,300})");
  private static final int MAX_LINES = 50_000;
  private static final int MAX_LINE = 20_000;
  private static final Set<Kind> READ = EnumSet.of(Kind.TITLE, Kind.MAIN, Kind.SURROUNDING);

  private final List<Line> text = new ArrayList<>();
  private final List<Entry> links = new ArrayList<>();
  private final List<Entry> meta = new ArrayList<>();
  private final List<Entry> structured = new ArrayList<>();

  public PageLines(PageText page) {
    for (Region region : page.regions()) {
      split(page.text(), region);
    }
  }

  /** Returns the lines of a text in which addresses of the web are written out. */
  public static PageLines withWrittenLinks(PageText page) {
    PageLines lines = new PageLines(page);
    for (Line line : lines.text) {
      for (Search link = WRITTEN.matcher(line.text()); link.find(); ) {
        String target = link.group().contains("://") ? link.group() : "https://" + link.group();
        int start = line.start() + link.start();
        Line whole = new Line(link.group(), start, Kind.LINKS, line.role());
        lines.links.add(new Entry(whole, target, ""));
      }
    }
    return lines;
  }

  private void split(String page, Region region) {
    int from = region.start();
    while (from < region.end() && text.size() + links.size() < MAX_LINES) {
      int newline = page.indexOf('\n', from);
      int to = newline < 0 || newline > region.end() ? region.end() : newline;
      if (to > from) {
        int cut = Math.min(to, from + MAX_LINE);
        add(new Line(page.substring(from, cut), from, region.kind(), region.role()));
      }
      from = to + 1;
    }
  }

  private void add(Line line) {
    if (READ.contains(line.region())) {
      text.add(line);
      return;
    }
    int tab = line.text().indexOf('\t');
    Entry entry =
        tab < 0
            ? new Entry(line, line.text(), "")
            : new Entry(line, line.text().substring(0, tab), line.text().substring(tab + 1));
    switch (line.region()) {
      case LINKS -> links.add(entry);
      case META -> meta.add(entry);
      default -> structured.add(entry);
    }
  }

  /** Returns the lines that a reader sees, title first. */
  public List<Line> text() {
    return text;
  }

  /** Returns the lines in which the company speaks of itself, title first. */
  public List<Line> own() {
    return text.stream().filter(line -> line.role() == PageRole.OWN).toList();
  }

  public List<Entry> links() {
    return links;
  }

  public List<Entry> meta() {
    return meta;
  }

  /** Returns the language that the page declares, such as {@code de-AT}. */
  public Optional<String> language() {
    return meta.stream()
        .filter(entry -> entry.first().equals("lang"))
        .map(entry -> entry.second().strip())
        .findFirst();
  }

  public List<Entry> structured() {
    return structured;
  }
}
