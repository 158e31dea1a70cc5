/** The contract test of a store of webhooks. */
@org.jspecify.annotations.NullMarked
package dev.prospector.testkit.contract.webhook;
