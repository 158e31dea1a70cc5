package dev.prospector.adapter.verify.email;

/** Asks whether a domain takes mail. */
@FunctionalInterface
interface MailHosts {

  /** What a domain says of mail. */
  enum Answer {
    /** It names hosts that take it, or is one itself. */
    TAKES_MAIL,
    /** It says that it takes none (RFC 7505). */
    TAKES_NONE,
    /** There is no such domain. */
    NO_DOMAIN,
    /** It names no host. */
    NO_HOST,
    /** It could not be asked. */
    NOT_KNOWN
  }

  /** Asks, for as long as is allowed; an error is an answer. */
  Answer ask(String domain) throws InterruptedException;
}
