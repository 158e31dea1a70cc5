/** What packages of this module share. */
@NullMarked
package dev.prospector.tracking.internal;

import org.jspecify.annotations.NullMarked;
