/** What the core needs from outside; adapters and hosts implement these. */
@NullMarked
package dev.prospector.port;

import org.jspecify.annotations.NullMarked;
