/** The Brazilian register as services answer for it over HTTP. */
@NullMarked
package dev.prospector.adapter.registry.service;

import org.jspecify.annotations.NullMarked;
