/** Where the program speaks to, and what its exit codes mean. */
@NullMarked
package dev.prospector.cli.terminal;

import org.jspecify.annotations.NullMarked;
