package dev.prospector.agents.contact.email;

import dev.prospector.agents.contact.text.ResourceLines;
import dev.prospector.agents.internal.SortedTable;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Tells role mailboxes, public providers and throw-away providers apart. */
final class EmailDomains {

  private static final SortedTable ROLES = table("role-localparts.txt");
  private static final SortedTable FREE = table("free-providers.txt");
  private static final SortedTable DISPOSABLE = table("disposable.txt");

  private static final Set<String> PLACEHOLDERS =
      new HashSet<>(ResourceLines.of("placeholder-emails.txt"));

  private EmailDomains() {}

  /** Returns whether an address is an example that a template or a form shows. */
  static boolean isPlaceholder(String address) {
    int at = address.lastIndexOf('@');
    String lower = address.toLowerCase(Locale.ROOT);
    return PLACEHOLDERS.contains(lower.substring(0, at))
        || PLACEHOLDERS.contains(lower.substring(at));
  }

  static EmailKind kind(String address) {
    int at = address.lastIndexOf('@');
    String domain = address.substring(at + 1).toLowerCase(Locale.ROOT);
    if (listed(DISPOSABLE, domain)) {
      return EmailKind.DISPOSABLE;
    }
    if (FREE.contains(domain)) {
      return EmailKind.FREE_PROVIDER;
    }
    return isRole(address.substring(0, at)) ? EmailKind.ROLE : EmailKind.PERSONAL;
  }

  /** Throw-away providers hand out any name below their domains. */
  private static boolean listed(SortedTable domains, String domain) {
    String rest = domain;
    while (!domains.contains(rest)) {
      int dot = rest.indexOf('.');
      if (dot < 0) {
        return false;
      }
      rest = rest.substring(dot + 1);
    }
    return true;
  }

  /**
   * A role is the whole local part or, as in {@code vendas.sp} and {@code info2}, its beginning.
   */
  private static boolean isRole(String local) {
    String lower = local.toLowerCase(Locale.ROOT);
    int end = 0;
    while (end < lower.length() && Character.isLetter(lower.charAt(end))) {
      end++;
    }
    return ROLES.contains(lower) || ROLES.contains(lower.substring(0, end));
  }

  private static SortedTable table(String name) {
    return SortedTable.read(ResourceLines.class, name);
  }
}
