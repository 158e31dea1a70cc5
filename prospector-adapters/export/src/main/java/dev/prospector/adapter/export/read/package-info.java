/**
 * Company lists and business contexts as people have them: in whatever encoding, with whatever
 * column names, with bad rows and repeated ones. A bad row is reported, never guessed at, and never
 * stops the rest.
 */
@NullMarked
package dev.prospector.adapter.export.read;

import org.jspecify.annotations.NullMarked;
