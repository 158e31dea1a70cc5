/** Limits on what a run may spend, reserved before and settled after each call. */
@NullMarked
package dev.prospector.budget;

import org.jspecify.annotations.NullMarked;
