/** How the bytes of a page become its text, for archives and for the live web. */
@NullMarked
package dev.prospector.adapter.web.internal;

import org.jspecify.annotations.NullMarked;
