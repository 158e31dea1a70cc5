/** In-memory implementations of every storage port. */
@NullMarked
package dev.prospector.memory;

import org.jspecify.annotations.NullMarked;
