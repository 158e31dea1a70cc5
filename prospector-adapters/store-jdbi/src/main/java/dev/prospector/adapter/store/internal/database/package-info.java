/** Opening a database: SQLite or PostgreSQL, its dialect, its schema and its failures. */
@org.jspecify.annotations.NullMarked
package dev.prospector.adapter.store.internal.database;
