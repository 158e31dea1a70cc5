/** The command line: what is asked for is read here, and the library does the work. */
@NullMarked
package dev.prospector.cli;

import org.jspecify.annotations.NullMarked;
