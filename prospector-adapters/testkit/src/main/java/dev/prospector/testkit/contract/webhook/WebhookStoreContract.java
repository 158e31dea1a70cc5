package dev.prospector.testkit.contract.webhook;

import dev.prospector.event.RunEvent;
import dev.prospector.lead.Tenant;
import dev.prospector.tracking.webhook.WebhookStore;
import org.junit.jupiter.api.Nested;

/**
 * What every store of webhooks promises, in several parts. Extend it, and return an empty store.
 */
public abstract class WebhookStoreContract {

  /** Creates the contract. */
  protected WebhookStoreContract() {}

  /** Returns a store that is empty. */
  protected abstract WebhookStore store();

  /**
   * Has an event happen, as the store that was returned last learns of events; the run it names may
   * not exist elsewhere.
   */
  protected abstract void happen(Tenant tenant, RunEvent event);

  @Nested
  class Endpoints extends WebhookStoreEndpoints {
    @Override
    WebhookStoreContract contract() {
      return WebhookStoreContract.this;
    }
  }

  @Nested
  class Claims extends WebhookStoreClaims {
    @Override
    WebhookStoreContract contract() {
      return WebhookStoreContract.this;
    }
  }

  @Nested
  class Lists extends WebhookStoreLists {
    @Override
    WebhookStoreContract contract() {
      return WebhookStoreContract.this;
    }
  }
}
