/** Where a run looks things up beside pages: searches, a register, and what verifies contacts. */
@NullMarked
package dev.prospector.cli.lookup;

import org.jspecify.annotations.NullMarked;
