/** The rows of a file in any form and encoding: one map of cells for each. */
@NullMarked
package dev.prospector.adapter.imports.internal.row;

import org.jspecify.annotations.NullMarked;
