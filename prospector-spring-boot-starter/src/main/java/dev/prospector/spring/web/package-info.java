/**
 * What is mounted in the application's web server, where the application says so: nothing is open
 * by accident, and whoever asks is somebody whom the application knows.
 */
@NullMarked
package dev.prospector.spring.web;

import org.jspecify.annotations.NullMarked;
