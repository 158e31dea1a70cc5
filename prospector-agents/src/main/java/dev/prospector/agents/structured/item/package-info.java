/** Items with properties and values, as all syntaxes of structured data yield them. */
@org.jspecify.annotations.NullMarked
package dev.prospector.agents.structured.item;
