package dev.prospector.cli.lookup;

import dev.prospector.Prospector;
import dev.prospector.adapter.web.PageArchive;
import dev.prospector.budget.Account;
import dev.prospector.budget.Budget;
import dev.prospector.context.Language;
import dev.prospector.error.InterruptedWorkException;
import dev.prospector.http.HttpTransport;
import dev.prospector.registry.CompanyRegistry;
import dev.prospector.store.ResponseCache;
import dev.prospector.verification.EmailVerifier;
import dev.prospector.verification.PhoneVerifier;
import dev.prospector.web.WebSearch;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a run looks up from, opened; what was not chosen does nothing and says so.
 *
 * @param search of the web
 * @param registry of companies
 * @param emails what verifies e-mail addresses
 * @param phones what verifies telephone numbers
 * @param closing ends what has to be ended
 */
public record OpenLookUps(
    WebSearch search,
    CompanyRegistry registry,
    EmailVerifier emails,
    PhoneVerifier phones,
    Runnable closing)
    implements AutoCloseable {

  /**
   * Who pays, where answers are kept, and where keys are.
   *
   * @param language of what is searched for
   */
  public record Means(
      Budget budget,
      Account account,
      ResponseCache cache,
      Language language,
      Function<String, @Nullable String> environment) {}

  /**
   * Opens what was chosen.
   *
   * @param archive the pages of a search of the archive
   */
  public static OpenLookUps of(
      LookUpSettings settings, Optional<PageArchive> archive, Means means) {
    HttpTransport transport = Outside.transport();
    Optional<VerifyChoice> verify = settings.verification();
    EmailVerifier emails = verify.map(VerifyChoice::openEmail).orElse(EmailVerifier.none());
    PhoneVerifier phones =
        verify.map(v -> v.openPhone(transport, means, settings)).orElse(PhoneVerifier.none());
    WebSearch search = search(settings, archive, transport, means);
    RegistryChoice.Opened registry =
        settings
            .registry()
            .map(choice -> choice.open(transport))
            .orElse(new RegistryChoice.Opened(CompanyRegistry.none(), () -> {}));
    return new OpenLookUps(search, registry.registry(), emails, phones, registry.close());
  }

  private static WebSearch search(
      LookUpSettings settings,
      Optional<PageArchive> archive,
      HttpTransport transport,
      Means means) {
    Optional<SearchChoice> choice = settings.search();
    if (choice.isEmpty()) {
      return WebSearch.none();
    }
    try {
      return choice.get().isArchive()
          ? choice.get().ofArchive(archive)
          : choice.get().open(transport, means, settings);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedWorkException("interrupted while reading the archive for its search");
    }
  }

  /** Sets it on a builder. */
  public Prospector.Builder on(Prospector.Builder builder) {
    return builder.search(search).registry(registry).emailVerifier(emails).phoneVerifier(phones);
  }

  @Override
  public void close() {
    closing.run();
  }
}
