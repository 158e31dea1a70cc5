package dev.prospector.agents.page;

import dev.prospector.agents.page.layout.PageRole;
import java.util.List;
import java.util.Objects;

/**
 * What a page says, as one text in which every extracted fact has a place: title, visible text, and
 * after them the links, meta entries and structured data that a reader does not see. This text is
 * what is kept as the page's snapshot, so a quote from any region can be checked later.
 *
 * <p>The layout is one line per block of visible text, then for each further region a header line
 * such as {@code [links]} and one line per entry, its parts separated by a tab:
 *
 * <pre>
 * Title of the page
 *
 * Visible text, one block element per line
 *
 * [links]
 * https://example.com/contact⇥Contact us
 * mailto:sales@example.com⇥Write to us
 *
 * [meta]
 * og:site_name⇥Example
 *
 * [structured]
 * Organization.telephone⇥+55 11 4002-8922
 * </pre>
 *
 * <p>Immutable. Offsets are Java string indices (UTF-16 units).
 *
 * @param text the whole text
 * @param regions the regions in order of their start; they do not overlap
 */
public record PageText(String text, List<Region> regions) {

  /** Checks that every region lies within the text. */
  public PageText {
    Objects.requireNonNull(text);
    regions = List.copyOf(regions);
    for (Region region : regions) {
      Objects.checkFromToIndex(region.start(), region.end(), text.length());
    }
  }

  /** Returns the regions of one kind, in order. */
  public List<Region> regions(Region.Kind kind) {
    return regions.stream().filter(region -> region.kind() == kind).toList();
  }

  /** Returns whose voice a place is; the company's own outside of all regions. */
  public PageRole roleAt(int offset) {
    for (Region region : regions) {
      if (offset >= region.start() && offset < region.end()) {
        return region.role();
      }
    }
    return PageRole.OWN;
  }

  /** Returns the text of one region. */
  public String text(Region region) {
    return text.substring(region.start(), region.end());
  }

  /**
   * A part of the text.
   *
   * @param kind what the part holds
   * @param start index of its first character, inclusive
   * @param end index after its last character
   * @param role whose voice it is; {@code OWN} in texts that were kept before roles were told
   */
  public record Region(Kind kind, int start, int end, PageRole role) {

    /** Fills in the role of texts kept before. */
    public Region {
      role = Objects.requireNonNullElse(role, PageRole.OWN);
    }

    /** A part in the company's own voice. */
    public Region(Kind kind, int start, int end) {
      this(kind, start, end, PageRole.OWN);
    }

    /** What a region holds. */
    public enum Kind {
      /** The title element. */
      TITLE,
      /** Visible text that is the page's own subject. Lies within no other region. */
      MAIN,
      /** Visible text around it: navigation, header, footer, side bars, imprint, contact blocks. */
      SURROUNDING,
      /** Link targets, resolved and decoded, each with its visible text. */
      LINKS,
      /** Meta entries such as description and Open Graph. */
      META,
      /** JSON-LD, microdata, RDFa and microformats, flattened to {@code Type.property⇥value}. */
      STRUCTURED
    }
  }
}
