/** Telephone numbers: numbering plans, use, and where they stand on a page. */
@org.jspecify.annotations.NullMarked
package dev.prospector.agents.contact.phone;
