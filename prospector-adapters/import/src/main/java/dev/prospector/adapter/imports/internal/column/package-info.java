/** What the columns of a list mean, told by their names. */
@NullMarked
package dev.prospector.adapter.imports.internal.column;

import org.jspecify.annotations.NullMarked;
