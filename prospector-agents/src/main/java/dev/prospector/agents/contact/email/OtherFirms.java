package dev.prospector.agents.contact.email;

import dev.prospector.agents.address.PublicSuffixList;
import dev.prospector.agents.address.WebAddress;
import dev.prospector.agents.contact.text.PageLines;
import dev.prospector.agents.contact.text.PageLines.Line;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.page.PageText.Region.Kind;
import dev.prospector.agents.page.layout.PageRole;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Tells addresses of other firms: under a domain that is not the site's, and everywhere beside the
 * name of the firm whose domain it is. A domain that the page's title, copyright line or data name
 * too is one more of the company itself.
 */
final class OtherFirms {

  /** A shorter label stands in a line by chance. */
  private static final int SHORTEST_LABEL = 5;

  private static final int LONGEST_NAME_LINE = 80;
  private static final Expression ADDRESS =
      Expression.of("[^\\s<>()]{1,64}@[^\\s<>()]{1,80}|\\S{0,10}://\\S{1,200}|www\\.\\S{1,200}");
  private static final PublicSuffixList SUFFIXES = PublicSuffixList.bundled();

  private final List<Line> lines;
  private final String own;
  private final String selfNames;

  OtherFirms(PageLines page, String url) {
    lines = page.text();
    own =
        WebAddress.parse(url)
            .address()
            .flatMap(address -> address.registrableDomain(SUFFIXES))
            .orElse("");
    StringBuilder names = new StringBuilder();
    lines.stream()
        .filter(line -> line.region() == Kind.TITLE || line.role() == PageRole.LEGAL)
        .forEach(line -> names.append(folded(line.text())).append(' '));
    page.meta().forEach(entry -> names.append(folded(entry.second())).append(' '));
    page.structured().stream()
        .filter(entry -> entry.first().endsWith("name"))
        .forEach(entry -> names.append(folded(entry.second())).append(' '));
    selfNames = names.toString();
  }

  boolean own(String address) {
    String written = address.substring(address.lastIndexOf('@') + 1);
    String host = EmailDomain.ascii(written).orElse(written);
    String domain = SUFFIXES.registrableDomain(host).orElse(host);
    String label = label(domain);
    boolean ours =
        own.isEmpty()
            || domain.equals(own)
            || label.length() < SHORTEST_LABEL
            || EmailDomains.kind(address) == EmailKind.FREE_PROVIDER
            || akin(label, label(own))
            || selfNames.contains(label);
    return ours || !besideItsFirm(address.toLowerCase(Locale.ROOT), label);
  }

  /** Whether every line that holds the address holds the firm's name too, or follows it. */
  private boolean besideItsFirm(String address, String label) {
    boolean beside = false;
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).text();
      if (text.indexOf('@') >= 0 && text.toLowerCase(Locale.ROOT).contains(address)) {
        boolean above = i > 0 && names(lines.get(i - 1).text(), label);
        if (!above && !folded(ADDRESS.matcher(text).replaceAll(" ")).contains(label)) {
          return false;
        }
        beside = true;
      }
    }
    return beside;
  }

  private static boolean names(String line, String label) {
    return line.length() <= LONGEST_NAME_LINE
        && folded(ADDRESS.matcher(line).replaceAll(" ")).contains(label);
  }

  private static boolean akin(String one, String other) {
    int common = 0;
    int shorter = Math.min(one.length(), other.length());
    while (common < shorter && one.charAt(common) == other.charAt(common)) {
      common++;
    }
    return common >= SHORTEST_LABEL || one.contains(other) || other.contains(one);
  }

  private static String label(String domain) {
    int dot = domain.indexOf('.');
    return folded(dot < 0 ? domain : domain.substring(0, dot));
  }

  /** The letters and digits of a text, small and without accents. */
  private static String folded(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(plain.length());
    plain.chars().filter(Character::isLetterOrDigit).forEach(c -> folded.append((char) c));
    return folded.toString();
  }
}
