/**
 * What the Brazilian register says of an establishment, as one text of which each part can be
 * quoted.
 */
@NullMarked
package dev.prospector.adapter.registry.record;

import org.jspecify.annotations.NullMarked;
