/** What tenants sell, in versions, and as runs keep it. */
@org.jspecify.annotations.NullMarked
package dev.prospector.adapter.store.internal.context;
