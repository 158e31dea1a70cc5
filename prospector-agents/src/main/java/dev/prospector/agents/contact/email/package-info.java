/** E-mail addresses: syntax, kind and where they stand on a page. */
@org.jspecify.annotations.NullMarked
package dev.prospector.agents.contact.email;
