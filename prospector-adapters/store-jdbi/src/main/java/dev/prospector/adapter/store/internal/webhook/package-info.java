/** Webhook endpoints and their deliveries. */
@org.jspecify.annotations.NullMarked
package dev.prospector.adapter.store.internal.webhook;
