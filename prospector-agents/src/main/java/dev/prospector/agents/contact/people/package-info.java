/** Names of people and organizations on a page. */
@org.jspecify.annotations.NullMarked
package dev.prospector.agents.contact.people;
