/**
 * Companies that a search found, before they are leads: who they are said to be, by what they were
 * found, what became of them, and which queries were of use.
 */
@org.jspecify.annotations.NullMarked
package dev.prospector.candidate;
