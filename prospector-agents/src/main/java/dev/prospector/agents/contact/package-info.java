/**
 * Finds contact details in the text of a page: e-mails, phones, postal addresses, organisations,
 * people and social profiles, each with the places where the page says so.
 */
@NullMarked
package dev.prospector.agents.contact;

import org.jspecify.annotations.NullMarked;
