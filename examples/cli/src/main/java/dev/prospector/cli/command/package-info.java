/** The commands, one class each: options are read here, and the work is done elsewhere. */
@NullMarked
package dev.prospector.cli.command;

import org.jspecify.annotations.NullMarked;
