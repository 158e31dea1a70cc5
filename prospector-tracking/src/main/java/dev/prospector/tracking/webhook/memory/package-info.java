/** Webhooks that end with their process. */
@NullMarked
package dev.prospector.tracking.webhook.memory;

import org.jspecify.annotations.NullMarked;
