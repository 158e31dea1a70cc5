/**
 * Company registration numbers: which written forms are valid, and where a page states one. Numbers
 * are text, never numeric types, and only those of legal entities are looked for.
 */
@NullMarked
package dev.prospector.agents.registration;

import org.jspecify.annotations.NullMarked;
