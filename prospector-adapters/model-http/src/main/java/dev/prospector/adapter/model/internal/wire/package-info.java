/** Replies on the wire: JSON, streamed events, errors, and the limits that headers tell. */
@org.jspecify.annotations.NullMarked
package dev.prospector.adapter.model.internal.wire;
