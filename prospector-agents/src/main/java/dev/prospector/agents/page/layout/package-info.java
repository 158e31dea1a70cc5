/** The lines and boxes of a page, and which of them are its main content. */
@org.jspecify.annotations.NullMarked
package dev.prospector.agents.page.layout;
