package dev.prospector.adapter.imports;

import dev.prospector.agents.address.Rejection;
import dev.prospector.agents.address.SiteOwner;
import dev.prospector.agents.address.WebAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a list says about a company's website.
 *
 * @param written the address as the list has it; empty when there is none that can be used
 * @param identity what two rows of the same company share: its domain, or on a site of many
 *     companies the page's address; empty when there is no usable address
 * @param domain by which the company can be told from others if it has one; else empty
 * @param profile whether it is a profile, a messenger's number or the like, and no site
 * @param problem why what the list has is no website; else empty
 */
record Website(String written, String identity, String domain, boolean profile, String problem) {

  static final Website NONE = new Website("", "", "", false, "");

  private static final int LONGEST = 4000;

  /** Several addresses in one cell. */
  private static final Pattern SEPARATOR =
      Pattern.compile("[\\s,;|]+(?=\\S)|\\s/\\s|(?<=.)(?=https?://)");

  private static final Pattern SECOND = Pattern.compile("[\\s,;|](?:https?://|www\\.)");

  /** What people write when there is none. */
  private static final Pattern NOTHING =
      Pattern.compile(
          "[\\W_]*|n/?[ad]|nil|none|null|nan|no|nao|não|x+|0|tbd|unknown|desconhecido|sem (web)?site"
              + "|n[aã]o (tem|possui|informado|h[aá]|disponível)( site)?|no (tiene|disponible|website)"
              + "|sin (sitio|web|p[aá]gina)( web)?|not available|em branco|keine|kein|-",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  static Website of(String cell) {
    String text = cell.strip();
    if (text.length() < 60 && NOTHING.matcher(text).matches()) {
      return NONE;
    }
    String looked = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    Optional<Rejection> rejection = Optional.empty();
    if (!SECOND.matcher(looked).find()) {
      var whole = WebAddress.parseTyped(looked);
      if (whole.address().isPresent()) {
        return of(looked, whole.address().get());
      }
      rejection = whole.rejection();
    }
    List<Website> several = several(looked);
    return several.isEmpty()
        ? new Website("", "", "", false, rejection.map(Website::sentence).orElse("it is unusable"))
        : several.get(0);
  }

  /** Returns those of several addresses that can be used, a site before a profile. */
  private static List<Website> several(String text) {
    List<Website> several = new ArrayList<>();
    for (String part : SEPARATOR.split(text)) {
      WebAddress.parseTyped(part).address().ifPresent(address -> several.add(of(part, address)));
    }
    several.sort(Comparator.comparing(Website::rank));
    return several;
  }

  private int rank() {
    return written.isEmpty() ? 3 : profile ? 2 : domain.isEmpty() ? 1 : 0;
  }

  private static Website of(String written, WebAddress address) {
    SiteOwner owner = SiteOwner.of(address);
    if (owner.domain().isPresent()) {
      return new Website(written, owner.domain().get(), owner.domain().get(), false, "");
    }
    boolean shared =
        owner.kind() == SiteOwner.Kind.PORTAL || owner.kind() == SiteOwner.Kind.PROFILE;
    if (!shared && !isAddressOfMachine(address.host())) {
      return new Website(
          "", "", "", false, "'" + address.host() + "' is no domain that somebody registers");
    }
    boolean profile = owner.kind() == SiteOwner.Kind.PROFILE;
    return new Website(written, withoutScheme(address.canonical()), "", profile, "");
  }

  private static boolean isAddressOfMachine(String host) {
    return host.startsWith("[") || host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
  }

  private static String withoutScheme(String canonical) {
    String rest = canonical.substring(canonical.indexOf("://") + 3);
    String bare = rest.startsWith("www.") ? rest.substring(4) : rest;
    return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
  }

  private static String sentence(Rejection reason) {
    return "it is no web address ("
        + reason.name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + ")";
  }
}
