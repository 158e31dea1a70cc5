package dev.prospector.agents.contact.email;

import dev.prospector.agents.internal.Expression;

/**
 * What the form of an e-mail address allows. The policy, from the strictest to the laxest:
 *
 * <ul>
 *   <li>{@link #USABLE}: a dot-atom local part and a host name with a dot, as RFC 5321 (4.1.2) has
 *       them; no special-use domain of RFC 6761, 6762, 7686 or {@code arpa}; the top-level domain
 *       ends with a letter; at most 64 characters before the at sign, 63 per label and 254 in all;
 *       an internationalised domain holds only letters, marks, digits and hyphens (RFC 5892).
 *   <li>{@link #INTERNATIONAL}: the same with characters outside ASCII before the at sign, which
 *       needs servers that speak RFC 6531; only visible ones, none that combines at the start.
 *   <li>{@link #UNUSUAL}: RFC 5321 permits it, but no business publishes it: a quoted local part,
 *       an address literal, a domain without a dot or with a number at its top, a special-use
 *       domain. Never reported as a contact.
 *   <li>{@link #INVALID}: everything else. This takes in what only RFC 5322 permits (comments,
 *       folding white space, obsolete forms, over-long parts): none of it can be typed into a mail
 *       program and arrive.
 * </ul>
 */
public enum EmailSyntax {
  /** Fit for a contact. */
  USABLE,
  /** Fit for a contact where internationalised mail is spoken. */
  INTERNATIONAL,
  /** Permitted by the standard, not fit for a contact. */
  UNUSUAL,
  /** Not an address. */
  INVALID;

  private static final int MAX_LENGTH = 254;
  private static final int MAX_LOCAL = 64;
  private static final String ATEXT = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]";
  private static final Expression DOT_ATOM =
      Expression.of(ATEXT + "{1,64}+(?:\\." + ATEXT + "{1,64}+){0,32}+");
  private static final Expression QUOTED = Expression.of("\"(?:[ !#-\\[\\]-~]|\\\\[ -~]){0,64}+\"");

  /** Returns the verdict on an address; never throws. */
  public static EmailSyntax of(String address) {
    int at = address.lastIndexOf('@');
    if (at < 1 || address.length() > MAX_LENGTH) {
      return INVALID;
    }
    String local = EmailText.composed(address.substring(0, at));
    String domain = address.substring(at + 1);
    EmailSyntax ofLocal = local(local);
    EmailSyntax ofDomain = EmailDomain.syntax(domain);
    EmailSyntax worst = ofLocal.compareTo(ofDomain) > 0 ? ofLocal : ofDomain;
    return worst == INVALID || EmailText.octets(local, domain) <= MAX_LENGTH ? worst : INVALID;
  }

  /** Tells whether an address of this form is reported as a contact. */
  public boolean isContact() {
    return this == USABLE || this == INTERNATIONAL;
  }

  private static EmailSyntax local(String local) {
    if (EmailText.utf8Length(local) > MAX_LOCAL) {
      return INVALID;
    }
    if (DOT_ATOM.matcher(local).matches()) {
      return USABLE;
    }
    if (QUOTED.matcher(local).matches()) {
      return UNUSUAL;
    }
    return EmailText.isInternational(local) ? INTERNATIONAL : INVALID;
  }
}
