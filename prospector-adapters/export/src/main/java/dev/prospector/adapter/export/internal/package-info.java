/** How the files of this module come to their place. */
@NullMarked
package dev.prospector.adapter.export.internal;

import org.jspecify.annotations.NullMarked;
