/**
 * The structured data that a page carries in its markup (JSON-LD, microdata, RDFa, microformats,
 * Open Graph and other meta entries), read as items with properties, as lines of text, and as facts
 * about organisations.
 */
@NullMarked
package dev.prospector.agents.structured;

import org.jspecify.annotations.NullMarked;
