/** What every store of remote agents' reports promises. */
@NullMarked
package dev.prospector.testkit.contract.remote;

import org.jspecify.annotations.NullMarked;
