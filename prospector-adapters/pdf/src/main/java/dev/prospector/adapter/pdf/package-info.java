/** Reads PDF documents as pages. */
@NullMarked
package dev.prospector.adapter.pdf;

import org.jspecify.annotations.NullMarked;
