/** Connections that write: group commit, transactions, batched rows and kept statements. */
@org.jspecify.annotations.NullMarked
package dev.prospector.adapter.store.internal.sql;
