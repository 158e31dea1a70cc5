/** Postal addresses, towns, states and postal codes. */
@org.jspecify.annotations.NullMarked
package dev.prospector.agents.contact.postal;
