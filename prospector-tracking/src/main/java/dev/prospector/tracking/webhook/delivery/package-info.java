/** Sends what a store of webhooks holds, with retries, to endpoints that a policy allows. */
@NullMarked
package dev.prospector.tracking.webhook.delivery;

import org.jspecify.annotations.NullMarked;
