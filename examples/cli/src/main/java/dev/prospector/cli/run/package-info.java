/** One run: the list, the sources and settings that it is made of, and how it is interrupted. */
@NullMarked
package dev.prospector.cli.run;

import org.jspecify.annotations.NullMarked;
