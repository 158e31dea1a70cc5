/** What a cell of a table may hold, whoever writes the table. */
@NullMarked
package dev.prospector.adapter.export.cell;

import org.jspecify.annotations.NullMarked;
