/**
 * Addresses of the web, and the port through which everything is sent to them: bytes both ways, to
 * hosts that a policy accepts. The transport of the platform is here too.
 */
@NullMarked
package dev.prospector.http;

import org.jspecify.annotations.NullMarked;
