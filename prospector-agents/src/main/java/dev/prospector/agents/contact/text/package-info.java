/** Lines of a page as the contact scanners read them, and where on them something was found. */
@org.jspecify.annotations.NullMarked
package dev.prospector.agents.contact.text;
