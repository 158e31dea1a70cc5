/**
 * Whether what the store confirms is on the disk: its system calls are recorded, and played back to
 * a disk that forgets what was not flushed.
 */
@NullMarked
package dev.prospector.benchmark.flush;

import org.jspecify.annotations.NullMarked;
