/** The smallest program that uses the library. */
@NullMarked
package dev.prospector.quickstart;

import org.jspecify.annotations.NullMarked;
