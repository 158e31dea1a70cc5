package dev.prospector.agents.contact.postal;

import dev.prospector.agents.contact.postal.AddressPart.Kind;
import dev.prospector.agents.contact.text.FoundBy;
import dev.prospector.agents.contact.text.Place;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.page.PageText;
import dev.prospector.agents.page.PageText.Region;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds postal addresses: postal codes and states are the anchors, cities stand beside them,
 * streets are known by their words; parts that stand together are one address.
 */
public final class AddressScanner {

  private static final int LICENSE_REACH = 24;

  private static final int MAX_REGION = 400_000;

  /** Pages with more places are directories; what they list is not read further. */
  static final int MAX_PARTS = 1_500;

  private static final Set<Region.Kind> READ =
      EnumSet.of(Region.Kind.MAIN, Region.Kind.SURROUNDING);

  /** What stands before a code of this form, though it is the number of something else. */
  private static final Expression LONE_CODE = Expression.of("\\d{2}\\.?\\d{3}-\\d{3}");

  private static final Expression OTHER_WORD = Expression.of("(?u)[\\p{Ll}º°.][ :]{1,2}$");

  private static final Expression LICENSE =
      Expression.of(
          "(?i)\\b(?:licen[sc]e|lic|registration|permit|certificate)\\b[^\\n]{0,8}$|(?<![\\p{L}])(?-i:[A-Z]{3,8})[-/][A-Z]{2}[ ]$");

  private AddressScanner() {}

  /**
   * Returns the addresses of a page.
   *
   * @param regions the likely countries of the site, the likeliest first
   */
  public static List<AddressFinding> scan(PageText page, List<String> regions) {
    List<AddressFinding> found = new ArrayList<>();
    for (Region region : page.regions()) {
      if (READ.contains(region.kind())) {
        int end = Math.min(region.end(), region.start() + MAX_REGION);
        String text = page.text().substring(region.start(), end);
        Group group = new Group(text, region, regions);
        new AddressReading(text, regions).parts().forEach(group::add);
        found.addAll(group.end());
      }
    }
    return found;
  }

  /** Joins parts that stand together. */
  private static final class Group {

    private final String text;
    private final Region region;
    private final List<String> countries;
    private final List<AddressFinding> found = new ArrayList<>();
    private final List<AddressPart> address = new ArrayList<>();
    private Optional<AddressPart> district = Optional.empty();
    private int end;
    private Kind last = Kind.COUNTRY;

    Group(String text, Region region, List<String> countries) {
      this.text = text;
      this.region = region;
      this.countries = countries;
    }

    void add(Part part) {
      boolean street = last == Kind.STREET;
      boolean same =
          !address.isEmpty()
              && address.stream().noneMatch(p -> p.kind() == part.kind())
              && AddressGap.joins(text, end, part.start(), street);
      if (!same) {
        Optional<AddressPart> begun = beginning(part);
        close();
        begun.ifPresent(address::add);
      } else if (street) {
        district =
            Districts.in(text, end, part.start(), countries).map(found -> found.in(text, region));
      }
      address.add(part.in(text, region));
      end = part.end();
      last = part.kind();
    }

    /** A street behind a whole town and right before another one is the other one's. */
    private Optional<AddressPart> beginning(Part next) {
      boolean begins =
          last == Kind.STREET
              && address.size() > 1
              && next.kind() != Kind.STREET
              && AddressGap.joins(text, end, next.start(), true);
      return begins ? Optional.of(address.remove(address.size() - 1)) : Optional.empty();
    }

    private void close() {
      if (!address.isEmpty() && !isNumberOfSomething()) {
        found.add(new AddressFinding(address, district));
      }
      address.clear();
      district = Optional.empty();
    }

    /** "Pedido <b>12.345-678</b>": a code alone counts with its label or where a line begins. */
    private boolean isNumberOfSomething() {
      AddressPart first = address.get(0);
      int start = first.place().start() - region.start();
      String before = text.substring(Math.max(0, start - 8), start);
      boolean other =
          LONE_CODE.isAllOf(first.value())
              && !before.toUpperCase(Locale.ROOT).contains("CEP")
              && OTHER_WORD.isIn(before);
      boolean license =
          first.kind() == Kind.ZIP
              && LICENSE.isIn(text.substring(Math.max(0, start - LICENSE_REACH), start));
      return address.size() == 1 && (other || license);
    }

    List<AddressFinding> end() {
      close();
      return found;
    }
  }

  /** A part of an address within a region's text. */
  record Part(Kind kind, int start, int end) {

    AddressPart in(String text, Region region) {
      String value = text.substring(start, end).replaceAll("\\s+", " ").strip();
      Place place =
          new Place(region.start() + start, region.start() + end, region.kind(), FoundBy.TEXT);
      return new AddressPart(kind, value, place);
    }
  }
}
