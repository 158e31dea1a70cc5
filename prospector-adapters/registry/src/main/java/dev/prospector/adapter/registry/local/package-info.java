/** The Brazilian register in a file, made from its open data. */
@NullMarked
package dev.prospector.adapter.registry.local;

import org.jspecify.annotations.NullMarked;
