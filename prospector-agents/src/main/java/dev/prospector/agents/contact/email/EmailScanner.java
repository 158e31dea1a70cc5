package dev.prospector.agents.contact.email;

import dev.prospector.agents.address.PublicSuffixList;
import dev.prospector.agents.address.WebAddress;
import dev.prospector.agents.contact.text.FoundBy;
import dev.prospector.agents.contact.text.PageLines;
import dev.prospector.agents.contact.text.PageLines.Entry;
import dev.prospector.agents.contact.text.PageLines.Line;
import dev.prospector.agents.contact.text.Place;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import dev.prospector.agents.page.PageText.Region;
import dev.prospector.agents.page.layout.PageRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the e-mail addresses of a page: in links, in data and in its text, obfuscated or not. */
public final class EmailScanner {

  private record Sighting(String address, List<Place> places) {}

  /** Atoms cannot begin with the signs that text puts around an address. */
  private static final Expression PLAIN =
      Expression.of(
          "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_%+&'~-]|\\.(?=[\\p{L}\\p{N}_%+&'~-])){0,63}"
              + "@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.){1,8}\\p{L}[\\p{L}\\p{N}-]{0,22}\\p{L}");

  private static final String LOCAL =
      "(?<![\\p{L}\\p{N}._%+-])([\\p{L}\\p{N}_][\\p{L}\\p{N}._%+-]{0,63}?)";
  private static final String ATOM = "[\\p{L}\\p{N}_%+-]{1,40}";
  private static final String LABEL = "[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62}";
  private static final String AT_WORD =
      "(?:at|arroba|@|ät|en|apenstaartje|chez|chiocciola|arobase|klammeraffe|zavin[áa][čc]|małpa)";
  private static final String DOT_WORD = "(?:dot|ponto|punto|punkt|punt|point|te[čc]ka|kropka|\\.)";
  private static final String OPEN = "\\s{0,2}[\\[({<]\\s{0,2}";
  private static final String CLOSE = "\\s{0,2}[\\])}>]\\s{0,2}";
  private static final String DOT =
      "(?:" + OPEN + DOT_WORD + CLOSE + "|\\s(?:dot|ponto|punto|DOT|PONTO|PUNTO)\\s|\\.)";

  /** {@code first (dot) last}, and what is written plainly. */
  private static final String DOTTED_LOCAL =
      "(?<![\\p{L}\\p{N}._%+-])((?:"
          + ATOM
          + OPEN
          + DOT_WORD
          + CLOSE
          + "){0,3}"
          + "[\\p{L}\\p{N}_][\\p{L}\\p{N}._%+-]{0,63}?)";

  /** {@code name [at] company [dot] com}; the brackets make it safe. */
  private static final Expression BRACKETED =
      Expression.of(
          "(?iu)"
              + DOTTED_LOCAL
              + OPEN
              + AT_WORD
              + CLOSE
              + "("
              + LABEL
              + "(?:"
              + DOT
              + LABEL
              + "){1,5})");

  private static final String SPELT_LOCAL =
      "(?<![\\p{L}\\p{N}._%+-])((?:"
          + ATOM
          + "\\s(?:dot|ponto|punto)\\s){0,3}"
          + "[\\p{L}\\p{N}_][\\p{L}\\p{N}._%+-]{0,63}?)";

  /** {@code name at company dot com}, where both words are spelt out. */
  private static final Expression SPELT =
      Expression.of(
          "(?iu)"
              + SPELT_LOCAL
              + "\\s(at|arroba)\\s("
              + LABEL
              + "(?:\\s(?:dot|ponto|punto)\\s"
              + LABEL
              + "){1,4})");

  /** {@code name @ company . com}, with spaces that a program would stumble over. */
  private static final Expression SPACED =
      Expression.of(
          "(?u)"
              + LOCAL
              + "\\s?@\\s?([a-z0-9][a-z0-9-]{0,62}(?:\\s?\\.\\s?[a-z0-9-]{2,63}){0,3}\\s?\\.\\s?"
              + "(?:com|net|org|info|biz|edu|gov|[a-z]{2}))(?![\\p{L}\\p{N}-])");

  /** The same under a top level of any kind: sure only under the site's own domain. */
  private static final Expression SPACED_OWN =
      Expression.of(
          "(?u)"
              + LOCAL
              + "\\s?@\\s?([a-z0-9][a-z0-9-]{0,62}(?:\\.[a-z0-9-]{2,63}){1,4})(?![\\p{L}\\p{N}-])");

  private static final Expression ANNOUNCED =
      Expression.of(
          "(?iu)(?:mail|e-mail|contact|contato|contacto|write|reach|escreva|escriba|correo)[^.]{0,30}$");
  private static final Expression DOT_SPELT =
      Expression.of("(?iu)" + OPEN + DOT_WORD + CLOSE + "|\\s(?:dot|ponto|punto)\\s");
  private static final Expression SPACE = Expression.of("\\s+");
  private static final Expression GLUED = Expression.of("(?i)\\.(com|net|org|info)\\p{L}{2,}$");
  private static final Set<String> FILES =
      Set.of("png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js", "php", "html", "pdf");

  private static final PublicSuffixList SUFFIXES = PublicSuffixList.bundled();

  private final Map<String, Sighting> found = new LinkedHashMap<>();
  private String own = "";

  /**
   * Returns the addresses of a page. In a part where others speak or are named, only those of the
   * site's own domain are the company's.
   *
   * @param url the page's address; empty if unknown
   */
  public List<EmailFinding> scan(PageLines page, String url) {
    own = ownDomain(url).orElse("");
    read(page, role -> role != PageRole.OTHERS);
    ownDomain(url).ifPresent(domain -> readOwn(page, domain));
    OtherFirms firms = new OtherFirms(page, url);
    return found.values().stream()
        .filter(sighting -> firms.own(sighting.address()))
        .map(EmailScanner::finding)
        .sorted(Comparator.comparingInt(f -> f.places().get(0).start()))
        .toList();
  }

  private void read(PageLines page, Predicate<PageRole> wanted) {
    page.text().stream().filter(line -> wanted.test(line.role())).forEach(this::text);
    page.links().stream().filter(entry -> wanted.test(entry.role())).forEach(this::link);
    page.meta().stream().filter(entry -> wanted.test(entry.role())).forEach(this::data);
    page.structured().stream().filter(entry -> wanted.test(entry.role())).forEach(this::data);
  }

  private void readOwn(PageLines page, String domain) {
    EmailScanner others = new EmailScanner();
    others.read(page, role -> role == PageRole.OTHERS);
    others.found.forEach(
        (address, sighting) -> {
          String host = address.substring(address.lastIndexOf('@') + 1);
          if (domain.equals(SUFFIXES.registrableDomain(host).orElse(""))) {
            found.putIfAbsent(address, sighting);
          }
        });
  }

  private static Optional<String> ownDomain(String url) {
    return WebAddress.parse(url).address().flatMap(address -> address.registrableDomain(SUFFIXES));
  }

  /** Returns every address that a quote states, in any way that {@link #scan} reads. */
  public static List<String> addressesIn(String quote) {
    EmailScanner scanner = new EmailScanner();
    Line line = new Line(quote, 0, Region.Kind.MAIN, PageRole.OWN);
    scanner.text(line, false);
    scanner.link(new Entry(line, quote, ""));
    return scanner.found.values().stream().map(Sighting::address).toList();
  }

  private static EmailFinding finding(Sighting sighting) {
    List<Place> places =
        sighting.places().stream().sorted(Comparator.comparingInt(Place::start)).toList();
    return new EmailFinding(sighting.address(), EmailDomains.kind(sighting.address()), places);
  }

  private void text(Line line) {
    text(line, true);
  }

  private void text(Line line, boolean needsWord) {
    if (line.text().indexOf('@') >= 0) {
      plain(line, FoundBy.TEXT);
      disguised(line, SPACED.matcher(line.text()), 2, false);
      disguised(line, SPACED_OWN.matcher(line.text()), 2, needsWord);
    }
    if (mayHide(line.text())) {
      disguised(line, BRACKETED.matcher(line.text()), 2, false);
      disguised(line, SPELT.matcher(line.text()), 3, needsWord);
    }
  }

  private static boolean mayHide(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("at")
        || lower.contains("arroba")
        || lower.contains("@")
        || lower.contains("ät")
        || lower.contains("apenstaartje")
        || lower.contains("chiocciola")
        || lower.contains("arobase")
        || lower.contains("klammeraffe")
        || lower.contains("zavin")
        || lower.contains("małpa");
  }

  private void plain(Line line, FoundBy how) {
    Search matcher = PLAIN.matcher(line.text());
    while (matcher.find()) {
      add(matcher.group(), line.place(matcher.start(), matcher.end(), how));
    }
  }

  private void disguised(Line line, Search matcher, int domain, boolean needsWord) {
    while (matcher.find()) {
      String host = DOT_SPELT.matcher(matcher.group(domain)).replaceAll(".");
      String local = DOT_SPELT.matcher(matcher.group(1)).replaceAll(".");
      String address = local + '@' + SPACE.matcher(host).replaceAll("");
      String before = line.text().substring(Math.max(0, matcher.start() - 40), matcher.start());
      boolean shouted = domain == 3 && matcher.group(2).equals("AT");
      boolean ours = !own.isEmpty() && address.toLowerCase(Locale.ROOT).endsWith('@' + own);
      boolean announced = domain == 3 && ANNOUNCED.matcher(before).find();
      if (!needsWord || shouted || ours || announced) {
        add(address, line.place(matcher.start(), matcher.end(), FoundBy.DEOBFUSCATED));
      }
    }
  }

  private void link(Entry entry) {
    String target = entry.first();
    if (!target.regionMatches(true, 0, "mailto:", 0, 7)) {
      return;
    }
    int question = target.indexOf('?');
    String addresses = target.substring(7, question < 0 ? target.length() : question);
    for (String address : addresses.split("[,;]", 20)) {
      String bare = bare(address);
      if (EmailSyntax.of(bare).isContact()) {
        add(bare, entry.firstPlace(FoundBy.LINK));
      } else {
        plain(
            new Line(target, entry.line().start(), entry.line().region(), entry.role()),
            FoundBy.LINK);
      }
    }
    plainIn(entry, FoundBy.TEXT);
  }

  /** Reads the visible text of a link, which is an entry's second part. */
  private void plainIn(Entry entry, FoundBy how) {
    int offset = entry.line().text().length() - entry.second().length();
    plain(
        new Line(
            entry.second(), entry.line().start() + offset, entry.line().region(), entry.role()),
        how);
  }

  private void data(Entry entry) {
    plainIn(entry, FoundBy.STRUCTURED);
  }

  /** Takes off white space, and the brackets of {@code Name <address>}. */
  private static String bare(String address) {
    int open = address.indexOf('<');
    int close = address.indexOf('>', open + 1);
    String inner = open >= 0 && close > open ? address.substring(open + 1, close) : address;
    return inner.strip();
  }

  /** A word that runs into the site's own domain makes no address. */
  private boolean goesOn(String host) {
    return !own.isEmpty()
        && host.length() > own.length()
        && host.startsWith(own)
        && Character.isLetter(host.charAt(own.length()));
  }

  /** Cuts words that a page runs into an address: {@code a@b.comPhone} ends at {@code .com}. */
  private static int glued(String address) {
    Search matcher = GLUED.matcher(address);
    if (!matcher.find()) {
      return 0;
    }
    String top = address.substring(address.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return PublicSuffixList.bundled().isTopLevel(top) ? 0 : address.length() - matcher.end(1);
  }

  private void add(String written, Place whole) {
    int cut = glued(written);
    String address = written.substring(0, written.length() - cut);
    Place place = new Place(whole.start(), whole.end() - cut, whole.region(), whole.how());
    int at = address.lastIndexOf('@');
    String normal =
        address.substring(0, at + 1) + address.substring(at + 1).toLowerCase(Locale.ROOT);
    String top = normal.substring(normal.lastIndexOf('.') + 1);
    boolean placeholder = EmailDomains.isPlaceholder(normal);
    if (!EmailSyntax.of(normal).isContact()
        || FILES.contains(top)
        || placeholder
        || goesOn(normal.substring(at + 1))) {
      return;
    }
    Sighting sighting =
        found.computeIfAbsent(
            normal.toLowerCase(Locale.ROOT), key -> new Sighting(normal, new ArrayList<>()));
    List<Place> places = sighting.places();
    Place last = places.isEmpty() ? place : places.get(places.size() - 1);
    boolean known = !places.isEmpty() && last.start() <= place.start() && place.end() <= last.end();
    if (!known) {
      sighting.places().add(place);
    }
  }
}
