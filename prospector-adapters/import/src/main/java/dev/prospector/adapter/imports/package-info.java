/**
 * Company lists as people have them: in any usual encoding, with any usual column names, with bad
 * rows and repeated ones. A bad row is reported, never guessed at, and never stops the rest.
 */
@NullMarked
package dev.prospector.adapter.imports;

import org.jspecify.annotations.NullMarked;
