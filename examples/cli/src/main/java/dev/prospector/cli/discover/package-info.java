/** Finding companies that nobody listed, from the command line. */
@NullMarked
package dev.prospector.cli.discover;

import org.jspecify.annotations.NullMarked;
