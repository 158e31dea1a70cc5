/**
 * What is asked of sources outside, and what they answered: each look-up is written down as a read
 * of its own, so that it is known what a result was made from and how fresh that is.
 */
@org.jspecify.annotations.NullMarked
package dev.prospector.lookup;
