/**
 * What the application's actuator tells of Prospector: health, meters and an endpoint, where the
 * application has an actuator.
 */
@NullMarked
package dev.prospector.spring.actuate;

import org.jspecify.annotations.NullMarked;
