/** Old events moved from the database into files. */
@org.jspecify.annotations.NullMarked
package dev.prospector.adapter.store.internal.archive;
