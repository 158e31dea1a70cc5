package dev.prospector.agents.contact.postal;

import dev.prospector.agents.contact.text.ResourceLines;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds streets with their numbers, by the forms of the countries whose pages are read. */
final class Streets {

  /** A stretch of a text. */
  record Span(int start, int end) {}

  private static final String SUFFIX =
      "Streets?|St|Str|Avenues?|Ave|Av|Roads?|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Courts?|Ct|Place|Pl|Plaza|Plz"
          + "|Square|Sq|Way|Parkway|Pkwy|Pky|Highway|Hwy|Freeway|Fwy|Expressway|Expy|Circle|Cir|Terrace|Ter|Trail|Trl"
          + "|Loop|Row|Alley|Mall|Pike|Turnpike|Tpke|Broadway|Crescent|Cres|Close|Grove|Gardens|Mews|Hill|Rise|Walk"
          + "|Wharf|Quay|Esplanade|Commons?|Crossing|Xing|Center|Centre|Park|Bay|Point|Run|Path|Pass|Ridge|Bend|Bluff";
  private static final String DIR =
      "N\\.?E|N\\.?W|S\\.?E|S\\.?W|[NSEW]|North|South|East|West|Northeast|Northwest|Southeast|Southwest";
  private static final String NAME =
      "(?:\\p{Lu}[\\p{L}\\d.'’&-]{0,24}|\\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)|of|the|de|la)";
  private static final String UNIT =
      "[ ]?[,|•·–-]?\\s{0,2}(?:(?:Suite|Ste|Unit|Units|Apt|Apartment|Floor|Fl|Room|Rm|Bldg|Building|Level|Lot|Space|Office|PMB|Box|Dept|STE|SUITE|UNIT|suite)\\b\\.?"
          + "[ ]?[#:]?[ ]?(?:[A-Z]|[A-Z]{0,2}-?\\d[\\w-]{0,6})(?!\\w)|(?:Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)[ ]Floor|#[ ]?[\\w-]{1,8}|\\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)[ ](?:Floor|Fl|FLOOR|floor)\\b\\.?)";

  private static final int LOOK_BACK = 70;
  private static final Expression GAP = Expression.of("[ ]?,?[ ]?\\n?");

  private static final Expression ESTATE =
      Expression.of(
          "\\b(?:House|Building|Court|Works|Tower|Park|Centre|Center|Commons|Estate|Mill|Floor|Suite)$");

  private static final Expression ESTATE_AFTER =
      Expression.of(
          ",?[ \\n](?:\\p{Lu}[\\p{L}'’-]{1,20}[ ]){1,3}(?:(?:Business|Office|Retail|Science|Technology|Industrial)[ ]Park|(?:Trading|Industrial)[ ]Estate)\\b");

  /** What belongs to a street though it stands before its number. */
  private static final Expression BUILDING =
      Expression.of(
          "(?:^|[\\n,:|.]\\s?|Office[ ])((?!Registered|Head|Main|Address)(?:(?:\\p{Lu}[\\p{L}'’.&-]{0,20}[ ]){1,4}(?:House|Building|Court|Works|Tower|Towers|Park|Centre|Center|Commons|Estate|Chambers|Mill),?[ \\n]{1,2})?"
              + "(?:(?:Units?|Suite|Flat|Level|Floor|Office|No\\.?|Rt\\.[ ]\\d{1,3})[ ]?(?:[\\w-]{1,4}[ ]?(?:&|,|and|-)[ ]?)?\\n?)?)$");

  private static final List<Expression> FORMS =
      ResourceLines.of("streets.txt").stream().map(Streets::form).toList();

  /**
   * Names only, the last of which is a word for a street or a building, or a number and names, as
   * in "3 Abbey Foregate".
   */
  private static final Expression NAMED =
      Expression.of(
          "\\d{1,4}[A-Za-z]?(?:[ ]?[-–][ ]?\\d{1,4})?,?(?:[ ]\\p{Lu}[\\p{L}'’.&-]{1,20}){1,4}|(?:\\p{Lu}[\\p{L}'’.&-]{0,20}[ ]){1,4}(?:House|Building|Works|Tower|Chambers|Mill|Estate|"
              + SUFFIX
              + ")");

  /** "6191 BD Beek" is no boulevard. */
  private static final Expression DUTCH_CODE =
      Expression.of("[1-9]\\d{3}[ ][A-Z]{2}[ ]\\p{Lu}\\p{Ll}");

  private static final int YEAR_REACH = 30;

  /** A comma and a space, at most. */
  private static final int BESIDE = 2;

  /** What ends the name of a company: what follows it begins anew. */
  private static final Expression LEGAL_FORM =
      Expression.of(
          "(?<![\\p{L}])(?:GmbH|AG|KG|OHG|UG|e\\.K\\.|B\\.?V\\.?|N\\.?V\\.?|S\\.L\\.U?\\.?|SLU?|SARL|SAS|S\\.?r\\.?l\\.?|Ltda\\.?|LTDA\\.?|Lda\\.?|Ltd\\.?|Inc\\.?|LLC|EIRELI)[, ]{1,2}(?=[\\p{L}\\d])");

  private static final Expression YEAR = Expression.of("(?:19|20)\\d{2}(?!\\d)");

  private static final Expression BEFORE_YEAR =
      Expression.of(
          "(?iu)(?:©|\\(c\\)|copyright|(?<!\\p{L})(?:since|est(?:ablished|d)?\\.?(?: in)?|founded(?: in)?|seit|desde|fundad[ao] em|depuis|dal|sinds|anno))[ ]?(?:\\d{4}[ ]?[-–][ ]?)?$");

  private static final Expression CAPITALS = Expression.of("\\b" + SUFFIX + "\\b");

  private Streets() {}

  private static Expression form(String line) {
    return Expression.of(
        line.replace("SUFFIX", SUFFIX + "|" + upper())
            .replace("UNIT", UNIT)
            .replace("NAME", NAME)
            .replace("DIR", DIR));
  }

  /** Street words in capitals; case is not ignored altogether, since names begin with a capital. */
  private static String upper() {
    return SUFFIX.toUpperCase(Locale.ROOT);
  }

  /**
   * Returns the line or segment before an index if it is the name of a street or building without
   * number.
   */
  static Optional<Span> lineBefore(String text, int index) {
    int end = index;
    while (end > 0 && index - end < 3 && ",\n |•·".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = segmentStart(text, end);
    boolean named = end - start <= LOOK_BACK && NAMED.isAllOf(text.substring(start, end));
    return end < index && named
        ? Optional.of(new Span(extended(text, start, 0), end))
        : Optional.empty();
  }

  /** Returns a street together with those that are known beside it, such as an estate's. */
  static Span withKnown(Span street, List<Span> known) {
    Span whole = street;
    for (Span other : known) {
      boolean touches = other.end() + BESIDE >= street.start() && other.start() <= street.end();
      if (touches) {
        whole =
            new Span(Math.min(whole.start(), other.start()), Math.max(whole.end(), other.end()));
      }
    }
    return whole;
  }

  private static int segmentStart(String text, int end) {
    int start = end;
    while (start > 0 && end - start <= LOOK_BACK && "\n,|•·:".indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    while (start < end && text.charAt(start) == ' ') {
      start++;
    }
    return start;
  }

  /** Tells whether a name ends like that of a building or an estate. */
  static boolean isBuilding(String name) {
    return ESTATE.matcher(name).find();
  }

  /** Tells whether a word is one that streets end with. */
  static boolean isSuffix(String word) {
    return CAPITALS.matcher(word).matches();
  }

  /** Returns the streets of a text in their order; of overlapping ones the longest. */
  static List<Span> find(String text) {
    List<Span> spans = new ArrayList<>();
    for (Expression form : FORMS) {
      Search matcher = form.matcher(text);
      while (matcher.find()) {
        if (!isNoNumber(text, matcher.start())) {
          int end = trimmed(text, matcher.end());
          spans.add(new Span(behindLegalForm(text, matcher.start(), end), end));
        }
      }
    }
    spans.sort(
        Comparator.comparingInt(Span::start)
            .thenComparing(Comparator.comparingInt(Span::end).reversed()));
    List<Span> kept = new ArrayList<>();
    int end = 0;
    for (Span span : spans) {
      if (span.start() >= end) {
        kept.add(new Span(extended(text, span.start(), end), estate(text, span.end())));
        end = span.end();
      }
    }
    return joined(text, kept);
  }

  /** Tells whether a postal code or a year begins here: "© <b>2024</b> High Street Dental". */
  private static boolean isNoNumber(String text, int start) {
    return DUTCH_CODE.matcher(text).findAt(start)
        || YEAR.matcher(text).findAt(start)
            && BEFORE_YEAR.isIn(text.substring(Math.max(0, start - YEAR_REACH), start));
  }

  /** "Adler GmbH <b>Schloßstraße 12</b>". */
  private static int behindLegalForm(String text, int start, int end) {
    Search form = LEGAL_FORM.matcher(text).region(start, end);
    int begin = start;
    while (form.find()) {
      begin = form.end();
    }
    return begin;
  }

  /** A separator behind a unit is no part of it. */
  private static int trimmed(String text, int end) {
    int at = end;
    while (" -–,".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  /** Moves a start to the left over the name of a building or its unit. */
  private static int extended(String text, int start, int limit) {
    String before = text.substring(Math.max(limit, start - LOOK_BACK), start);
    Search matcher = BUILDING.matcher(before);
    return matcher.find() ? start - before.length() + matcher.start(1) : start;
  }

  /** Moves an end to the right over the name of an estate. */
  private static int estate(String text, int end) {
    Search matcher = ESTATE_AFTER.matcher(text);
    return matcher.findAt(end) ? matcher.end() : end;
  }

  /** Makes one street of those that only a comma or a line end stands between. */
  private static List<Span> joined(String text, List<Span> spans) {
    List<Span> joined = new ArrayList<>();
    for (Span span : spans) {
      Span last = joined.isEmpty() ? new Span(0, 0) : joined.get(joined.size() - 1);
      int gap = span.start() - last.end();
      boolean near =
          last.end() > 0
              && gap <= 3
              && GAP.matcher(text.substring(last.end(), span.start())).matches();
      if (near) {
        joined.set(joined.size() - 1, new Span(last.start(), span.end()));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }
}
