/**
 * Pages of the live web: read politely (robots.txt, one request at a time for a host), from hosts
 * on the public internet alone, and never against the terms of a site.
 */
@NullMarked
package dev.prospector.adapter.web.live;

import org.jspecify.annotations.NullMarked;
