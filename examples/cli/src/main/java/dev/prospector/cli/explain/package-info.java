/** The scores of one lead in words. */
@NullMarked
package dev.prospector.cli.explain;

import org.jspecify.annotations.NullMarked;
