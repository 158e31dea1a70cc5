/** One paid call: what is intended before it is made, and how it ended. */
@org.jspecify.annotations.NullMarked
package dev.prospector.call;
