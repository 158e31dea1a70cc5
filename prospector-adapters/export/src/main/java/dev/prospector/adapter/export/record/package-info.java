/** One lead's result as plain, ordered data: what every output is written from. */
@NullMarked
package dev.prospector.adapter.export.record;

import org.jspecify.annotations.NullMarked;
