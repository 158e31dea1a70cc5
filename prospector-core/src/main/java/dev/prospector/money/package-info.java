/** Amounts with their currency. */
@NullMarked
package dev.prospector.money;

import org.jspecify.annotations.NullMarked;
