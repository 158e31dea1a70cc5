/**
 * Prospector in a Spring Boot application: everything is set up from {@code prospector.*}
 * properties, and every bean that the application has itself wins.
 */
@NullMarked
package dev.prospector.spring;

import org.jspecify.annotations.NullMarked;
