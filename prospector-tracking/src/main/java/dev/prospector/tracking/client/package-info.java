/** Reports of an agent that works elsewhere, sent beside its work. */
@NullMarked
package dev.prospector.tracking.client;

import org.jspecify.annotations.NullMarked;
