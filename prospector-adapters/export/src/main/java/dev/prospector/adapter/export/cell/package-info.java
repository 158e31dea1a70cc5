/** What a cell of a table may hold, for every writer of tables. */
@NullMarked
package dev.prospector.adapter.export.cell;

import org.jspecify.annotations.NullMarked;
