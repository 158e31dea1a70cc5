/** Ports to language and embedding models: what is asked, what is answered, and what it used. */
@org.jspecify.annotations.NullMarked
package dev.prospector.model;
