/** What a cell of a table may hold, whoever writes the table. */
@NullMarked
package dev.prospector.export.cell;

import org.jspecify.annotations.NullMarked;
