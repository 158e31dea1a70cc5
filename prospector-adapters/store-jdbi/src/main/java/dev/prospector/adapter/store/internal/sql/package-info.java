/** Connections, transactions, batched writes, dialects and the schema. */
@org.jspecify.annotations.NullMarked
package dev.prospector.adapter.store.internal.sql;
