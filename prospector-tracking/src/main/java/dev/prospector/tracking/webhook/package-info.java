/**
 * Events of runs, sent as signed HTTP requests to subscribed endpoints, by Standard Webhooks 1.0;
 * and what a receiver needs to trust them.
 */
@NullMarked
package dev.prospector.tracking.webhook;

import org.jspecify.annotations.NullMarked;
