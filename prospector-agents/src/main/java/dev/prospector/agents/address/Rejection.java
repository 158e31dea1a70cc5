package dev.prospector.agents.address;

/** Why a text is not taken as a web address. */
public enum Rejection {
  /** Nothing but white space. */
  EMPTY,
  /** Longer than any server accepts. */
  TOO_LONG,
  /** Relative, and there is no address to resolve it against. */
  RELATIVE,
  /** An address of another scheme than http and https. */
  NOT_WEB,
  /** User name or password in the address, which no public page needs. */
  USER_INFO,
  /** No host, or one that cannot be a domain name or IP address. */
  BAD_HOST,
  /** A port that is not a number up to 65535. */
  BAD_PORT
}
