package dev.prospector.agents.contact.phone;

import dev.prospector.agents.contact.text.Countries;
import dev.prospector.agents.contact.text.FoundBy;
import dev.prospector.agents.contact.text.PageLines;
import dev.prospector.agents.contact.text.PageLines.Entry;
import dev.prospector.agents.contact.text.PageLines.Line;
import dev.prospector.agents.contact.text.Place;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import dev.prospector.agents.page.layout.PageRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the phone numbers of a page: in links, in structured data and in its text. */
public final class PhoneScanner {

  private static final int MIN_DIGITS = 7;
  private static final int MAX_LABEL_LINE = 40;
  private static final int NEARBY_LINES = 12;
  private static final List<String> NORTH_AMERICA = List.of("US");
  private static final List<String> ENGLISH_SPEAKING = List.of("GB", "AU", "IE", "NZ", "ZA");
  private static final Expression TELEPHONE_LINK =
      Expression.of("(?i)^(?:tel|callto|phone|fax|sms|whatsapp):(?:/{2})?([^?]{5,60})");
  private static final Expression WHATSAPP_LINK =
      Expression.of(
          "(?i)(?:wa\\.me/{1,2}|(?:api|web)\\.whatsapp\\.com/send/?\\?(?:[^#]{0,200}&)?phone=|whatsapp://send/?\\?(?:[^#]{0,200}&)?phone=)"
              + "((?:%2B|%20|%28|%29|%2D|[+\\d ().-]){8,40}+)");
  private static final Expression ESCAPE = Expression.of("%\\p{XDigit}{2}");
  private static final Expression TELEPHONE_PROPERTY =
      Expression.of(
          "(?i)(?:^|[.:_-])(?:tel|telephone|phone|phone_number|mobile|fax|faxnumber|fax_number)(?:\\.value)?$");
  private static final Expression LOOSE =
      Expression.of("(?<!\\d)(?:1[ .-]{1,3})?\\(?\\d[\\d ().·-]{8,24}\\d(?!\\d)");

  /** Three, three and four digits: elsewhere than in North America rather a code of some kind. */
  private static final Expression NORTH_AMERICAN = Expression.of("\\d{3}-\\d{3}-\\d{4}");

  private final List<String> regions;
  private final String areaCode;
  private final PhoneBook book = new PhoneBook();
  private String nearby = "";
  private int sinceNearby;

  public PhoneScanner(List<String> regions, String areaCode) {
    this.regions = regions;
    this.areaCode = areaCode;
  }

  public List<PhoneFinding> scan(PageLines page) {
    String label = "";
    for (Line line : page.text()) {
      remember(line);
      if (line.role() != PageRole.OTHERS && line.role() != PageRole.ARTICLE) {
        scan(line, label);
      }
      label = label(line);
    }
    page.links().stream().filter(PhoneScanner::isOwn).forEach(this::link);
    page.meta().forEach(this::entry);
    page.structured().stream().filter(PhoneScanner::isOwn).forEach(this::entry);
    return book.findings();
  }

  private static boolean isOwn(Entry entry) {
    return entry.role() != PageRole.OTHERS;
  }

  /** Keeps the country that was named last, for the numbers of an office abroad. */
  private void remember(Line line) {
    if (++sinceNearby > NEARBY_LINES) {
      nearby = "";
    }
    for (String region : Countries.namedIn(line.text())) {
      nearby = region;
      sinceNearby = 0;
    }
  }

  /** Returns the line before when it is a label for what follows, such as "Fax:". */
  private static String label(Line previous) {
    boolean label =
        previous.text().length() <= MAX_LABEL_LINE
            && previous.text().chars().noneMatch(Character::isDigit);
    return label ? previous.text() + ' ' : "";
  }

  private void scan(Line line, String label) {
    if (digits(line.text()) < 3) {
      return;
    }
    String text = NoPhones.blot(line.text());
    List<PhoneMatch> matches = new ArrayList<>(Vanity.find(text));
    if (digits(text) >= MIN_DIGITS) {
      for (String region : regions) {
        merge(matches, inRegion(text, label, region));
      }
      if (isLeft(text, matches)) {
        merge(matches, loose(text, label));
        merge(matches, abroad(text, label));
      }
    }
    matches.sort(Comparator.comparingInt(PhoneMatch::start));
    int from = 0;
    for (PhoneMatch match : matches) {
      String before =
          from == 0
              ? label + text.substring(0, match.start())
              : text.substring(from, match.start());
      add(line, match, before, text.substring(match.end()));
      from = match.end();
    }
  }

  /** Tells whether a phone's worth of digits lies outside the numbers that were found. */
  private static boolean isLeft(String text, List<PhoneMatch> matches) {
    int inside = 0;
    for (PhoneMatch match : matches) {
      inside += digits(text.substring(match.start(), match.end()));
    }
    return digits(text) - inside >= MIN_DIGITS;
  }

  private void add(Line line, PhoneMatch match, String before, String after) {
    FoundBy how = match.inferred() ? FoundBy.INFERRED : FoundBy.TEXT;
    book.add(
        match.number(),
        PhoneWords.uses(before, after),
        line.place(match.start(), match.end(), how));
    PhoneWords.extension(after).ifPresent(e -> book.extension(match.number(), e));
  }

  private static void merge(List<PhoneMatch> matches, List<PhoneMatch> more) {
    for (PhoneMatch match : more) {
      if (matches.stream().noneMatch(m -> m.overlaps(match.start(), match.end()))) {
        matches.add(match);
      }
    }
  }

  private List<PhoneMatch> inRegion(String text, String label, String region) {
    List<PhoneMatch> found = new ArrayList<>();
    if (region.equals("BR")) {
      BrazilianNumbers.read(text, areaCode).stream()
          .filter(match -> isWritten(text, label, match, region))
          .forEach(found::add);
    }
    NumberingPlan.find(text, region).stream()
        .filter(match -> isWritten(text, label, match, region))
        .filter(match -> found.stream().noneMatch(m -> m.overlaps(match.start(), match.end())))
        .forEach(found::add);
    return found;
  }

  /** A bare run of digits is a phone only where a word before it says so. */
  private static boolean isWritten(String text, String label, PhoneMatch match, String region) {
    String quote = text.substring(match.start(), match.end());
    boolean formed =
        quote.chars().anyMatch(c -> c < '0' || c > '9')
            && quote.indexOf('/') == quote.lastIndexOf('/')
            && !match.inferred()
            && (NumberingPlan.isNorthAmerican(region) || !NORTH_AMERICAN.isAllOf(quote));
    return formed || PhoneWords.announced(label + text.substring(0, match.start()));
  }

  /** Digits that are grouped in no known way, right after a word that announces a phone. */
  private List<PhoneMatch> loose(String text, String label) {
    List<PhoneMatch> found = new ArrayList<>();
    Search matcher = LOOSE.matcher(text);
    while (matcher.find()) {
      int start = matcher.start();
      int end = matcher.end();
      if (PhoneWords.announced(label + text.substring(0, start))) {
        String digits = matcher.group().replaceAll("\\D", "");
        NumberingPlan.parse(digits, regions.get(0))
            .ifPresent(n -> found.add(new PhoneMatch(n, start, end, false)));
      }
    }
    return found;
  }

  /**
   * Announced numbers that fit only the plan of the country named nearby, or that of a likely one.
   */
  private List<PhoneMatch> abroad(String text, String label) {
    List<String> likely =
        !nearby.isEmpty()
            ? List.of(nearby)
            : regions.equals(NORTH_AMERICA) ? ENGLISH_SPEAKING : List.of();
    List<PhoneMatch> found = new ArrayList<>();
    for (String region : likely) {
      NumberingPlan.find(text, region).stream()
          .filter(m -> PhoneWords.announced(label + text.substring(0, m.start())))
          .map(m -> new PhoneMatch(m.number(), m.start(), m.end(), nearby.isEmpty()))
          .forEach(m -> merge(found, List.of(m)));
    }
    return found;
  }

  private void link(Entry entry) {
    Search whatsapp = WHATSAPP_LINK.matcher(entry.first());
    if (whatsapp.find()) {
      String digits = ESCAPE.matcher(whatsapp.group(1)).replaceAll("").replaceAll("\\D", "");
      NumberingPlan.parse("+" + digits, "ZZ")
          .ifPresent(
              n -> book.add(n, EnumSet.of(PhoneUse.WHATSAPP), entry.firstPlace(FoundBy.LINK)));
      return;
    }
    Search telephone = TELEPHONE_LINK.matcher(entry.first());
    if (telephone.find()) {
      Set<PhoneUse> uses =
          entry.first().regionMatches(true, 0, "fax", 0, 3)
              ? EnumSet.of(PhoneUse.FAX)
              : EnumSet.of(PhoneUse.VOICE);
      field(telephone.group(1).replace("%20", " "), entry.firstPlace(FoundBy.LINK), uses);
    }
  }

  private void entry(Entry entry) {
    if (TELEPHONE_PROPERTY.matcher(entry.first()).find()) {
      boolean fax = entry.first().toLowerCase(Locale.ROOT).contains("fax");
      field(
          entry.second(),
          entry.secondPlace(FoundBy.STRUCTURED),
          EnumSet.of(fax ? PhoneUse.FAX : PhoneUse.VOICE));
    }
  }

  private void field(String value, Place place, Set<PhoneUse> uses) {
    for (String region : regions) {
      List<PhoneMatch> matches = PhoneField.read(value, region, areaCode);
      if (!matches.isEmpty()) {
        matches.forEach(match -> book.add(match.number(), uses, place));
        return;
      }
    }
  }

  private static int digits(String text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      count += c >= '0' && c <= '9' ? 1 : 0;
    }
    return count;
  }
}
