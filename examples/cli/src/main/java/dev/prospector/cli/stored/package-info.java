/** Runs that are kept in a store: begun, gone on with, shown and written again. */
@NullMarked
package dev.prospector.cli.stored;

import org.jspecify.annotations.NullMarked;
