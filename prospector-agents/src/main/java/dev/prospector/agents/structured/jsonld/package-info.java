/** JSON-LD, read leniently. */
@org.jspecify.annotations.NullMarked
package dev.prospector.agents.structured.jsonld;
