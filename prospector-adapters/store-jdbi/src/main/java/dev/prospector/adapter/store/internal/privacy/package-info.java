/** The suppression list. */
@org.jspecify.annotations.NullMarked
package dev.prospector.adapter.store.internal.privacy;
