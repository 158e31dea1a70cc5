/** What can go wrong, told by what the caller can do about it. */
@NullMarked
package dev.prospector.error;

import org.jspecify.annotations.NullMarked;
