package dev.prospector;

import dev.prospector.engine.internal.lookup.Sources;
import dev.prospector.registry.CompanyRegistry;
import dev.prospector.verification.EmailVerifier;
import dev.prospector.verification.PhoneVerifier;
import dev.prospector.web.PageSource;
import dev.prospector.web.WebSearch;

/** Collects where agents read from; what is not given does nothing, and says so. */
final class GivenSources {

  PageSource pages = PageSource.none();
  CompanyRegistry registry = CompanyRegistry.none();
  WebSearch search = WebSearch.none();
  EmailVerifier emails = EmailVerifier.none();
  PhoneVerifier phones = PhoneVerifier.none();

  Sources all() {
    return new Sources(pages, registry, search, emails, phones);
  }
}
