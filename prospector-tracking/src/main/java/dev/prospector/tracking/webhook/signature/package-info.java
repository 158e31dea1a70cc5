/** Signs messages by Standard Webhooks, and verifies what was received; secrets are shown once. */
@NullMarked
package dev.prospector.tracking.webhook.signature;

import org.jspecify.annotations.NullMarked;
