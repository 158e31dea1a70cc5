/** The SPI of a step: what it reads, what it writes, and its rules. */
@NullMarked
package dev.prospector.agent;

import org.jspecify.annotations.NullMarked;
