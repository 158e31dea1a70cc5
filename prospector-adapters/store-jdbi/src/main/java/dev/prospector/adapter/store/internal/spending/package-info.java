/** What is spent and reserved, in rows that all processes on a store share. */
@org.jspecify.annotations.NullMarked
package dev.prospector.adapter.store.internal.spending;
