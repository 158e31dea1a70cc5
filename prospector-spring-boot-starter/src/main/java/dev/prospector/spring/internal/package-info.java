/** The properties of the application, read and checked before anything is built from them. */
@NullMarked
package dev.prospector.spring.internal;

import org.jspecify.annotations.NullMarked;
