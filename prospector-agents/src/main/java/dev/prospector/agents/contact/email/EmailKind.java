package dev.prospector.agents.contact.email;

/** What an e-mail address says about who reads it. */
public enum EmailKind {
  /** A function rather than a person, such as {@code sales@} or {@code contato@}. */
  ROLE,
  /** A named mailbox at a domain of the organisation's own. */
  PERSONAL,
  /** A mailbox at a public provider, such as {@code gmail.com} or {@code uol.com.br}. */
  FREE_PROVIDER,
  /** A mailbox at a provider of throw-away addresses. */
  DISPOSABLE
}
