/** Stored sources, and claims that cannot exist without a quote in one of them. */
@NullMarked
package dev.prospector.evidence;

import org.jspecify.annotations.NullMarked;
