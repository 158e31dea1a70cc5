/** Limits that all processes of a store share. */
@org.jspecify.annotations.NullMarked
package dev.prospector.adapter.store.internal.limit;
