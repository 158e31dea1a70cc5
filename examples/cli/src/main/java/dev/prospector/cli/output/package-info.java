/** The files that results go to, and what is said when they are written. */
@NullMarked
package dev.prospector.cli.output;

import org.jspecify.annotations.NullMarked;
