/**
 * Ports to the web: where pages come from, and where they are searched for. A failed look-up and an
 * empty one are different outcomes.
 */
@org.jspecify.annotations.NullMarked
package dev.prospector.web;
