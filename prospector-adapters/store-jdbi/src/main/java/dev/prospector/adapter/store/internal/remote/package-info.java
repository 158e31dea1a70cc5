/** What remote agents reported, in tables. */
@org.jspecify.annotations.NullMarked
package dev.prospector.adapter.store.internal.remote;
