/** Reports of remote agents as bytes of HTTP, for any web framework to mount. */
@NullMarked
package dev.prospector.tracking.remote.http;

import org.jspecify.annotations.NullMarked;
