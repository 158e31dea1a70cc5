package dev.prospector.engine.internal.lookup;

import dev.prospector.lookup.Source;
import dev.prospector.lookup.SourceKind;
import dev.prospector.registry.CompanyRegistry;
import dev.prospector.verification.EmailVerifier;
import dev.prospector.verification.PhoneVerifier;
import dev.prospector.web.PageSource;
import dev.prospector.web.WebSearch;

/**
 * Where agents read from.
 *
 * @param pages web pages
 * @param registry the official register
 * @param search the web search
 * @param emails the verifier of e-mail addresses
 * @param phones the verifier of telephone numbers
 */
public record Sources(
    PageSource pages,
    CompanyRegistry registry,
    WebSearch search,
    EmailVerifier emails,
    PhoneVerifier phones) {

  Source of(SourceKind kind) {
    return switch (kind) {
      case PAGES -> pages;
      case REGISTRY -> registry;
      case SEARCH -> search;
      case EMAIL -> emails;
      case PHONE -> phones;
    };
  }
}
