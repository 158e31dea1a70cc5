package dev.prospector.spring.web;

import java.util.List;
import org.springframework.web.HttpRequestHandler;

/**
 * Something that is mounted.
 *
 * @param patterns below the path of all that is mounted
 * @param handler answers there
 */
record MountedAt(List<String> patterns, HttpRequestHandler handler) {}
