/** Microdata, RDFa, microformats and meta elements. */
@org.jspecify.annotations.NullMarked
package dev.prospector.agents.structured.syntax;
