/** Following a stored run: its events from any number on, first from the store and then live. */
@NullMarked
package dev.prospector.tracking.subscription;

import org.jspecify.annotations.NullMarked;
