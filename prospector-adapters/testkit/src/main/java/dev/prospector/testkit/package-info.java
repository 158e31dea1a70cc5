/** For tests: the contract of each port to extend, and stand-ins for what is outside. */
@NullMarked
package dev.prospector.testkit;

import org.jspecify.annotations.NullMarked;
