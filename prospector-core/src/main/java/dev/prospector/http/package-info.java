/**
 * HTTP with nothing but the platform: the transport that adapters use unless a host gives another.
 */
@NullMarked
package dev.prospector.http;

import org.jspecify.annotations.NullMarked;
