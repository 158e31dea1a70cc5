/** Social profiles that a page links to. */
@org.jspecify.annotations.NullMarked
package dev.prospector.agents.contact.social;
