/** The port to official registers of companies. */
@org.jspecify.annotations.NullMarked
package dev.prospector.registry;
