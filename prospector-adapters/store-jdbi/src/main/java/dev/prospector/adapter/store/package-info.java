/** Every storage port on SQLite or PostgreSQL, written by one thread that commits in groups. */
@NullMarked
package dev.prospector.adapter.store;

import org.jspecify.annotations.NullMarked;
